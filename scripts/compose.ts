// What runs in the one-shot containers of docker-compose.yml: keys, database, first-messages, dns-records, user.
import { dnsRecords } from './compose/dns-records'
import { main, WorldError } from './world/shell'

const [verb = '', ...rest] = process.argv.slice(2)

// loaded when asked for: the database is not there yet while the keys are made
const verbs: Record<string, () => Promise<void>> = {
  keys: async () => (await import('./compose/keys')).makeKeys(),
  database: async () => (await import('./compose/database')).prepareDatabase(),
  'first-messages': async () => (await import('./compose/database')).sendFirstMessages(),
  'dns-records': async () => console.log(dnsRecords()),
  user: async () => (await import('./user/run')).run(rest),
}

await main(async () => {
  const work = verbs[verb]
  if (!work) throw new WorldError(`"${verb}" is not one of: ${Object.keys(verbs).join(', ')}`)
  await work()
})
process.exit(0)
