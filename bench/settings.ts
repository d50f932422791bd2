import { resolve } from 'node:path'
import { parseArgs } from 'node:util'

/** What a run of the bench is made of, in this order: the load leaves work behind. `--only` names some of them. */
export const parts = ['compare', 'browser', 'load', 'delivery', 'bulk'] as const
export type Part = (typeof parts)[number]

export type Settings = {
  /** Mailbox sizes, one account each. */
  messages: number[]
  parts: Part[]
  /** How often each thing is done and timed. */
  runs: number
  /** How many signed-in accounts, one step after the other. */
  accounts: number[]
  /** Seconds of each step of the load. */
  seconds: number
  /** Keep the filled mailboxes for the next run. */
  keep: boolean
}

export const usage = `npm run bench -- [options]
  --messages 1000,10000,100000   mailbox sizes
  --only compare,browser,load,delivery,bulk    parts
  --runs 50                      how often each thing is timed
  --accounts 100,500,1000        signed-in accounts of the load
  --quick                        a small run: 1,000 messages, 10 runs, 50 accounts
  --keep                         keeps the filled mailboxes for the next run`

const quick = { messages: '1000', runs: '10', accounts: '50', seconds: 10 }
const whole = { messages: '1000,10000,100000', runs: '50', accounts: '100,500,1000', seconds: 30 }

function numbers(text: string, name: string): number[] {
  const found = text.split(',').map(Number)
  if (found.some((value) => !Number.isInteger(value) || value < 1)) throw new Error(`--${name} takes whole numbers.`)
  return found
}

function partsOf(text: string): Part[] {
  const known = parts.filter((part) => text.split(',').includes(part))
  if (known.length !== text.split(',').length) throw new Error(`--only takes ${parts.join(', ')}.`)
  return known
}

/** Reads the command line. Throws Error with a sentence for the person at the keyboard. */
export function readSettings(args: string[]): Settings {
  const text = { type: 'string' } as const
  const flag = { type: 'boolean', default: false } as const
  const options = { messages: text, only: text, runs: text, accounts: text, quick: flag, keep: flag }
  const { values } = parseArgs({ args, options })
  const base = values.quick ? quick : whole
  return {
    messages: numbers(values.messages ?? base.messages, 'messages').sort((a, b) => a - b),
    parts: partsOf(values.only ?? parts.join(',')),
    runs: numbers(values.runs ?? base.runs, 'runs')[0] ?? 1,
    accounts: numbers(values.accounts ?? base.accounts, 'accounts').sort((a, b) => a - b),
    seconds: base.seconds,
    keep: values.keep,
  }
}

/** The bench's own world: other data, loopback addresses and port than the demo's. Each can be moved by its variable. */
export function benchWorldEnv(): { WAYPOST_DATA: string; WAYPOST_NET: string; PORT: string } {
  return {
    WAYPOST_DATA: process.env.WAYPOST_BENCH_DATA ?? resolve('.waypost/bench-world'),
    WAYPOST_NET: process.env.WAYPOST_BENCH_NET ?? '127.0.7',
    PORT: process.env.WAYPOST_BENCH_PORT ?? '3707',
  }
}
