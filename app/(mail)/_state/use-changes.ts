'use client'

import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { showToast } from '@/app/_ui/toast'
import { withFlag, withoutRows, withUnread } from '@/app/(mail)/_state/cache-edits'
import { mailboxesKey, messageKey, messagesKey, refKey, windowSize } from '@/app/(mail)/_state/query-keys'
import { useMailboxName } from '@/app/(mail)/_state/use-mailboxes'
import { cachedWindows } from '@/app/(mail)/_state/use-messages'
import { useProblemText } from '@/app/(mail)/_state/use-problem-text'
import type { Change } from '@/lib/contract/changes'
import { api } from '@/lib/contract/client'
import type { MailboxList } from '@/lib/contract/mailboxes'
import type { MessageDetail, MessageRef, MessageWindow } from '@/lib/contract/messages'

export type Action =
  | 'archive'
  | 'delete'
  | 'spam'
  | 'not-spam'
  | 'read'
  | 'unread'
  | 'star'
  | 'unstar'
  | { moveTo: string }

const changeOf = (action: Action, refs: MessageRef[]): Change => {
  if (typeof action === 'object') return { kind: 'move', refs, to: action.moveTo }
  if (action === 'archive') return { kind: 'move', refs, to: 'archive' }
  if (action === 'delete') return { kind: 'move', refs, to: 'trash' }
  if (action === 'spam') return { kind: 'move', refs, to: 'spam' }
  if (action === 'not-spam') return { kind: 'move', refs, to: 'inbox' }
  if (action === 'read' || action === 'unread') return { kind: 'flag', refs, flag: 'seen', value: action === 'read' }
  return { kind: 'flag', refs, flag: 'flagged', value: action === 'star' }
}

// Answers arriving while another change is still on its way would paint that change away: refresh after the last.
let underWay = 0

async function settle<T>(client: QueryClient, work: () => Promise<T>): Promise<T> {
  underWay += 1
  try {
    return await work()
  } finally {
    underWay -= 1
    if (underWay === 0) {
      void client.invalidateQueries({ queryKey: messagesKey() })
      void client.invalidateQueries({ queryKey: mailboxesKey })
    }
  }
}

const views = new Set(['all', 'starred'])

/** Shows a change in every list at once. Gives what takes it back. */
function paint(client: QueryClient, change: Change): () => void {
  void client.cancelQueries({ queryKey: messagesKey() })
  const lists = client.getQueriesData<MessageWindow>({ queryKey: messagesKey() })
  const mailboxes = client.getQueryData<MailboxList>(mailboxesKey)
  paintCounts(client, change)
  if (change.kind === 'flag') paintFlag(client, change)
  else paintMove(client, change.refs, change.to)
  return () => {
    for (const [key, data] of lists) client.setQueryData(key, data)
    client.setQueryData(mailboxesKey, mailboxes)
  }
}

function paintFlag(client: QueryClient, { refs, flag, value }: Extract<Change, { kind: 'flag' }>): void {
  client.setQueriesData<MessageWindow>({ queryKey: messagesKey() }, (data) => data && withFlag(data, refs, flag, value))
  for (const ref of refs) {
    client.setQueryData<MessageDetail>(
      messageKey(ref),
      (detail) => detail && { ...detail, flags: { ...detail.flags, [flag]: value } },
    )
  }
}

function paintMove(client: QueryClient, refs: MessageRef[], to: string | null): void {
  const lists = Map.groupBy(cachedWindows(client), ({ data }) => data.mailbox)
  for (const [mailbox, windows] of lists) {
    // A view shows a message wherever it is, unless it goes where views do not look.
    if (views.has(mailbox) && to !== 'trash' && to !== 'spam' && to !== null) continue
    const edited = withoutRows(
      windows.map(({ data }) => data),
      refs,
      windowSize,
    )
    for (const [i, data] of edited.entries()) client.setQueryData(windows[i]?.key ?? [], data)
  }
}

function paintCounts(client: QueryClient, change: Change): void {
  const wanted = new Set(change.refs.map(refKey))
  const rows = new Map(
    cachedWindows(client).flatMap(({ data }) =>
      data.rows.filter((row) => wanted.has(refKey(row.ref))).map((row) => [refKey(row.ref), row] as const),
    ),
  )
  const counts = new Map<string, number>()
  const add = (mailbox: string, by: number) => counts.set(mailbox, (counts.get(mailbox) ?? 0) + by)
  for (const { ref, flags } of rows.values()) {
    if (change.kind === 'flag' && change.flag === 'seen' && flags.seen !== change.value) {
      add(ref.mailbox, change.value ? -1 : 1)
    }
    if (change.kind === 'move' && !flags.seen) {
      add(ref.mailbox, -1)
      add(change.to, 1)
    }
  }
  client.setQueryData<MailboxList>(mailboxesKey, (list) => list && withUnread(list, counts))
}

export type Changes = {
  /** Does it at once on the screen, then on the server; offers Undo. `quiet` says nothing when it works. */
  act: (action: Action, refs: MessageRef[], options?: { quiet?: boolean }) => void
  /** For good; ask first. */
  removeForever: (refs: MessageRef[]) => void
}

export function useChanges(): Changes {
  const client = useQueryClient()
  const t = useTranslations('done')
  const ui = useTranslations('ui')
  const problemText = useProblemText()
  const nameOf = useMailboxName()
  return useMemo(() => {
    const failed = (error: unknown) => showToast(t('failed', { reason: problemText(error) }), { tone: 'error' })
    const undo = (opposite: Change[]) =>
      settle(client, () => api.applyChanges(opposite)).then(() => showToast(t('undone')), failed)
    const say = (action: Action, count: number, opposite: Change[]) => {
      const text =
        typeof action === 'object'
          ? t('moved', { count, mailbox: nameOf(action.moveTo) })
          : t(sentences[action], { count })
      const offer = opposite.length > 0 ? { label: ui('undo'), run: () => void undo(opposite) } : undefined
      showToast(text, { action: offer })
    }
    const act: Changes['act'] = (action, refs, { quiet = false } = {}) => {
      if (refs.length === 0) return
      const change = changeOf(action, refs)
      const takeBack = paint(client, change)
      settle(client, () => api.applyChanges([change])).then(
        ({ opposite }) => quiet || say(action, refs.length, opposite),
        (error: unknown) => {
          takeBack()
          failed(error)
        },
      )
    }
    const removeForever: Changes['removeForever'] = (refs) => {
      const lists = client.getQueriesData<MessageWindow>({ queryKey: messagesKey() })
      paintMove(client, refs, null)
      settle(client, () => api.removeMessages(refs)).then(
        () => showToast(t('deletedForever', { count: refs.length })),
        (error: unknown) => {
          for (const [key, data] of lists) client.setQueryData(key, data)
          failed(error)
        },
      )
    }
    return { act, removeForever }
  }, [client, t, ui, problemText, nameOf])
}

const sentences = {
  archive: 'archived',
  delete: 'deleted',
  spam: 'spam',
  'not-spam': 'notSpam',
  read: 'read',
  unread: 'unread',
  star: 'starred',
  unstar: 'unstarred',
} as const
