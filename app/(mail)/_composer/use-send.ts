import { useEffect, useRef, useState } from 'react'
import type { Attachments } from '@/app/(mail)/_composer/attachments/use-attachments'
import { checkAddress } from '@/app/(mail)/_composer/recipients/parse-recipients'
import { useChecks } from '@/app/(mail)/_composer/use-checks'
import type { DraftSession, DraftSnapshot, DraftStatus } from '@/app/(mail)/_state/draft-session'
import { ApiError } from '@/lib/contract/client'
import type { Draft, MessageSent } from '@/lib/contract/drafts'

/** Why the message has not left: something to correct, a question, a wait, or a refusal. */
export type SendNotice =
  | { kind: 'no-recipient' }
  | { kind: 'invalid-recipient'; address: string }
  | { kind: 'uploads' }
  | { kind: 'upload-failed' }
  | { kind: 'refused'; error: ApiError }

function problemOf(draft: Draft): SendNotice | null {
  const everybody = [...draft.to, ...draft.cc, ...draft.bcc]
  if (everybody.length === 0) return { kind: 'no-recipient' }
  const invalid = everybody.find((each) => checkAddress(each.address) !== null)
  return invalid ? { kind: 'invalid-recipient', address: invalid.address } : null
}

/** Whether saving has said the same meanwhile, or has shown that it is over. */
function outdated(notice: SendNotice, status: DraftStatus): boolean {
  if (notice.kind !== 'refused' || !['not-signed-in', 'offline'].includes(notice.error.code)) return false
  return status.kind === 'saved' || (status.kind === 'unsaved' && status.error.code === notice.error.code)
}

type SendInput = {
  snapshot: DraftSnapshot
  session: DraftSession
  attachments: Attachments
  /** Makes recipients of what is still being typed. */
  commitRecipients: () => void
  /** Days without an answer after which to be reminded, if at all. */
  remindInDays: number | null
  onSent: (sent: MessageSent) => void
}

/** Send, now or for a time: what is wrong, the wait for uploads, the look at what was forgotten, and what a refusal says. */
export function useSend({ snapshot, session, attachments, commitRecipients, remindInDays, onSent }: SendInput) {
  const [notice, setNotice] = useState<SendNotice | null>(null)
  const checks = useChecks()
  /** For when the message is meant that is asked about, or waits for its files. */
  const planned = useRef<Date | null>(null)
  const { pending } = attachments

  const leave = async (sendAt: Date | null) => {
    try {
      setNotice(null)
      onSent(await session.send({ remindInDays, sendAt: sendAt?.toISOString() ?? null }))
    } catch (error) {
      setNotice({ kind: 'refused', error: error instanceof ApiError ? error : new ApiError({ code: 'internal' }) })
    }
  }

  const send = (sendAt: Date | null = null) => {
    planned.current = sendAt
    if (session.snapshot().status.kind === 'sending') return
    commitRecipients()
    const now = session.snapshot().draft
    const problem = problemOf(now)
    if (problem) return setNotice(problem)
    const waiting = attachments.queue.pending()
    if (waiting.some((each) => each.state === 'failed')) return setNotice({ kind: 'upload-failed' })
    if (waiting.length > 0) return setNotice({ kind: 'uploads' })
    setNotice(null)
    void checks.pass(now).then((passed) => (passed ? leave(sendAt) : undefined))
  }

  // A message that waits for its files leaves by itself when the last one has arrived.
  const resume = useRef(send)
  useEffect(() => {
    resume.current = send
  })
  const failed = pending.some((each) => each.state === 'failed')
  useEffect(() => {
    if (notice?.kind === 'uploads' && (pending.length === 0 || failed)) resume.current(planned.current)
  }, [notice, pending.length, failed])

  // corrected is corrected: nobody should have to press Send to see that
  const addressing = notice?.kind === 'no-recipient' || notice?.kind === 'invalid-recipient'
  const shown = addressing ? problemOf(snapshot.draft) : notice
  const sendAnyway = () => {
    checks.accept()
    send(planned.current)
  }
  return {
    send,
    sendAnyway,
    checks,
    notice: shown && outdated(shown, snapshot.status) ? null : shown,
    dismiss: () => setNotice(null),
  }
}
