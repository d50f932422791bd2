import { run as runCommand } from './user/run'
import { main } from './world/shell'

await main(() => runCommand(process.argv.slice(2)))
