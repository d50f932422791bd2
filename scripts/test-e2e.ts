import { countLine } from '@/scripts/testing/count'
import { runBrowser } from '@/scripts/testing/parts'
import { inTestWorld } from '@/scripts/testing/world'

const count = inTestWorld(() => runBrowser(process.argv.slice(2)))
console.log(countLine(count))
process.exit(count.failed > 0 ? 1 : 0)
