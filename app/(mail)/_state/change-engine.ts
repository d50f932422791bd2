import type { QueryClient } from '@tanstack/react-query'
import type { useTranslations } from 'use-intl'
import { showToast } from '@/app/_ui/toast'
import { type Acted, type Action, messagesFor } from '@/app/(mail)/_state/actions'
import { changesOf } from '@/app/(mail)/_state/changes-of'
import type { Listed } from '@/app/(mail)/_state/listed'
import { paintChanges, paintRemoved } from '@/app/(mail)/_state/paint-change'
import { detailsKey, labelsKey, mailboxesKey, timedKey } from '@/app/(mail)/_state/query-keys'
import { settle } from '@/app/(mail)/_state/settle'
import { detailWithMoved } from '@/app/(mail)/_state/thread-edits'
import type { ChangeOptions, Changes } from '@/app/(mail)/_state/use-changes'
import type { Change, ChangesApplied } from '@/lib/contract/changes'
import { api } from '@/lib/contract/client'
import type { LabelList } from '@/lib/contract/labels'
import type { MailboxList } from '@/lib/contract/mailboxes'
import type { ThreadDetail } from '@/lib/contract/threads'

/** What is open stays usable: its messages go by their new names. */
function follow(client: QueryClient, { moved }: ChangesApplied): void {
  if (moved.length === 0) return
  client.setQueriesData<ThreadDetail>({ queryKey: detailsKey }, (detail) => detail && detailWithMoved(detail, moved))
}

/** The name of a folder or label made a moment ago, which what was drawn before does not know. */
const nameOfNew = (client: QueryClient, id: string): string =>
  client.getQueryData<LabelList>(labelsKey)?.labels.find((label) => label.id === id)?.name ??
  client.getQueryData<MailboxList>(mailboxesKey)?.mailboxes.find((mailbox) => mailbox.id === id)?.name ??
  ''

/** What the engine says things with. */
export type Surroundings = {
  client: QueryClient
  /** Texts of `done` and of `ui`. */
  t: ReturnType<typeof useTranslations<'done'>>
  ui: ReturnType<typeof useTranslations<'ui'>>
  problemText: (error: unknown) => string
  /** The name of a mailbox or label that is drawn, or ''. */
  nameOf: (id: string) => string
}

/** Changes as `useChanges` offers them: on the screen at once, then on the server. Loaded after the first paint. */
export function makeChanges({ client, t, ui, problemText, nameOf }: Surroundings): Changes {
  const failed = (error: unknown) => showToast(t('failed', { reason: problemText(error) }), { tone: 'error' })
  const undo = (opposite: Change[]) =>
    settle(client, () => api.applyChanges(opposite)).then((applied) => {
      follow(client, applied)
      void client.invalidateQueries({ queryKey: detailsKey })
      showToast(t('undone'))
    }, failed)
  const placeOf = (id: string) => nameOf(id) || nameOfNew(client, id)
  const sentence = (action: Action, count: number): string => {
    if (typeof action !== 'object') return t(sentences[action], { count })
    if ('moveTo' in action) return t('moved', { count, mailbox: placeOf(action.moveTo) })
    return t(action.value ? 'labelled' : 'unlabelled', { count, label: placeOf(action.label) })
  }
  const say = (text: string, opposite: Change[]) => {
    const offer = opposite.length > 0 ? { label: ui('undo'), run: () => void undo(opposite) } : undefined
    showToast(text, { action: offer })
  }
  const apply = (changes: Change[], text: () => string, { quiet = false }: ChangeOptions = {}) => {
    if (changes.length === 0) return
    const takeBack = paintChanges(client, changes)
    settle(client, () => api.applyChanges(changes)).then(
      (applied) => {
        follow(client, applied)
        if (!quiet) say(text(), applied.opposite)
      },
      (error: unknown) => {
        takeBack()
        failed(error)
      },
    )
  }
  const refsFor = (action: Action, threads: Acted[], listed: Listed) =>
    threads.flatMap((thread) => messagesFor(action, thread, listed).map(({ ref }) => ref))
  const act: Changes['act'] = (action, threads, listed, options) =>
    apply(changesOf(action, refsFor(action, threads, listed)), () => sentence(action, threads.length), options)
  const actOnMessages: Changes['actOnMessages'] = (action, refs, options) =>
    apply(changesOf(action, refs), () => sentence(action, refs.length), options)
  const relabel: Changes['relabel'] = (labels, threads, listed) => {
    const [only] = labels
    const changes = labels.flatMap((change) => changesOf(change, refsFor(change, threads, listed)))
    const text = () =>
      only && labels.length === 1 ? sentence(only, threads.length) : t('relabelled', { count: threads.length })
    apply(changes, text)
  }
  const removeForever: Changes['removeForever'] = (refs) => {
    const takeBack = paintRemoved(client, refs)
    settle(client, () => api.removeMessages(refs)).then(
      () => showToast(t('deletedForever', { count: refs.length })),
      (error: unknown) => {
        takeBack()
        failed(error)
      },
    )
  }
  const wake: Changes['wake'] = (threads) => {
    const refs = threads.flatMap(({ messages }) => messages.map(({ ref }) => ref))
    const asleep = refs.filter(({ mailbox }) => mailbox === 'snoozed')
    if (asleep.length === 0) return
    const takeBack = paintChanges(client, [{ kind: 'move', refs: asleep, to: 'inbox' }])
    settle(client, () => api.unsnooze(asleep)).then(
      () => {
        void client.invalidateQueries({ queryKey: timedKey })
        showToast(t('unsnoozed', { count: threads.length }))
      },
      (error: unknown) => {
        takeBack()
        failed(error)
      },
    )
  }
  return { act, actOnMessages, relabel, removeForever, wake }
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
  mute: 'muted',
  unmute: 'unmuted',
} as const
