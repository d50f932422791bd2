import { watch } from 'node:fs'
import { dirname } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { findLogPosition, storeLogFacts } from '@/lib/db/delivery'
import { log as report } from '@/lib/log'
import { type ConnectionNotes, FactCollector } from '@/worker/mailhost/fact-rows'
import { LogReader } from '@/worker/mailhost/log-reader'

/** How far a follower is; `behind` while there are lines it has not stored. */
export type FollowerState = { lines: number; caughtUp: boolean; failing: boolean }

const lookAgainMs = 500
const retryMs = 2_000

/** Turns the log of one mail host's Postfix into events, for as long as it is not stopped. */
export class LogFollower {
  readonly state: FollowerState = { lines: 0, caughtUp: false, failing: false }
  readonly #hostId: string
  readonly #path: string
  #stop = new AbortController()
  #wake = () => {}
  #ended: Promise<void> = Promise.resolve()

  constructor(hostId: string, path: string) {
    this.#hostId = hostId
    this.#path = path
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
        report.warn({ err, host: this.#hostId }, 'the log of Postfix could not be taken in; trying again')
        await pause(retryMs, undefined, { signal }).catch(() => undefined)
      }
    }
  }

  /** From the place last stored on; whatever fails ends this, and the next one begins at what was stored. */
  async #follow(signal: AbortSignal) {
    const log = `${this.#hostId}/postfix`
    const stored = await findLogPosition(log)
    const notes = (stored?.context ?? {}) as ConnectionNotes
    const reader = new LogReader(this.#path, stored)
    try {
      while (!signal.aborted) {
        const chunk = await reader.next()
        this.state.caughtUp = chunk === null
        if (chunk === null) {
          await this.#somethingNew()
          continue
        }
        const collector = new FactCollector(this.#hostId, notes)
        for (const line of chunk.lines) collector.add(line)
        await storeLogFacts(log, { ...chunk.place, context: notes }, collector.rows)
        this.state.lines += chunk.lines.length
        this.state.failing = false
      }
    } finally {
      await reader.close()
    }
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
      const watcher = watch(dirname(this.#path), { signal }, () => this.#wake())
      watcher.on('error', () => undefined)
    } catch {
      // the folder is not there yet, or cannot be watched: looking again finds it
    }
  }
}
