import { readFileSync } from 'node:fs'
import { HttpClient } from '@/bench/clients/http-client'
import type { Sample } from '@/bench/measure'
import { roundcubeFiles } from '@/bench/roundcube/settings'
import { until } from '@/scripts/world/processes'

let requests = 0

/** Seconds PHP took by request number, of the lines the bench's nginx writes. */
export function readAccessLog(text: string): Map<number, number> {
  const lines = text.split('\n').map((line) => line.split(' '))
  return new Map(
    lines.filter(([number]) => /^\d+$/.test(number ?? '')).map(([number, , php]) => [Number(number), Number(php)]),
  )
}

/** Roundcube as its own pages use it: the same session, request token and calls as its browser code. */
export class RoundcubeClient {
  readonly #http: HttpClient
  #token = ''
  #threads = false

  private constructor(base: string) {
    this.#http = new HttpClient(base)
  }

  /** Throws when the credentials are refused. */
  static async signIn(base: string, address: string, password: string): Promise<RoundcubeClient> {
    const client = new RoundcubeClient(base)
    const page = await client.#http.ask('/?_task=login')
    const token = /name="_token" value="([^"]+)"/.exec(page.text)?.[1] ?? ''
    const form = {
      _token: token,
      _task: 'login',
      _action: 'login',
      _timezone: 'UTC',
      _url: '',
      _user: address,
      _pass: password,
    }
    const answer = await client.#http.ask('/?_task=login', client.#form(form))
    if (answer.status !== 302) throw new Error(`Roundcube refused ${address}: ${answer.status}`)
    const inbox = await client.#http.ask('/?_task=mail&_mbox=INBOX')
    client.#token = /"request_token":"([^"]+)"/.exec(inbox.text)?.[1] ?? ''
    if (client.#token === '') throw new Error('Roundcube gave no request token.')
    return client
  }

  close(): void {
    this.#http.close()
  }

  #form(values: Record<string, string>, headers: Record<string, string> = {}) {
    const type = { 'content-type': 'application/x-www-form-urlencoded' }
    return { method: 'POST', headers: { ...type, ...headers }, body: new URLSearchParams(values).toString() }
  }

  /** Switches its list between messages and conversations, as its list options do. Untimed. */
  async showThreads(threads: boolean): Promise<void> {
    if (threads === this.#threads) return
    this.#threads = threads
    await this.get({ _action: 'list', _mbox: 'INBOX', _threads: threads ? '1' : '0' })
  }

  /** One call as its browser code makes it. */
  get(query: Record<string, string>): Promise<Sample> {
    return this.#timed(`/?${new URLSearchParams({ _task: 'mail', _remote: '1', ...query })}`)
  }

  post(action: string, values: Record<string, string>): Promise<Sample> {
    return this.#timed(`/?_task=mail&_action=${action}`, { _remote: '1', ...values })
  }

  /** A page in a frame: how it shows a message. */
  frame(query: Record<string, string>): Promise<Sample> {
    return this.#timed(`/?${new URLSearchParams({ _task: 'mail', _framed: '1', ...query })}`)
  }

  async #timed(path: string, form?: Record<string, string>): Promise<Sample> {
    const number = ++requests
    const ajax = { 'x-roundcube-request': this.#token, 'x-requested-with': 'XMLHttpRequest' }
    const headers = { ...ajax, 'x-bench-request': String(number) }
    const answer = await this.#http.ask(path, form ? this.#form(form, headers) : { headers })
    if (answer.status !== 200) throw new Error(`Roundcube answered ${answer.status} to ${path}`)
    if (/"action":"login"|_task=login/.test(answer.text)) throw new Error(`Roundcube lost the session at ${path}`)
    return { server: await this.#serverTime(number), wall: answer.wall, bytes: answer.bytes, requests: 1 }
  }

  /** nginx writes its line when the answer has left, which may be a moment after it has arrived. */
  async #serverTime(number: number): Promise<number> {
    let seconds: number | undefined
    await until(
      () => {
        seconds = readAccessLog(readFileSync(roundcubeFiles.accessLog, 'utf8')).get(number)
        return seconds !== undefined
      },
      5,
      5,
    )
    return seconds === undefined ? Number.NaN : seconds * 1000
  }
}
