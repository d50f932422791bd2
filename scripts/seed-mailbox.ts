// `npm run seed:mailbox -- --address A --messages N --seed S`: fills an inbox with realistic messages, the same for the same seed.
import { parseArgs } from 'node:util'
import { signMailToken } from '@/lib/auth/mail-token'
import { db } from '@/lib/db/client'
import { appendAll } from '@/scripts/seed/append'
import { corpus } from '@/scripts/seed/corpus'

function fail(text: string): never {
  console.error(text)
  process.exit(1)
}

const usage =
  'Usage: npm run seed:mailbox -- --address brian@blueemailserver.com --messages 1000 [--seed S] [--mailbox INBOX]'
const { values } = parseArgs({
  options: {
    address: { type: 'string' },
    messages: { type: 'string' },
    seed: { type: 'string', default: 'waypost' },
    mailbox: { type: 'string', default: 'INBOX' },
  },
})
const count = Number(values.messages)
if (!values.address || !Number.isInteger(count) || count < 1 || count > 1_000_000) fail(usage)
if (!/^[\w /.-]+$/.test(values.mailbox))
  fail('The mailbox name may hold letters, digits, space, dot, slash and hyphen.')

const address = values.address.toLowerCase()
const account = await db().account.findUnique({
  where: { address },
  include: { domain: { include: { host: true } } },
})
if (!account) fail(`There is no account ${address}. Make it first: npm run user -- add ${address}`)
const { host } = account.domain
const started = Date.now()
const rate = (stored: number) => Math.round(stored / Math.max((Date.now() - started) / 1000, 0.001))
let said = 0

await appendAll(
  {
    host: host.imapAddress,
    serverName: host.hostname,
    address,
    token: await signMailToken({ address, host }),
    mailbox: values.mailbox,
  },
  corpus(address, count, values.seed),
  (stored) => {
    if (stored - said < 5000 && stored < count) return
    said = stored
    console.log(`${stored} of ${count} messages stored (${rate(stored)} a second)`)
  },
)
console.log(`${address} has ${count} new messages in ${values.mailbox}.`)
await db().$disconnect()
