import type { MailAccount } from '@/lib/auth/signed-in'
import type { ContactList } from '@/lib/contract/contacts'
import { completeAddress, completeGroup, contactDomains } from '@/lib/db/contacts/complete'
import { log } from '@/lib/log'
import { findCorrespondents } from '@/lib/service/contacts/correspondents'
import { learnAtFirst } from '@/lib/service/contacts/learn-from-sent'

const offered = 8
const groupLimits = { groups: 3, members: 500 }

/** Mail that cannot be read now is no reason to offer nobody. */
async function fromMail<T>(work: () => Promise<T>, otherwise: T): Promise<T> {
  try {
    return await work()
  } catch (err) {
    log.warn({ err }, 'people could not be looked up in the mail')
    return otherwise
  }
}

/**
 * Whom a person may mean, by the beginnings of words of names and addresses, in any order: contacts by how often and how lately
 * they were written to (lib/db/contacts/heat.ts), then contacts never written to, then people who wrote, then colleagues;
 * and groups.
 */
export async function completeRecipient(account: MailAccount, typed: string): Promise<ContactList> {
  const { accountId } = account
  await fromMail(() => learnAtFirst(account), undefined)
  const [contacts, groups] = await Promise.all([
    completeAddress(accountId, typed, offered),
    completeGroup(accountId, typed, groupLimits),
  ])
  const room = offered - contacts.length
  const others = room > 0 ? await fromMail(() => findCorrespondents(account, typed, room), []) : []
  return { contacts: [...contacts, ...others], groups }
}

/** Domains one has written to or has contacts in. */
export async function knownDomains(account: MailAccount): Promise<string[]> {
  await fromMail(() => learnAtFirst(account), undefined)
  return contactDomains(account.accountId)
}
