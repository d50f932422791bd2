import type { DeliveryEventRow, QueuedMessageRow } from '@/lib/db/delivery'
import { env } from '@/lib/env'
import { type LogFact, type Peer, readFact, type TlsFact } from '@/lib/mail/postfix/log-fact'
import { type LogLine, parseLogLine } from '@/lib/mail/postfix/log-line'
import { arrivalOf } from '@/lib/mail/postfix/queue-id'

/** What a process said before the delivery it belongs to: kept with the place in the log, so that a restart forgets nothing. */
export type ConnectionNotes = Record<
  string,
  { tls?: TlsFact & { peer: Peer }; unreachable: { peer: Peer; reason: string; at: string }[] }
>

/** The rows that a run of lines makes. */
export type FactRows = { messages: QueuedMessageRow[]; events: DeliveryEventRow[] }

const mostNotes = 200

/** The log has whole seconds; arrival plus delay is exact to ten milliseconds, where the queue id tells the arrival. */
function finishedAt({ queueId, delay }: { queueId: string; delay: number }, logged: Date): Date {
  const arrived = arrivalOf(queueId)
  if (arrived === null) return logged
  const at = new Date(arrived.getTime() + delay * 1000)
  return Math.abs(at.getTime() - logged.getTime()) < 2_000 ? at : logged
}

/** How long Postfix's queue manager waits before the next try: the message's age, within bounds (qmgr(8)). */
const backoffSeconds = (age: number) => Math.min(Math.max(age, env.minimalBackoff), 4_000)

/** Turns log lines of one mail host into rows; `notes` are carried over from line to line. */
export class FactCollector {
  readonly rows: FactRows = { messages: [], events: [] }
  readonly #hostId: string
  readonly #now: Date
  readonly notes: ConnectionNotes

  constructor(hostId: string, notes: ConnectionNotes, now = new Date()) {
    this.#hostId = hostId
    this.notes = notes
    this.#now = now
  }

  add(line: string): void {
    const parsed = parseLogLine(line.replaceAll('\0', ''), this.#now)
    const fact = parsed && readFact(parsed)
    if (parsed && fact) this.#take(fact, parsed)
  }

  #take(fact: LogFact, { at, pid: process, program }: LogLine) {
    const pid = String(process)
    switch (fact.kind) {
      case 'received':
        this.#message(fact.queueId, at, {
          login: fact.login,
          client_name: fact.client.name,
          client_address: fact.client.address,
        })
        return this.#event(fact.kind, fact.queueId, '', arrivalOf(fact.queueId) ?? at, {
          client: fact.client,
          login: fact.login,
        })
      case 'message-id':
        return this.#message(fact.queueId, at, { message_id: fact.messageId })
      case 'queued':
        this.#message(fact.queueId, at, { sender: fact.sender, size: fact.size })
        return this.#event(fact.kind, fact.queueId, '', at, { recipients: fact.recipients, size: fact.size })
      case 'tls':
        return this.#note(pid, (note) => ({ ...note, tls: { ...fact.tls, peer: fact.peer } }))
      case 'unreachable': {
        const failure = { peer: fact.peer, reason: fact.reason, at: at.toISOString() }
        return this.#note(pid, (note) => ({ ...note, unreachable: [...note.unreachable, failure].slice(-10) }))
      }
      case 'delivery':
        return this.#delivery(fact, at, pid, program)
      case 'notice':
        this.#message(fact.noticeQueueId, at, { parent_queue_id: fact.queueId })
        return this.#event(fact.kind, fact.queueId, '', at, { notice: fact.notice, queueId: fact.noticeQueueId })
      case 'removed':
      case 'deleted':
        this.#message(fact.queueId, at, { left_at: at.toISOString() })
        return this.#event(fact.kind, fact.queueId, '', at, {})
      case 'refused':
        return this.#event(fact.kind, fact.queueId, fact.recipient, at, {
          stage: fact.stage,
          client: fact.client,
          reply: fact.reply,
          sender: fact.sender,
          lasting: fact.lasting,
        })
      default:
        return this.#event(fact.kind, fact.queueId, '', at, {})
    }
  }

  #delivery(fact: Extract<LogFact, { kind: 'delivery' }>, at: Date, pid: string, program: string) {
    const note = this.notes[pid]
    const tls = note?.tls?.peer.address === fact.relay?.address ? note?.tls : undefined
    const { original, relay, delay, delays, dsn, status, reply } = fact
    const tried = note?.unreachable ?? []
    const done = finishedAt(fact, at)
    const retryAfter = status === 'deferred' ? backoffSeconds(fact.delay) : null
    const words = { original, relay, delay, delays, dsn, status, reply, program, retryAfter, tls: tls ?? null, tried }
    this.#event('delivery', fact.queueId, fact.recipient, done, words)
    // A process may deliver several recipients over the connection it told of; what it could not reach is told once.
    if (note !== undefined) this.notes[pid] = { ...note, unreachable: [] }
  }

  #note(pid: string, change: (note: ConnectionNotes[string]) => ConnectionNotes[string]) {
    this.notes[pid] = change(this.notes[pid] ?? { unreachable: [] })
    const pids = Object.keys(this.notes)
    for (const old of pids.slice(0, Math.max(0, pids.length - mostNotes))) delete this.notes[old]
  }

  #message(queueId: string, at: Date, known: Partial<QueuedMessageRow>) {
    const arrived = arrivalOf(queueId) ?? at
    this.rows.messages.push({ host_id: this.#hostId, queue_id: queueId, arrived_at: arrived.toISOString(), ...known })
  }

  #event(kind: string, queueId: string | null, recipient: string, at: Date, fact: object) {
    this.rows.events.push({
      host_id: this.#hostId,
      queue_id: queueId,
      kind,
      recipient: recipient.toLowerCase(),
      at: at.toISOString(),
      fact,
    })
  }
}
