// `npm run check`: types, lint and format, arrows, dead code. All of them run; the exit code says whether all passed.
import { spawnSync } from 'node:child_process'

const steps: [name: string, command: string, args: string[]][] = [
  ['types', 'tsc', ['--noEmit']],
  ['lint and format', 'biome', ['check', '--error-on-warnings', '.']],
  ['arrows', 'depcruise', ['--config', '.dependency-cruiser.mjs', 'app', 'lib', 'worker', 'server.ts', 'prisma']],
  ['dead code', 'knip', ['--no-progress']],
]

const failed: string[] = []
for (const [name, command, args] of steps) {
  const result = spawnSync(command, args, { encoding: 'utf8' })
  if (result.status === 0) {
    console.log(`ok      ${name}`)
    continue
  }
  failed.push(name)
  console.log(`FAILED  ${name}\n${result.stdout}${result.stderr}`)
}
console.log(`check: ${steps.length - failed.length} passed, ${failed.length} failed`)
process.exit(failed.length > 0 ? 1 : 0)
