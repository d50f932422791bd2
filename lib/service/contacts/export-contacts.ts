import type { z } from 'zod'
import type { MailAccount } from '@/lib/auth/signed-in'
import type { exportBody } from '@/lib/contract/contacts'
import { findContacts } from '@/lib/db/contacts/list'
import { printCard } from '@/lib/mail/vcard/print-card'

/** Contacts of a person as a vCard file, by name; those asked for that are not there are left out. */
export async function exportContacts(
  { accountId }: MailAccount,
  { version, ...wanted }: z.output<typeof exportBody>,
): Promise<string> {
  const contacts = await findContacts(accountId, wanted)
  return contacts
    .map(({ id, name, organisation, phones, note, addresses, groups }) =>
      printCard(
        {
          ...{ uid: id, name, organisation, phones, note },
          addresses: addresses.map(({ address }) => address),
          groups: groups.map(({ group }) => group.name),
        },
        version,
      ),
    )
    .join('')
}
