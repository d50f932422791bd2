import { existsSync, mkdirSync, rmSync, watch } from 'node:fs'
import { join } from 'node:path'
import type { Keeper } from './keeper'
import { run } from './paths'

/** A server whose name lies in here as a file (`postfix-red`) is to be off: the demo's faults are made so. */
export const switches = join(run, 'switched-off')

/** Stops and starts servers as the folder says, from a start with all of them on. */
export function followSwitches(keepers: readonly Keeper[]) {
  rmSync(switches, { recursive: true, force: true })
  mkdirSync(switches, { recursive: true })
  const look = () => {
    for (const keeper of keepers) {
      if (existsSync(join(switches, keeper.service.name.replaceAll(' ', '-')))) keeper.switchOff()
      else keeper.switchOn()
    }
  }
  watch(switches, look)
}
