import { buildWeb } from './world/build'
import { installPackages } from './world/packages'
import { preflight } from './world/preflight'
import { main } from './world/shell'
import { startWorld } from './world/start'
import { isRunning } from './world/state'

const options = process.argv.slice(2)

await main(async () => {
  if (isRunning()) return console.log('Waypost runs already. "npm run status" shows it, "npm run stop" stops it.')
  console.log('Starting Waypost ...')
  await preflight()
  await Promise.all([installPackages(), buildWeb()])
  await startWorld({ detach: options.includes('--detach'), development: false })
})
