import { add, countLine, none } from '@/scripts/testing/count'
import { runCrash, runIntegration } from '@/scripts/testing/parts'
import { inTestWorld } from '@/scripts/testing/world'

const extra = process.argv.slice(2)
// Named files are of one kind or the other; all of them are of both.
const count = inTestWorld(() =>
  extra.some((word) => word.includes('.crash.'))
    ? runCrash(extra)
    : add(runIntegration(extra), extra.length > 0 ? none : runCrash()),
)
console.log(countLine(count))
process.exit(count.failed > 0 ? 1 : 0)
