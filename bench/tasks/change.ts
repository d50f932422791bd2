import type { ImapWire } from '@/bench/clients/imap-wire'
import { type Place, pick, type Task } from '@/bench/tasks/task'

const ref = ({ uidValidity }: Place, uid: number) => ({ mailbox: 'inbox', id: `${uidValidity}-${uid}` })

/** Everything archived goes back into the inbox. */
export async function unarchive(wire: ImapWire) {
  if ((await wire.select('Archive')) > 0) await wire.command('MOVE 1:* INBOX')
  await wire.select('INBOX')
}

export const changeTasks: Task[] = [
  {
    id: 'star',
    name: 'star a message',
    waypost: async (client, place, run) => {
      const refs = [ref(place, pick(place.old, run >> 1))]
      const changes = [{ kind: 'flag', refs, flag: 'flagged', value: run % 2 === 0 }]
      return (await client.timed('/api/messages/changes', { changes })).sample
    },
    roundcube: (client, { old }, run) =>
      client.post('mark', {
        _uid: String(pick(old, run >> 1)),
        _mbox: 'INBOX',
        _flag: run % 2 === 0 ? 'flagged' : 'unflagged',
      }),
    floor: (wire, { old }, run) =>
      wire.timed(`UID STORE ${pick(old, run >> 1)} ${run % 2 === 0 ? '+' : '-'}FLAGS.SILENT (\\Flagged)`),
  },
  {
    id: 'archive',
    name: 'archive a message',
    waypost: async (client, place, run) => {
      const changes = [{ kind: 'move', refs: [ref(place, pick(place.old, run))], to: 'archive' }]
      return (await client.timed('/api/messages/changes', { changes })).sample
    },
    roundcube: (client, { old }, run) =>
      client.post('move', { _uid: String(pick(old, run)), _mbox: 'INBOX', _target_mbox: 'Archive', _from: '' }),
    floor: (wire, { old }, run) => wire.timed(`UID MOVE ${pick(old, run)} Archive`),
    putBack: unarchive,
  },
]
