import { buildWeb } from './world/build'
import { runInDocker, runsInDocker, wantsDocker } from './world/docker'
import { installPackages } from './world/packages'
import { preflight } from './world/preflight'
import { main } from './world/shell'
import { startWorld } from './world/start'
import { isRunning } from './world/state'

const options = process.argv.slice(2)
const detach = options.includes('--detach')

await main(async () => {
  if (isRunning() || (await runsInDocker()))
    return console.log('Waypost runs already. "npm run status" shows it, "npm run stop" stops it.')
  if (wantsDocker(options)) return runInDocker({ detach })
  console.log('Starting Waypost ...')
  await preflight()
  await Promise.all([installPackages({ testTools: options.includes('--test-tools') }), buildWeb()])
  await startWorld({ detach, development: false })
})
