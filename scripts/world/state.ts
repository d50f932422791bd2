import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { data } from './paths'
import { isAlive, type ProcessMark } from './processes'

/** What runs, written down so that another command can find and end exactly that. */
export interface WorldState {
  readonly supervisor: ProcessMark
  readonly servers: readonly { readonly name: string; readonly mark: ProcessMark }[]
  readonly ready: boolean
}

const file = join(data, 'world.json')

export function writeState(state: WorldState) {
  writeFileSync(`${file}.new`, JSON.stringify(state, null, 2))
  renameSync(`${file}.new`, file)
}

export function readState(): WorldState | undefined {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as WorldState) : undefined
}

export function forgetState() {
  rmSync(file, { force: true })
}

/** Whether a supervisor of this data folder runs. */
export function isRunning(): boolean {
  const state = readState()
  return state !== undefined && isAlive(state.supervisor)
}
