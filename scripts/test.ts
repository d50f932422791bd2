// `npm test`: everything, with one world of real servers for the integration and the browser tests.
import { add, type Count, countLine, none } from '@/scripts/testing/count'
import { runBrowser, runChecks, runCrash, runIntegration, runUnit } from '@/scripts/testing/parts'
import { inTestWorld } from '@/scripts/testing/world'

const started = Date.now()
const parts: [name: string, count: Count][] = []

function part(name: string, work: () => Count): void {
  console.log(`\n== ${name}`)
  parts.push([name, work()])
}

part('types, lint, arrows, dead code', runChecks)
part('unit tests', () => runUnit())
try {
  inTestWorld(() => {
    part('integration tests (real servers)', () => runIntegration())
    part('browser tests', () => runBrowser())
    part('servers killed in the middle of work', () => runCrash())
  })
} catch (error) {
  parts.push([`world: ${error instanceof Error ? error.message : String(error)}`, { ...none, failed: 1 }])
}

console.log(`\n== summary (${Math.round((Date.now() - started) / 1000)} s)`)
for (const [name, count] of parts) console.log(`${name}: ${countLine(count)}`)
const total = parts.reduce((sum, [, count]) => add(sum, count), none)
// Once more at the end: where only the last lines of a run are kept, they say what failed.
for (const failure of total.failures) console.log(`failed: ${failure}`)
console.log(countLine(total))
process.exit(total.failed > 0 ? 1 : 0)
