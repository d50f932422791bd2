'use client'

import { lazy, Suspense, useEffect } from 'react'
import { MessageList } from '@/app/(mail)/_list/message-list'
import { usePlace } from '@/app/(mail)/_state/place'
import { refKey } from '@/app/(mail)/_state/query-keys'

const loadReader = () => import('@/app/(mail)/_reader/reader')
const Reader = lazy(loadReader)

/** What the address names: a list, or a message. It changes in the browser, without a round to the server. */
export function PlaceView() {
  const { mailbox, message } = usePlace()
  useEffect(() => {
    // Not in the way of the first paint, and there before the first message is opened.
    const timer = setTimeout(() => void loadReader(), 400)
    return () => clearTimeout(timer)
  }, [])
  if (!message) return <MessageList key={mailbox} mailbox={mailbox} />
  return (
    <Suspense fallback={null}>
      <Reader key={refKey(message)} listed={mailbox} messageRef={message} />
    </Suspense>
  )
}
