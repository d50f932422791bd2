import { HttpClient } from '@/bench/clients/http-client'
import { sessionCookieName } from '@/bench/clients/waypost-client'
import type { MessageRef } from '@/lib/contract/messages'

/** What people do, and how often of a hundred times. */
const mix = [
  ['list', 30],
  ['open', 40],
  ['star', 10],
  ['archive', 8],
  ['search', 12],
] as const
export type Action = (typeof mix)[number][0]

/** An action of the mix; `dice` is from 0 up to 1. */
export function chooseAction(dice: number): Action {
  let left = dice * 100
  for (const [action, share] of mix) {
    left -= share
    if (left < 0) return action
  }
  return 'list'
}

const words = ['Thursday', 'invoice', 'from:alice', 'warranty', 'zzqxv', 'is:unread']
type Row = { ref: MessageRef; flags: { flagged: boolean } }

/** Somebody with the inbox open, who does one thing at a time over one kept connection. */
export class Worker {
  readonly #http: HttpClient
  readonly #base: string
  #rows: Row[] = []

  constructor(base: string, cookie: string) {
    this.#base = base
    this.#http = new HttpClient(base)
    this.#http.setCookie(sessionCookieName, cookie)
  }

  /** Does `action` and gives its milliseconds. Throws when the answer is not 200. */
  async do(action: Action): Promise<number> {
    const row = this.#rows[Math.floor(Math.random() * this.#rows.length)]
    if (row === undefined || action === 'list') return this.#list()
    if (action === 'open') return this.#ask(`/api/messages/${row.ref.mailbox}/${row.ref.id}`)
    if (action === 'search') return this.#search()
    return action === 'star' ? this.#star(row) : this.#archive(row)
  }

  async #list(): Promise<number> {
    const { text, wall } = await this.#answer('/api/threads?mailbox=inbox&offset=0&limit=50')
    this.#rows = (JSON.parse(text) as { rows: Row[] }).rows
    return wall
  }

  #search(): Promise<number> {
    const word = words[Math.floor(Math.random() * words.length)] ?? ''
    return this.#ask(`/api/search?q=${encodeURIComponent(word)}&limit=50`)
  }

  #star({ ref, flags }: Row): Promise<number> {
    flags.flagged = !flags.flagged
    return this.#change({ kind: 'flag', refs: [ref], flag: 'flagged', value: flags.flagged })
  }

  async #archive(row: Row): Promise<number> {
    this.#rows = this.#rows.filter((one) => one !== row)
    return this.#change({ kind: 'move', refs: [row.ref], to: 'archive' })
  }

  #change(change: unknown): Promise<number> {
    return this.#ask('/api/messages/changes', { changes: [change] })
  }

  async #ask(path: string, json?: unknown): Promise<number> {
    return (await this.#answer(path, json)).wall
  }

  async #answer(path: string, json?: unknown) {
    const headers = { 'content-type': 'application/json', origin: this.#base }
    const answer = await this.#http.ask(
      path,
      json === undefined ? {} : { method: 'POST', headers, body: JSON.stringify(json) },
    )
    if (answer.status !== 200) throw new Error(`${answer.status} ${path.split('?')[0]} ${answer.text.slice(0, 120)}`)
    return answer
  }
}
