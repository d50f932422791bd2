import { randomUUID } from 'node:crypto'
import { type Answer, ask, type person } from '@/e2e/web-client'
import type { Address } from '@/lib/contract/address'
import type { DeliveryState, DeliveryStates } from '@/lib/contract/delivery'
import type { Draft, MessageSent } from '@/lib/contract/drafts'
import { emptyDraft } from '@/lib/contract/empty-draft'
import type { HeldMessage, Outbox } from '@/lib/contract/outbox'
import type { ThreadWindow } from '@/lib/contract/threads'

type Person = Awaited<ReturnType<typeof person>>
type Problem = { code: string }

/** Numbers from 0 to 1, the same for one seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))
const patienceMs = 100_000

/** What a server that is being killed answers: ask again. */
const passes = ({ status }: Answer) => status >= 500

/**
 * Somebody who writes to the same people again and again while the servers are killed, who presses a button again when nothing
 * answers, and who takes back some messages. What they were told is kept: `sent` and `undone` are Message-IDs.
 */
export class Sender {
  readonly sent: string[] = []
  readonly undone: string[] = []
  readonly from: Person
  readonly #to: Address[]
  readonly #random: () => number

  constructor(from: Person, to: Address[], random: () => number) {
    this.from = from
    this.#to = to
    this.#random = random
  }

  /** Spreads `count` messages over `seconds`: with little time to undo, without any, and for a time. */
  async send(count: number, seconds: number): Promise<void> {
    const started = Date.now()
    const all: Promise<void>[] = []
    for (let n = 0; n < count; n++) {
      await pause(Math.max(0, started + (n * seconds * 1000) / count - Date.now()))
      // one after the other where the time to undo changes
      const undoSeconds = this.#random() < 0.3 ? 0 : 5
      await this.#ask('PUT', '/api/preferences', { undoSeconds })
      all.push(this.#sendOne(n))
    }
    await Promise.all(all)
  }

  async outbox(): Promise<HeldMessage[]> {
    return ((await this.#ask('GET', '/api/outbox')).json as Outbox).messages
  }

  /** The state that the list of Sent shows for each message. */
  async statesShown(): Promise<DeliveryState[]> {
    const list = (await this.#ask('GET', '/api/threads?mailbox=sent&mode=messages&limit=200')).json as ThreadWindow
    const refs = list.rows.map(({ ref }) => ref)
    const { states } = (await this.#ask('POST', '/api/delivery/states', { refs })).json as DeliveryStates
    return Object.values(states).map(({ state }) => state)
  }

  async #sendOne(n: number): Promise<void> {
    const draft = this.#draft(n)
    const sendAt = this.#random() < 0.2 ? new Date(Date.now() + 6_000).toISOString() : null
    const wantsUndo = this.#random() < 0.35
    const waitMs = this.#random() * 6_000
    const { held } = (await this.#ask('POST', '/api/send', { draft, saved: null, sendAt })).json as MessageSent
    if (held === null || !wantsUndo) return void this.sent.push(draft.messageId)
    await pause(waitMs)
    const answer = await this.#ask('DELETE', `/api/outbox/${held.id}`)
    const late = (answer.json as Problem).code === 'already-sent'
    // gone already: the answer to the first try was lost
    if (late) this.sent.push(draft.messageId)
    else this.undone.push(draft.messageId)
  }

  #draft(n: number): Draft {
    const id = `${n}-${randomUUID()}`
    const blank = emptyDraft(`<${id}@crash.example>`)
    return { ...blank, to: this.#to, subject: `Crash ${id}`, format: 'text', text: 'words' }
  }

  /** Asks until a server that lives has answered. */
  async #ask(method: string, path: string, json?: unknown): Promise<Answer> {
    const end = Date.now() + patienceMs
    for (;;) {
      const answer = await ask(method, path, { cookie: this.from.cookie, json }).catch(() => null)
      if (answer !== null && !passes(answer)) return answer
      if (Date.now() > end) throw new Error(`${method} ${path}: ${answer?.status} ${answer?.bytes}`)
      await pause(300)
    }
  }
}
