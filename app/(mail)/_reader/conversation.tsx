'use client'

import { type RefObject, useLayoutEffect, useRef } from 'react'
import { useTranslations } from 'use-intl'
import { LabelHeadings } from '@/app/(mail)/_labels/label-headings'
import { Answers } from '@/app/(mail)/_reader/answers'
import { FoldedMessage } from '@/app/(mail)/_reader/folded-message'
import { HeldBannerSlot } from '@/app/(mail)/_reader/held/held-banner-slot'
import { OpenMessage } from '@/app/(mail)/_reader/open-message'
import { TimedNotice } from '@/app/(mail)/_reader/timed-notice'
import { type Folding, type ThreadMessageRow, useFolding } from '@/app/(mail)/_reader/use-folding'
import { useMessageKeys } from '@/app/(mail)/_reader/use-message-keys'
import type { ReaderActions } from '@/app/(mail)/_reader/use-reader-actions'
import { usePlaceTaken } from '@/app/(mail)/_state/composer-place'
import { refKey } from '@/app/(mail)/_state/query-keys'
import type { ThreadDetail } from '@/lib/contract/threads'

type ConversationProps = {
  detail: ThreadDetail
  subject: string
  actions: ReaderActions
  scroller: RefObject<HTMLElement | null>
}

/** Subject, then its messages from the oldest to the newest, then the answer. */
export function Conversation({ detail, subject, actions, scroller }: ConversationProps) {
  const folding = useFolding(detail)
  const column = useRef<HTMLDivElement>(null)
  useStartAt(folding, column, scroller)
  useMessageKeys(column, folding, actions)
  const held = detail.messages.find(({ ref }) => ref.mailbox === 'scheduled')
  const newest = held ? undefined : detail.messages.findLast(({ flags }) => !flags.draft)
  return (
    <>
      <h1
        dir="auto"
        className="break-words px-8 pt-6 pb-2 font-semibold text-xl tracking-tight max-md:px-4 max-md:pt-4"
      >
        {subject}
      </h1>
      <div className="px-8 pb-2 empty:hidden max-md:px-4">
        <LabelHeadings ids={detail.labels} onRemove={({ id }) => actions.unlabel(id)} />
      </div>
      <TimedNotice detail={detail} />
      {held && <HeldBannerSlot messageRef={held.ref} />}
      <div ref={column} className="divide-y divide-line">
        <Pieces detail={detail} subject={subject} actions={actions} folding={folding} />
      </div>
      {newest && <Answers message={newest} detail={detailOf(detail, newest)} actions={actions} />}
    </>
  )
}

const detailOf = ({ opened }: ThreadDetail, { ref }: ThreadMessageRow) =>
  opened.find((message) => refKey(message.ref) === refKey(ref))

type PiecesProps = Omit<ConversationProps, 'scroller'> & { folding: Folding }

function Pieces({ detail, subject, actions, folding }: PiecesProps) {
  const t = useTranslations('threads')
  const taken = usePlaceTaken()
  return folding.pieces.map((piece) => {
    if (piece.kind === 'hidden') {
      const [first] = piece.messages
      return (
        <button
          key={`hidden ${first ? refKey(first.ref) : ''}`}
          type="button"
          onClick={() => folding.reveal(piece.messages)}
          className="flex h-10 w-full items-center gap-3 px-8 font-medium text-accent-text text-sm hover:bg-hover max-md:px-4"
        >
          {t('older', { count: piece.messages.length })}
        </button>
      )
    }
    const { message } = piece
    // What is being written below is not shown a second time.
    if (message.flags.draft && taken) return null
    return <Message key={refKey(message.ref)} message={message} {...{ detail, subject, actions, folding }} />
  })
}

function Message({ message, detail, subject, actions, folding }: PiecesProps & { message: ThreadMessageRow }) {
  const t = useTranslations('list')
  const [sender] = message.from
  const toggle = () => folding.toggle(message.ref)
  return (
    <article aria-label={sender?.name || sender?.address || t('noSender')} data-message={refKey(message.ref)}>
      {folding.isOpen(message) ? (
        <OpenMessage
          message={message}
          known={detailOf(detail, message)}
          subject={subject}
          actions={actions}
          onFold={detail.messages.length > 1 ? toggle : undefined}
        />
      ) : (
        <FoldedMessage message={message} onOpen={toggle} />
      )}
    </article>
  )
}

/** A long conversation begins at its first unread message, or its newest. */
function useStartAt(folding: Folding, column: RefObject<HTMLElement | null>, scroller: RefObject<HTMLElement | null>) {
  const start = useRef(folding.first)
  useLayoutEffect(() => {
    const box = scroller.current
    const key = start.current && refKey(start.current)
    const message = key && column.current?.querySelector<HTMLElement>(`[data-message="${CSS.escape(key)}"]`)
    if (!box || !message) return
    const above = message.getBoundingClientRect().top - box.getBoundingClientRect().top
    // The message before stays in sight, and the subject where it fits.
    if (above > box.clientHeight / 3) box.scrollTop += above - 56
  }, [column, scroller])
}
