'use client'

import { MessageList } from '@/app/(mail)/_list/message-list'
import { Reader } from '@/app/(mail)/_reader/reader'
import { usePlace } from '@/app/(mail)/_state/place'
import { refKey } from '@/app/(mail)/_state/query-keys'

/** What the address names: a list, or a message. It changes in the browser, without a round to the server. */
export function PlaceView() {
  const { mailbox, message } = usePlace()
  if (message) return <Reader key={refKey(message)} listed={mailbox} messageRef={message} />
  return <MessageList key={mailbox} mailbox={mailbox} />
}
