import { rmSync } from 'node:fs'
import { keptInDocker, stopDocker } from './world/docker'
import { data } from './world/paths'
import { main } from './world/shell'
import { stopWorld } from './world/stop'

await main(async () => {
  await stopWorld()
  if (keptInDocker()) await stopDocker({ wipe: true })
  rmSync(data, { recursive: true, force: true })
  console.log(`Waypost is stopped and its data in ${data} is gone.`)
})
