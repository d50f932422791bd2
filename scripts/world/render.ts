import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { mailserver, run as runFolder } from './paths'
import { run } from './shell'

/** Fills in mailserver/<source> for this world, in the run folder as <name>; gives the folder. Throws when a value is missing. */
export async function render(source: string, name: string, values: Record<string, string | number>): Promise<string> {
  const target = join(runFolder, name)
  const list = join(runFolder, `${name.replaceAll('/', '-')}.values`)
  writeFileSync(
    list,
    `${Object.entries(values)
      .map(([key, value]) => `${key}=${value}`)
      .join('\n')}\n`,
    { mode: 0o600 },
  )
  rmSync(target, { recursive: true, force: true })
  await run(join(mailserver, 'render.sh'), [list, join(mailserver, source), target])
  rmSync(list)
  return target
}
