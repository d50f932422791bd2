import type { MailAccount } from '@/lib/auth/signed-in'
import type { Draft, DraftSaved } from '@/lib/contract/drafts'
import type { MessageRef } from '@/lib/contract/messages'
import { touchUploads } from '@/lib/db/uploads'
import { log } from '@/lib/log'
import { sortRecipients } from '@/lib/service/draft-addresses'
import { withBuiltMessage } from '@/lib/service/draft-message'
import { draftNoteHeader, writeDraftNote } from '@/lib/service/draft-note'
import { removeMessages } from '@/lib/service/remove-messages'
import { removeVersions, storeCopy } from '@/lib/service/store-copy'

/**
 * Stores a draft in Drafts and removes the version before it; the new one is safe before the old one goes.
 * @throws AppError `message-too-large`, `upload-incomplete`, `disk-full`; MailError of the connection, `quota-exceeded`
 */
export async function saveDraft(account: MailAccount, draft: Draft, saved: MessageRef | null): Promise<DraftSaved> {
  const recipients = {
    to: sortRecipients(draft.to).usable,
    cc: sortRecipients(draft.cc).usable,
    bcc: sortRecipients(draft.bcc).usable,
  }
  const extras = { headers: { [draftNoteHeader]: writeDraftNote(draft) } }
  // an open draft holds its files, however long it is written
  await touchUploads(
    account.accountId,
    draft.attachments.map(({ uploadId }) => uploadId),
  )
  const stored = await withBuiltMessage(account, draft, recipients, extras, (built) =>
    storeCopy(account, 'drafts', built, recipients),
  )
  await removeOld(account, draft, saved, stored)
  return { saved: stored, savedAt: new Date().toISOString() }
}

async function removeOld(account: MailAccount, draft: Draft, saved: MessageRef | null, stored: MessageRef) {
  try {
    await removeVersions(account, draft, stored)
    // a draft begun in another program has a Message-ID of its own
    if (saved?.mailbox === 'drafts' && saved.id !== stored.id) await removeMessages(account, [saved])
  } catch (err) {
    log.warn({ err }, 'an old version of a draft stays until the next save')
  }
}
