import { type Place, pick, type Task } from '@/bench/tasks/task'

const waypostMessage = ({ uidValidity }: Place, uid: number) => `/api/messages/inbox/${uidValidity}-${uid}`
const waypostThread = ({ uidValidity }: Place, uid: number) => `/api/threads/inbox/${uidValidity}-${uid}`
const roundcubeMessage = (uid: number) => ({ _action: 'preview', _mbox: 'INBOX', _uid: String(uid) })
const whole = '(UID FLAGS ENVELOPE BODYSTRUCTURE BODY.PEEK[])'

export const openTasks: Task[] = [
  {
    id: 'open-message',
    name: 'open a message',
    waypost: (client, place, run) => client.get(waypostMessage(place, pick(place.old, run))),
    roundcube: (client, { old }, run) => client.frame(roundcubeMessage(pick(old, run))),
    floor: (wire, { old }, run) => wire.timed(`UID FETCH ${pick(old, run)} ${whole}`),
  },
  {
    // Roundcube has no page for a conversation: it opens the newest message, which is what Waypost unfolds
    id: 'open-thread',
    name: 'open a conversation of 10',
    waypost: (client, place, run) => client.get(waypostThread(place, pick(place.conversations, run)[0] ?? 0)),
    roundcube: (client, { conversations }, run) => client.frame(roundcubeMessage(pick(conversations, run).at(-1) ?? 0)),
    floor: (wire, { conversations }, run) => {
      const uids = pick(conversations, run)
      const rows = `UID FETCH ${uids.join(',')} (UID FLAGS INTERNALDATE ENVELOPE BODYSTRUCTURE PREVIEW)`
      return wire.timed(rows, `UID FETCH ${uids.at(-1)} (BODY.PEEK[])`)
    },
  },
]
