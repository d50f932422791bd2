import { runsInDocker, stopDocker } from './world/docker'
import { main } from './world/shell'
import { stopWorld } from './world/stop'

await main(async () => {
  const native = await stopWorld()
  const containers = !native && (await runsInDocker())
  if (containers) await stopDocker()
  console.log(native || containers ? 'Waypost is stopped.' : 'Waypost was not running.')
})
