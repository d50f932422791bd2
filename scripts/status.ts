import { printDockerStatus, runsInDocker } from './world/docker'
import { pieces } from './world/pieces'
import { makeSecrets } from './world/secrets'
import { main } from './world/shell'
import { isRunning } from './world/state'

await main(async () => {
  if (!isRunning()) {
    if (await runsInDocker()) process.exit((await printDockerStatus()) ? 0 : 1)
    console.log('Waypost is not running. Start it with: npm run demo')
    process.exit(1)
  }
  const services = pieces(makeSecrets(), 'production').flat()
  const answers = await Promise.all(services.map((service) => service.answers()))
  services.forEach((service, index) => {
    console.log(
      `${service.name.padEnd(14)} ${service.address.padEnd(34)} ${answers[index] ? 'answers' : 'DOES NOT ANSWER'}`,
    )
  })
  if (!answers.every(Boolean)) process.exit(1)
})
