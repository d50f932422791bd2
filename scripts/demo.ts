import { buildWeb } from './world/build'
import { runInDocker, runsInDocker, wantsDocker } from './world/docker'
import { installPackages } from './world/packages'
import { preflight } from './world/preflight'
import { main, WorldError } from './world/shell'
import { startWorld } from './world/start'
import { isRunning } from './world/state'

const usage = `npm run demo -- [options]
  --detach              returns once everything answers
  --native, --docker    on this machine itself, or in containers; without, containers where an engine answers
  --test-tools          installs what the tests use as well`
const known = ['--detach', '--native', '--docker', '--test-tools']

const options = process.argv.slice(2)
const detach = options.includes('--detach')

await main(async () => {
  if (options.includes('--help')) return console.log(usage)
  const unknown = options.find((option) => !known.includes(option))
  if (unknown !== undefined) throw new WorldError(`There is no option ${unknown}.\n${usage}`)
  if (isRunning() || (await runsInDocker()))
    return console.log('Waypost runs already. "npm run status" shows it, "npm run stop" stops it.')
  if (wantsDocker(options)) return runInDocker({ detach })
  console.log('Starting Waypost ...')
  await preflight()
  await Promise.all([installPackages({ testTools: options.includes('--test-tools') }), buildWeb()])
  await startWorld({ detach, development: false })
})
