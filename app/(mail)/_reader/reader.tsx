'use client'

import { useEffect, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { PickerSlot, type Picking } from '@/app/(mail)/_labels/picker-slot'
import { prepareFrames } from '@/app/(mail)/_reader/body-frames'
import { Conversation } from '@/app/(mail)/_reader/conversation'
import { ReaderFailed, ReaderSkeleton } from '@/app/(mail)/_reader/states'
import { ReaderToolbar } from '@/app/(mail)/_reader/toolbar'
import { actedOf, useReaderActions } from '@/app/(mail)/_reader/use-reader-actions'
import { useReaderKeys } from '@/app/(mail)/_reader/use-reader-keys'
import { type Listed, realMailbox } from '@/app/(mail)/_state/listed'
import { usePageTitle } from '@/app/(mail)/_state/page-title'
import { useChanges } from '@/app/(mail)/_state/use-changes'
import { usePreferences } from '@/app/(mail)/_state/use-preferences'
import { useNeighbours, usePrefetchThread, useThread } from '@/app/(mail)/_state/use-thread'
import type { MessageRef } from '@/lib/contract/messages'
import type { ThreadDetail } from '@/lib/contract/threads'

/** What can be made before anything is opened. */
export const prepareReader = prepareFrames

/** One conversation, opened from a list. Give it the conversation's ref as `key`. */
export default function Reader({ listed, threadRef }: { listed: Listed; threadRef: MessageRef }) {
  const t = useTranslations()
  const { data, error, refetch } = useThread(listed, threadRef)
  const neighbours = useNeighbours(listed, threadRef, data)
  const prefetch = usePrefetchThread(listed)
  const [picking, setPicking] = useState<Picking | null>(null)
  const actions = useReaderActions(listed, data, setPicking)
  const { relabel } = useChanges()
  const scroller = useRef<HTMLDivElement>(null)
  useReaderKeys({ listed, detail: data, neighbours, actions })
  useMarkRead(listed, data)
  const { older } = neighbours
  const loaded = data !== undefined
  useEffect(() => {
    if (!loaded || !older) return
    // Once one has settled to read, not while one pages through.
    const timer = setTimeout(() => prefetch(older), 400)
    return () => clearTimeout(timer)
  }, [loaded, older, prefetch])
  const subject = data ? data.subject || t('list.noSubject') : ''
  usePageTitle(subject === '' ? null : t('shell.title', { name: subject }))
  return (
    <>
      <ReaderToolbar listed={listed} detail={data} neighbours={neighbours} actions={actions} />
      <div ref={scroller} className="relative min-h-0 flex-1 overflow-y-auto overscroll-contain">
        {data && <Conversation detail={data} subject={subject} actions={actions} scroller={scroller} />}
        {!data && !error && <ReaderSkeleton />}
        {!data && error && <ReaderFailed error={error} onRetry={() => void refetch()} listed={listed} />}
      </div>
      <PickerSlot
        picking={picking}
        from={realMailbox(listed)}
        onLabel={(changes, { threads }) => relabel(changes, threads, listed)}
        onMove={(moveTo) => actions.act({ moveTo })}
        onClose={() => setPicking(null)}
      />
    </>
  )
}

/** What is open is read, after the time the person chose: once for each opening, so that `Mark unread` stays. */
function useMarkRead(listed: Listed, detail: ThreadDetail | undefined): void {
  const { act } = useChanges()
  const { markReadAfter } = usePreferences()
  const done = useRef(false)
  useEffect(() => {
    if (!detail || done.current || markReadAfter === null) return
    const read = () => {
      done.current = true
      act('read', [actedOf(detail)], listed, { quiet: true })
    }
    if (markReadAfter === 0) return read()
    const timer = setTimeout(read, markReadAfter * 1000)
    return () => clearTimeout(timer)
  }, [detail, act, listed, markReadAfter])
}
