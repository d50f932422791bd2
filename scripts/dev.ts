import { installPackages } from './world/packages'
import { preflight } from './world/preflight'
import { main } from './world/shell'
import { startWorld } from './world/start'
import { isRunning } from './world/state'

await main(async () => {
  if (isRunning()) return console.log('Waypost runs already: "npm run stop" first.')
  console.log("Starting Waypost with Next's development server ...")
  await preflight()
  await installPackages({ testTools: false })
  await startWorld({ detach: process.argv.includes('--detach'), development: true })
})
