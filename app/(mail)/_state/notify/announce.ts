'use client'

import { mailboxListed } from '@/app/(mail)/_state/listed'
import { playArrival } from '@/app/(mail)/_state/notify/play-arrival'
import { goTo } from '@/app/(mail)/_state/place'
import { threadPath } from '@/app/(mail)/_state/place-path'
import { api } from '@/lib/contract/client'
import type { Preferences } from '@/lib/contract/preferences'
import type { ThreadRow } from '@/lib/contract/threads'

const inbox = mailboxListed('inbox')
/** So many are told one by one; more at once are told as a number. */
const mostSingle = 3
const looked = 20

export type Announcer = { arrived: (how: Pick<Preferences, 'notifications' | 'sound'>) => void }
type Words = { several: (count: number) => string; noSubject: string }

/** Tells of what comes into the inbox from now on. For one tab of a browser only; asks for the newest rows to know what came. */
export function makeAnnouncer(words: Words): Announcer {
  let known = newestRows().then((rows) => ({ refs: new Set(rows.map(nameOf)), date: rows[0]?.date ?? '' }))
  return {
    arrived: (how) => {
      known = known.then(async (before) => {
        const rows = await newestRows().catch(() => [])
        // Older than what was newest: put back by somebody, not new.
        const fresh = rows.filter((row) => !row.flags.seen && !before.refs.has(nameOf(row)) && row.date >= before.date)
        if (fresh.length > 0) tell(fresh, how, words)
        return { refs: new Set([...before.refs, ...rows.map(nameOf)]), date: rows[0]?.date ?? before.date }
      })
    },
  }
}

const nameOf = ({ ref }: ThreadRow): string => ref.id

const newestRows = async (): Promise<ThreadRow[]> =>
  (await api.threads({ mailbox: 'inbox', mode: 'messages', offset: 0, limit: looked })).rows

function tell(fresh: ThreadRow[], { notifications, sound }: Parameters<Announcer['arrived']>[0], words: Words): void {
  if (sound) void playArrival().catch(() => undefined)
  // Who looks at the list sees it there.
  if (!notifications || document.hasFocus() || Notification.permission !== 'granted') return
  if (fresh.length > mostSingle) show(words.several(fresh.length), '', '/mail/inbox')
  else
    for (const row of fresh.reverse()) {
      const sender = row.participants.map(({ name, address }) => name || address).join(', ')
      show(sender, row.subject || words.noSubject, threadPath(inbox, row.ref))
    }
}

/** Text only, whatever the sender wrote. */
function show(title: string, body: string, path: string): void {
  const notification = new Notification(title, { body, tag: path, icon: '/icon.svg' })
  notification.onclick = () => {
    notification.close()
    window.focus()
    goTo(path)
  }
}
