import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, openSync } from 'node:fs'
import { join } from 'node:path'
import { logs } from './paths'
import { isAlive, markProcess, type ProcessMark, signalGroup, until } from './processes'
import type { Launch, Service } from './service'
import { WorldError } from './shell'

/** Waits before a crashed server is started again: doubling, at most half a minute. */
const longestPause = 30_000
const steadyAfter = 60_000
/** Seconds for a first answer: rspamd compiles its patterns at its first start, which takes a loaded small machine a minute. */
const patience = 120

/** Keeps one server running: starts it, starts it again when it ends by itself, and ends it when asked. */
export class Keeper {
  readonly service: Service
  private readonly changed: () => void
  private launch: Launch | undefined
  private child: ChildProcess | undefined
  private ending = false
  private off = false
  private turn: Promise<void> = Promise.resolve()
  private pause = 500
  private startedAt = 0
  mark: ProcessMark | undefined

  constructor(service: Service, changed: () => void) {
    this.service = service
    this.changed = changed
  }

  /** Throws WorldError when the server does not answer within `seconds`. */
  async start(seconds = patience) {
    this.launch = await this.service.prepare()
    this.spawn(this.launch)
    if (await until(() => this.service.answers(), seconds)) return
    const log = join(logs, `${this.service.name.replaceAll(' ', '-')}.log`)
    throw new WorldError(`${this.service.name} did not answer on ${this.service.address} in ${seconds} s; see ${log}`)
  }

  private spawn(launch: Launch) {
    const out = openSync(join(logs, `${this.service.name.replaceAll(' ', '-')}.log`), 'a')
    const { command, args, ...options } = launch
    // a group of its own, so that the server's own children can be ended with it
    this.child = spawn(command, args, { ...options, detached: true, stdio: ['ignore', out, out] })
    closeSync(out)
    this.startedAt = Date.now()
    this.mark = this.child.pid === undefined ? undefined : markProcess(this.child.pid)
    this.child.once('error', (error) => console.error(`${this.service.name}: ${error.message}`))
    this.child.once('exit', (code, signal) => this.ended(launch, code, signal))
    this.changed()
  }

  private ended(launch: Launch, code: number | null, signal: NodeJS.Signals | null) {
    if (this.ending || this.off) return
    if (this.mark) signalGroup(this.mark.pid, 'SIGKILL')
    if (Date.now() - this.startedAt > steadyAfter) this.pause = 500
    console.error(`${this.service.name} ended (${signal ?? code}); starting it again in ${this.pause} ms`)
    setTimeout(() => this.ending || this.off || this.spawn(launch), this.pause)
    this.pause = Math.min(this.pause * 2, longestPause)
  }

  /** Ends the server until it is switched on again. */
  switchOff() {
    if (this.off) return
    this.off = true
    console.error(`${this.service.name} is switched off`)
    this.turn = this.turn.then(() => this.end())
  }

  switchOn() {
    if (!this.off) return
    this.off = false
    this.turn = this.turn.then(() => {
      if (!this.ending && !this.off && this.launch) this.spawn(this.launch)
    })
  }

  /** Ends the server for good. */
  async stop() {
    this.ending = true
    await this.turn
    await this.end()
  }

  /** In good order, and by force when that takes too long. */
  private async end() {
    const mark = this.mark
    if (!mark) return
    const leader = () => !isAlive(mark)
    signalGroup(mark.pid, this.service.stopSignal ?? 'SIGTERM')
    await until(leader, this.service.stopSeconds ?? 10, 50)
    signalGroup(mark.pid, 'SIGKILL')
    await until(leader, 5, 50)
  }
}
