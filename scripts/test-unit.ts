import { countLine } from '@/scripts/testing/count'
import { runUnit } from '@/scripts/testing/parts'

const count = runUnit(process.argv.slice(2))
console.log(countLine(count))
process.exit(count.failed > 0 ? 1 : 0)
