import { main } from './world/shell'
import { stopWorld } from './world/stop'

await main(async () => {
  console.log((await stopWorld()) ? 'Waypost is stopped.' : 'Waypost was not running.')
})
