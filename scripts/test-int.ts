import { countLine } from '@/scripts/testing/count'
import { runIntegration } from '@/scripts/testing/parts'
import { inTestWorld } from '@/scripts/testing/world'

const count = inTestWorld(() => runIntegration(process.argv.slice(2)))
console.log(countLine(count))
process.exit(count.failed > 0 ? 1 : 0)
