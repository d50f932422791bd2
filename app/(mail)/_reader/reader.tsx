'use client'

import { useEffect, useRef } from 'react'
import { useTranslations } from 'use-intl'
import { MessageCard } from '@/app/(mail)/_reader/message-card'
import { ReaderFailed, ReaderSkeleton } from '@/app/(mail)/_reader/states'
import { ReaderToolbar } from '@/app/(mail)/_reader/toolbar'
import { useReaderKeys } from '@/app/(mail)/_reader/use-reader-keys'
import { useChanges } from '@/app/(mail)/_state/use-changes'
import { useMessage, useNeighbours, usePrefetchMessage } from '@/app/(mail)/_state/use-messages'
import type { MessageDetail, MessageRef } from '@/lib/contract/messages'

/** One message, opened from the list of mailbox `listed`. Give it the message's id as `key`. */
export default function Reader({ listed, messageRef }: { listed: string; messageRef: MessageRef }) {
  const t = useTranslations()
  const { data, error, refetch } = useMessage(messageRef)
  const neighbours = useNeighbours(listed, messageRef, data)
  const prefetch = usePrefetchMessage()
  const actions = useReaderKeys({ listed, messageRef, detail: data, neighbours })
  useMarkRead(data)
  const { older } = neighbours
  const loaded = data !== undefined
  useEffect(() => {
    if (loaded && older) prefetch(older)
  }, [loaded, older, prefetch])
  const subject = data ? data.subject || t('list.noSubject') : ''
  useEffect(() => {
    if (subject) document.title = t('shell.title', { name: subject })
  }, [subject, t])
  return (
    <>
      <ReaderToolbar listed={listed} detail={data} neighbours={neighbours} actions={actions} />
      <div className="min-h-0 flex-1 overflow-y-auto overscroll-contain">
        {data && <MessageCard detail={data} subject={subject} actions={actions} />}
        {!data && !error && <ReaderSkeleton />}
        {!data && error && <ReaderFailed error={error} onRetry={() => void refetch()} listed={listed} />}
      </div>
    </>
  )
}

/** What is open is read: once for each opening, so that `Mark unread` stays. */
function useMarkRead(detail: MessageDetail | undefined): void {
  const { act } = useChanges()
  const done = useRef(false)
  useEffect(() => {
    if (!detail || done.current) return
    done.current = true
    if (!detail.flags.seen) act('read', [detail.ref], { quiet: true })
  }, [detail, act])
}
