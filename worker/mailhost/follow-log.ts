import { watch } from 'node:fs'
import { dirname } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { findLogPosition, storeLogFacts, storeReadUntil } from '@/lib/db/delivery'
import { log as report } from '@/lib/log'
import { type ConnectionNotes, FactCollector, type FactRows } from '@/worker/mailhost/fact-rows'
import { FilingCollector } from '@/worker/mailhost/filing-rows'
import { LogReader } from '@/worker/mailhost/log-reader'
import { resolveTries } from '@/worker/mailhost/resolve-mx'

/** How far a follower is; `behind` while there are lines it has not stored. */
export type FollowerState = { lines: number; caughtUp: boolean; failing: boolean }

const liveLines = 500
const lookAgainMs = 500
const retryMs = 2_000
const tellEveryMs = 2_000

/** Which log, and how its lines become rows; `notes` are what later lines refer to, kept with the place. */
export type FollowedLog = {
  hostId: string
  program: 'postfix' | 'dovecot'
  path: string
  collect: (lines: string[], notes: ConnectionNotes) => FactRows
}

/** The log of Postfix, and of Dovecot, of one mail host. */
export const postfixLog = (hostId: string, path: string): FollowedLog => ({
  hostId,
  program: 'postfix',
  path,
  collect: (lines, notes) => collected(new FactCollector(hostId, notes), lines),
})
export const dovecotLog = (hostId: string, path: string): FollowedLog => ({
  hostId,
  program: 'dovecot',
  path,
  collect: (lines) => collected(new FilingCollector(hostId), lines),
})

function collected(collector: { add: (line: string) => void; rows: FactRows }, lines: string[]): FactRows {
  for (const line of lines) collector.add(line)
  return collector.rows
}

/** Turns one log into events, for as long as it is not stopped. */
export class LogFollower {
  readonly state: FollowerState = { lines: 0, caughtUp: false, failing: false }
  readonly #log: FollowedLog
  #stop = new AbortController()
  #wake = () => {}
  #ended: Promise<void> = Promise.resolve()
  #toldAt = 0

  constructor(followed: FollowedLog) {
    this.#log = followed
  }

  get #name() {
    return `${this.#log.hostId}/${this.#log.program}`
  }

  start(): void {
    this.#ended = this.#run()
  }

  async stop(): Promise<void> {
    this.#stop.abort()
    this.#wake()
    await this.#ended
  }

  async #run() {
    const { signal } = this.#stop
    this.#watch(signal)
    while (!signal.aborted) {
      try {
        await this.#follow(signal)
      } catch (err) {
        this.state.failing = true
        report.warn({ err, log: this.#name }, 'a mail log could not be taken in; trying again')
        await pause(retryMs, undefined, { signal }).catch(() => undefined)
      }
    }
  }

  /** From the place last stored on; whatever fails ends this, and the next one begins at what was stored. */
  async #follow(signal: AbortSignal) {
    const stored = await findLogPosition(this.#name)
    const notes = (stored?.context ?? {}) as ConnectionNotes
    const reader = new LogReader(this.#log.path, stored)
    try {
      while (!signal.aborted) {
        const asked = new Date()
        const chunk = await reader.next()
        this.state.caughtUp = chunk === null
        if (chunk === null) {
          await this.#tellReadUntil(asked)
          await this.#somethingNew()
          continue
        }
        const rows = this.#log.collect(chunk.lines, notes)
        // Of a log that is read late the answers of then are not known any more.
        if (chunk.lines.length <= liveLines) rows.events.push(...(await resolveTries(rows.events)))
        await storeLogFacts(this.#name, { ...chunk.place, context: notes }, rows)
        this.state.lines += chunk.lines.length
        this.state.failing = false
      }
    } finally {
      await reader.close()
    }
  }

  /** Whoever waits for something the log does not tell must know that it was read. */
  async #tellReadUntil(at: Date) {
    if (at.getTime() - this.#toldAt < tellEveryMs) return
    await storeReadUntil(this.#name, at)
    this.#toldAt = at.getTime()
  }

  /** Until the log is written to; at the latest after half a second, for file systems that tell nothing. */
  #somethingNew(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, lookAgainMs)
      this.#wake = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  }

  #watch(signal: AbortSignal) {
    try {
      const watcher = watch(dirname(this.#log.path), { signal }, () => this.#wake())
      watcher.on('error', () => undefined)
    } catch {
      // the folder is not there yet, or cannot be watched: looking again finds it
    }
  }
}
