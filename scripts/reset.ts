import { rmSync } from 'node:fs'
import { data } from './world/paths'
import { main } from './world/shell'
import { stopWorld } from './world/stop'

await main(async () => {
  await stopWorld()
  rmSync(data, { recursive: true, force: true })
  console.log(`Waypost is stopped and its data in ${data} is gone.`)
})
