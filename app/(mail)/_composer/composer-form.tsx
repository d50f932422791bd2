import { Suspense, useRef, useState, useSyncExternalStore } from 'react'
import { useTranslations } from 'use-intl'
import { Confirm } from '@/app/_ui/confirm'
import { lazyView } from '@/app/_ui/lazy-view'
import { AttachmentTray } from '@/app/(mail)/_composer/attachments/attachment-tray'
import { isInlineImage, useAttachments } from '@/app/(mail)/_composer/attachments/use-attachments'
import { MessageBody } from '@/app/(mail)/_composer/body/message-body'
import { ComposerFooter } from '@/app/(mail)/_composer/composer-footer'
import { UnsavedBar } from '@/app/(mail)/_composer/draft-state'
import { FromRow } from '@/app/(mail)/_composer/from-row'
import { MoreMenu } from '@/app/(mail)/_composer/more-menu'
import { ReceiptLine } from '@/app/(mail)/_composer/receipt-line'
import { AddressRows } from '@/app/(mail)/_composer/recipients/address-rows'
import { useCommits } from '@/app/(mail)/_composer/recipients/use-commits'
import { SendNoticeBar } from '@/app/(mail)/_composer/send-notice'
import { useFileDrop } from '@/app/(mail)/_composer/use-file-drop'
import { useFormatSwitch } from '@/app/(mail)/_composer/use-format-switch'
import { type BodyTools, useIdentity } from '@/app/(mail)/_composer/use-identity'
import type { Leave } from '@/app/(mail)/_composer/use-leave'
import { useSend } from '@/app/(mail)/_composer/use-send'
import { useSessionWake } from '@/app/(mail)/_composer/use-session-wake'
import type { DraftSession } from '@/app/(mail)/_state/draft-session'
import type { Address } from '@/lib/contract/address'
import type { Draft, DraftAttachment } from '@/lib/contract/drafts'
import type { RecipientProblem } from '@/lib/contract/recipients'

const ChecksDialog = lazyView(() => import('@/app/(mail)/_composer/checks-dialog'))

type Props = { session: DraftSession; remindBefore: number | null; leave: Leave }

/** Everything of one message below its title bar. */
export function ComposerForm({ session, remindBefore, leave }: Props) {
  const t = useTranslations('composer')
  const snapshot = useSyncExternalStore(session.subscribe, session.snapshot)
  const { draft, status } = snapshot
  const tools = useRef<BodyTools | null>(null)
  const identity = useIdentity(session, tools)
  const onImage = useRef<((image: DraftAttachment) => void) | null>(null)
  const attachments = useAttachments(session, onImage)
  const { register, commitAll } = useCommits()
  const formatSwitch = useFormatSwitch(session)
  const [showFormats, setShowFormats] = useState(true)
  const [toBody] = useState(() => draft.to.length > 0 && draft.kind !== 'forward')
  const [remindInDays, setRemindInDays] = useState(remindBefore)
  const { send, sendAnyway, checks, notice, dismiss } = useSend({
    snapshot,
    session,
    attachments,
    commitRecipients: commitAll,
    remindInDays,
    onSent: leave.sent,
  })
  useSessionWake(session, attachments.queue)

  const addToText = (files: File[]) => {
    const inline = draft.format === 'html' ? files.filter(isInlineImage) : []
    const apart = files.filter((file) => !inline.includes(file))
    if (inline.length > 0) attachments.add(inline, { inline: true })
    if (apart.length > 0) attachments.add(apart)
  }
  const discard = () => {
    attachments.queue.cancelAll()
    void leave.discard()
  }
  const drop = useFileDrop((files, inText) => (inText ? addToText(files) : attachments.add(files)))

  return (
    <div
      className="relative flex min-h-0 flex-1 flex-col"
      {...drop.handlers}
      onKeyDownCapture={(event) => {
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
        // a dialog over it has keys of its own, but for the question about this very message
        const inForm = event.target instanceof Node && event.currentTarget.contains(event.target)
        if (!inForm && checks.findings.length === 0) return
        // before the editor makes a line break of it
        event.preventDefault()
        event.stopPropagation()
        if (checks.findings.length > 0) sendAnyway()
        else send()
      }}
    >
      <FromRow from={draft.from} identities={identity.identities} onChoose={identity.choose} />
      <AddressRows draft={draft} onChange={(patch) => session.change(patch)} register={register} focusTo={!toBody} />
      <input
        type="text"
        aria-label={t('subject')}
        placeholder={t('subject')}
        value={draft.subject}
        maxLength={2000}
        onChange={(event) => session.change({ subject: event.target.value })}
        className="h-9 shrink-0 border-line border-b bg-transparent px-3 font-medium outline-none placeholder:font-normal placeholder:text-ink-faint max-md:text-lg"
      />
      <MessageBody
        ready={identity.ready}
        tools={tools}
        session={session}
        draft={draft}
        focusFirst={toBody}
        showFormats={showFormats}
        onImage={onImage}
        onFiles={addToText}
      />
      <AttachmentTray files={attachedApart(draft.attachments)} attachments={attachments} />
      {draft.receipt && <ReceiptLine onRemove={() => session.change({ receipt: false })} />}
      <UnsavedBar status={status} session={session} />
      <SendNoticeBar notice={notice} onDismiss={dismiss} />
      <ComposerFooter
        status={status}
        format={draft.format}
        showFormats={showFormats}
        onSend={() => send()}
        onSendAt={send}
        remindInDays={remindInDays}
        onRemind={setRemindInDays}
        onAttach={(files) => attachments.add(files)}
        onImages={addToText}
        onToggleFormats={() => setShowFormats(!showFormats)}
        more={
          <MoreMenu
            session={session}
            tools={tools}
            signature={identity.signatureOf(draft)}
            onToggleFormat={formatSwitch.toggle}
          />
        }
        onDiscard={discard}
      />
      {drop.over && <DropHint />}
      {checks.findings.length > 0 && (
        <Suspense fallback={null}>
          <ChecksDialog
            findings={checks.findings}
            onSend={sendAnyway}
            onBack={checks.dismiss}
            onCorrect={(problem) => {
              session.change((now) => corrected(now, problem))
              checks.dismiss()
            }}
          />
        </Suspense>
      )}
      {formatSwitch.asking && (
        <Confirm
          title={t('plain.title')}
          text={t('plain.text')}
          verb={t('plain.verb')}
          onConfirm={formatSwitch.toPlain}
          onCancel={formatSwitch.cancel}
        />
      )}
    </div>
  )
}

/** The address meant in place of the one typed, wherever it stands. */
function corrected({ to, cc, bcc }: Draft, { address, suggestion }: RecipientProblem): Partial<Draft> {
  const mend = (people: Address[]) =>
    people.map((each) => (each.address === address && suggestion !== null ? { ...each, address: suggestion } : each))
  return { to: mend(to), cc: mend(cc), bcc: mend(bcc) }
}

const attachedApart = (attachments: DraftAttachment[]) => attachments.filter((each) => each.contentId === null)

function DropHint() {
  const t = useTranslations('composer')
  return (
    <div
      aria-hidden
      className="pointer-events-none absolute inset-2 z-30 grid place-items-center rounded-lg border-2 border-accent border-dashed bg-surface/90 font-medium text-accent-text text-lg"
    >
      {t('drop')}
    </div>
  )
}
