import type { QueryClient } from '@tanstack/react-query'
import { withFlag, withLabel, withoutMoved, withUnread } from '@/app/(mail)/_state/cache-edits'
import { type Listed, listedName } from '@/app/(mail)/_state/listed'
import { detailsKey, mailboxesKey, refKey, threadsKey, windowSize } from '@/app/(mail)/_state/query-keys'
import { detailWithFlag, detailWithLabel, detailWithout } from '@/app/(mail)/_state/thread-edits'
import { cachedWindows } from '@/app/(mail)/_state/use-threads'
import type { Change } from '@/lib/contract/changes'
import type { MailboxList } from '@/lib/contract/mailboxes'
import type { Flag, MessageRef } from '@/lib/contract/messages'
import type { ThreadDetail, ThreadWindow } from '@/lib/contract/threads'

/** Shows changes in every list and open conversation at once. Gives what takes them back. */
export function paintChanges(client: QueryClient, changes: Change[]): () => void {
  const takeBack = remember(client)
  for (const change of changes) {
    paintCounts(client, change)
    if (change.kind === 'move') paintMoved(client, change.refs, change.to)
    else if (change.kind === 'label') paintLabel(client, change)
    else if (change.flag !== 'muted') paintFlag(client, change.refs, change.flag, change.value)
  }
  return takeBack
}

/** Shows messages as gone for good. Gives what takes it back. */
export function paintRemoved(client: QueryClient, refs: MessageRef[]): () => void {
  const takeBack = remember(client)
  paintMoved(client, refs, null)
  return takeBack
}

function remember(client: QueryClient): () => void {
  void client.cancelQueries({ queryKey: threadsKey() })
  const kept = [threadsKey(), detailsKey, mailboxesKey].flatMap((queryKey) => client.getQueriesData({ queryKey }))
  return () => {
    for (const [key, data] of kept) client.setQueryData(key, data)
  }
}

function paintFlag(client: QueryClient, refs: MessageRef[], flag: Flag, value: boolean): void {
  client.setQueriesData<ThreadWindow>({ queryKey: threadsKey() }, (data) => data && withFlag(data, refs, flag, value))
  client.setQueriesData<ThreadDetail>(
    { queryKey: detailsKey },
    (detail) => detail && detailWithFlag(detail, refs, flag, value),
  )
}

function paintLabel(client: QueryClient, { refs, label, value }: Extract<Change, { kind: 'label' }>): void {
  editLists(client, (windows, listed) => withLabel(windows, listed, { refs, label, value }, windowSize))
  client.setQueriesData<ThreadDetail>(
    { queryKey: detailsKey },
    (detail) => detail && detailWithLabel(detail, refs, label, value),
  )
}

/** Edits the windows of each list together: rows move from one into another. */
function editLists(client: QueryClient, edit: (windows: ThreadWindow[], listed: Listed) => ThreadWindow[]): void {
  const lists = Map.groupBy(cachedWindows(client), ({ key, listed }) => `${key[2]} ${listedName(listed)}`)
  for (const windows of lists.values()) {
    const [first] = windows
    if (!first) continue
    const edited = edit(
      windows.map(({ data }) => data),
      first.listed,
    )
    for (const [i, data] of edited.entries()) client.setQueryData(windows[i]?.key ?? [], data)
  }
}

function paintMoved(client: QueryClient, refs: MessageRef[], to: string | null): void {
  editLists(client, (windows, listed) => withoutMoved(windows, listed, { refs, to }, windowSize))
  if (to !== null && to !== 'trash' && to !== 'spam') return
  client.setQueriesData<ThreadDetail>({ queryKey: detailsKey }, (detail) => detail && detailWithout(detail, refs))
}

function paintCounts(client: QueryClient, change: Change): void {
  const wanted = new Set(change.refs.map(refKey))
  const seenOf = new Map(
    cachedWindows(client).flatMap(({ data }) =>
      data.rows.flatMap(({ messages }) =>
        messages.filter(({ ref }) => wanted.has(refKey(ref))).map((message) => [refKey(message.ref), message] as const),
      ),
    ),
  )
  const counts = new Map<string, number>()
  const add = (mailbox: string, by: number) => counts.set(mailbox, (counts.get(mailbox) ?? 0) + by)
  for (const { ref, seen } of seenOf.values()) {
    if (change.kind === 'flag' && change.flag === 'seen' && seen !== change.value) {
      add(ref.mailbox, change.value ? -1 : 1)
    }
    if (change.kind === 'move' && !seen) {
      add(ref.mailbox, -1)
      add(change.to, 1)
    }
  }
  client.setQueryData<MailboxList>(mailboxesKey, (list) => list && withUnread(list, counts))
}
