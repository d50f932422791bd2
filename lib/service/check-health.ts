import { listMailHosts } from '@/lib/db/mail-hosts'
import { readGreeting } from '@/lib/mail/read-greeting'

const timeoutMs = 2_000
const freshMs = 1_000

type State = { name: string; ok: boolean; ms: number }
/** `ok` is false when one dependency does not answer. Names no addresses: everybody may ask. */
export type Health = { ok: boolean; dependencies: State[] }

let kept: { at: number; health: Promise<Health> } | undefined

/** Whether the database and every mail host answer, asked at most once a second. */
export function checkHealth(): Promise<Health> {
  if (!kept || Date.now() - kept.at > freshMs) kept = { at: Date.now(), health: askAll() }
  return kept.health
}

async function askAll(): Promise<Health> {
  const hosts = await timed('database', listMailHosts)
  const states = await Promise.all(
    (hosts.value ?? []).flatMap((host) => [
      timed(`imap ${host.id}`, () => greeting(host.imapAddress, host.imapPort, '* OK')),
      timed(`submission ${host.id}`, () => greeting(host.submitAddress, host.submitPort, '220')),
    ]),
  )
  const dependencies = [hosts.state, ...states.map(({ state }) => state)]
  return { ok: dependencies.every(({ ok }) => ok), dependencies }
}

async function greeting(address: string, port: number, expected: string): Promise<void> {
  const line = await readGreeting(address, port, timeoutMs)
  if (!line.startsWith(expected)) throw new Error('another greeting than expected')
}

async function timed<T>(name: string, ask: () => Promise<T>): Promise<{ state: State; value: T | null }> {
  const start = performance.now()
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('no answer in time')), timeoutMs)
  })
  try {
    const value = await Promise.race([ask(), late])
    return { state: { name, ok: true, ms: Math.round(performance.now() - start) }, value }
  } catch {
    return { state: { name, ok: false, ms: Math.round(performance.now() - start) }, value: null }
  } finally {
    clearTimeout(timer)
  }
}
