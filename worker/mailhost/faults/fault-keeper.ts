import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { type FaultName, faultNames, fullMailboxOwner } from '@/lib/contract/faults'
import { emptyMailbox, faultChannel, fillMailbox, listFaults, removeAllFaults } from '@/lib/db/faults'
import { listen } from '@/lib/db/listen'
import { env } from '@/lib/env'
import { log } from '@/lib/log'
import { retryAll } from '@/lib/mail/postfix/change-queue'
import { FaultPolicy } from '@/worker/mailhost/faults/policy-server'

/** Servers that a fault switches off, as the supervisor of the world names them (scripts/world/switches.ts). */
const switchedOff: Partial<Record<FaultName, readonly string[]>> = {
  'red-down': ['postfix-red', 'postfix-mx2'],
  'first-mx-down': ['postfix-red'],
  'dns-down': ['dns'],
}

const lookAgainMs = 2_000
/** After healing, what waits is tried at once, and again for servers that take a moment to come up. */
const retriesAfterMs = [200, 1_300, 2_500, 4_000]

/**
 * Makes the faults that the table `demo_faults` wants, and heals the others. Only in the demo. A start of the worker
 * begins healed: a restart of the demo is the way out of everything.
 */
export class FaultKeeper {
  readonly #policy = new FaultPolicy()
  readonly #configs: readonly { path: string }[]
  #active: ReadonlySet<FaultName> = new Set()
  #timer: NodeJS.Timeout | undefined
  #unlisten = () => {}
  #turn: Promise<void> = Promise.resolve()
  #stop = new AbortController()

  constructor(configs: readonly { path: string }[]) {
    this.#configs = configs
  }

  async start(): Promise<void> {
    if (env.faultPolicy !== null) await this.#policy.start(env.faultPolicy)
    await emptyMailbox('full-mailbox', fullMailboxOwner)
    await removeAllFaults()
    await this.#switch([])
    this.#unlisten = listen(faultChannel, () => this.#look())
    this.#timer = setInterval(() => this.#look(), lookAgainMs)
  }

  async stop(): Promise<void> {
    this.#unlisten()
    clearInterval(this.#timer)
    this.#stop.abort()
    await this.#turn
    this.#policy.stop()
  }

  #look() {
    this.#turn = this.#turn
      .then(() => this.#follow())
      .catch((err) => log.warn({ err }, 'the faults of the demo could not be followed'))
  }

  async #follow() {
    const stored = await listFaults()
    const wanted = new Set(faultNames.filter((name) => stored.includes(name)))
    const healed = [...this.#active].filter((name) => !wanted.has(name))
    const same = healed.length === 0 && wanted.size === this.#active.size
    if (same) return
    this.#active = wanted
    this.#policy.active = wanted
    if (wanted.has('full-mailbox')) await fillMailbox('full-mailbox', fullMailboxOwner)
    await this.#switch([...wanted].flatMap((name) => switchedOff[name] ?? []))
    if (healed.length > 0) void this.#retryAll()
  }

  /** The supervisor stops the servers whose names lie in the folder, and starts them when they are gone from it. */
  async #switch(off: string[]) {
    if (env.switches === '') return
    await mkdir(env.switches, { recursive: true })
    const all = new Set(Object.values(switchedOff).flat())
    for (const name of all) {
      const path = join(env.switches, name)
      if (off.includes(name)) await writeFile(path, '')
      else await rm(path, { force: true })
    }
  }

  async #retryAll() {
    const { signal } = this.#stop
    for (const wait of retriesAfterMs) {
      await pause(wait, undefined, { signal }).catch(() => undefined)
      if (signal.aborted) return
      for (const { path } of this.#configs) {
        await retryAll(path).catch((err) => log.debug({ err }, 'a queue could not be tried again yet'))
      }
    }
  }
}
