// `npm run bench`: the figures of the budgets, measured on a world of its own (.waypost/bench-world, 127.0.7.x, port 3707).
// Options: --messages N (100000), --runs N (100), --keep (leave the world running and its mailbox filled).
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { scriptBytesToInbox } from '@/bench/browser-bytes'
import { type Figure, measure } from '@/bench/measure'
import type { MessageWindow } from '@/lib/contract/messages'

const { values } = parseArgs({
  options: {
    messages: { type: 'string', default: '100000' },
    runs: { type: 'string', default: '100' },
    keep: { type: 'boolean', default: false },
  },
})
const [messages, runs] = [Number(values.messages), Number(values.runs)]
const address = 'brian@blueemailserver.com'
const world = { WAYPOST_DATA: resolve('.waypost/bench-world'), WAYPOST_NET: '127.0.7', PORT: '3707' }
const base = `http://127.0.0.1:${world.PORT}`

/** Runs one of the project's commands in the bench's world. Throws when it fails. */
async function script(...args: string[]): Promise<void> {
  const child = spawn('node', ['scripts/bootstrap.mjs', ...args], {
    stdio: 'inherit',
    env: { ...process.env, ...world },
  })
  const [code] = await once(child, 'exit')
  if (code !== 0) throw new Error(`"${args.join(' ')}" ended with ${code}.`)
}

async function signIn(): Promise<string> {
  const response = await fetch(`${base}/api/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: base },
    body: JSON.stringify({ email: address, password: 'demo' }),
  })
  if (!response.ok) throw new Error(`Signing in answered ${response.status}.`)
  return response.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ')
}

async function figures(cookie: string): Promise<Figure[]> {
  const get = (path: string) => fetch(base + path, { headers: { cookie } })
  const list = (offset: number) => get(`/api/messages?mailbox=inbox&offset=${offset}&limit=50`)
  const window = (await (await list(0)).json()) as MessageWindow
  const middle = Math.floor(window.total / 2)
  const sample = (await (await get(`/api/messages?mailbox=inbox&offset=${middle}&limit=200`)).json()) as MessageWindow
  const row = (run: number) => sample.rows[run % sample.rows.length] ?? sample.rows[0]
  const open = (run: number) => get(`/api/messages/inbox/${row(run)?.ref.id}`)
  const star = (run: number) =>
    fetch(`${base}/api/messages/changes`, {
      method: 'POST',
      headers: { cookie, origin: base, 'content-type': 'application/json' },
      body: JSON.stringify({
        changes: [{ kind: 'flag', refs: [row(run >> 1)?.ref], flag: 'flagged', value: run % 2 === 1 }],
      }),
    })
  return [
    await measure('list, first page', runs, () => list(0)),
    await measure('list, a page in the middle', runs, (run) => list(middle + run * 50)),
    await measure('list, last page', runs, () => list(Math.max(0, window.total - 50))),
    await measure('open a message', runs, open),
    await measure('message body document', runs, (run) => get(`/api/messages/inbox/${row(run)?.ref.id}/body`)),
    await measure('star', runs, star),
    await measure('mailboxes with counts', runs, () => get('/api/mailboxes')),
  ]
}

function print(all: Figure[], scripts: number): void {
  const cell = (value: number) => value.toFixed(1).padStart(8)
  console.log(`\n${cpus().length} cores, ${messages} messages, ${runs} runs each, milliseconds`)
  console.log(`${'what'.padEnd(30)} server p50      p95 wall p50      p95    bytes`)
  for (const one of all) {
    const times = [one.serverP50, one.serverP95, one.wallP50, one.wallP95].map(cell).join(' ')
    console.log(`${one.name.padEnd(30)}   ${times} ${String(one.bytes).padStart(8)}`)
  }
  console.log(`JavaScript to the first inbox rows: ${(scripts / 1024).toFixed(1)} KB gzip`)
}

try {
  await script('demo', '--native', '--detach')
  const cookie = await signIn()
  const state = (await (
    await fetch(`${base}/api/messages?mailbox=inbox&offset=0&limit=1`, { headers: { cookie } })
  ).json()) as MessageWindow
  if (state.total < messages)
    await script('seed-mailbox', '--address', address, '--messages', String(messages - state.total), '--seed', 'bench')
  const all = await figures(cookie)
  const session = cookie.split('; ').find((one) => one.includes('session-token')) ?? cookie
  const [name = '', value = ''] = session.split(/=(.*)/s)
  const scripts = await scriptBytesToInbox(base, { name, value })
  print(all, scripts)
  const file = resolve('.waypost/reports/bench.json')
  mkdirSync(resolve('.waypost/reports'), { recursive: true })
  writeFileSync(
    file,
    `${JSON.stringify({ at: new Date().toISOString(), messages, runs, figures: all, scriptBytesGzip: scripts }, null, 2)}\n`,
  )
  console.log(`JSON: ${file}`)
} finally {
  if (!values.keep) await script('stop')
}
