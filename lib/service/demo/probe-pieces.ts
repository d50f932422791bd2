import { Resolver } from 'node:dns/promises'
import type { PieceId, SystemPiece } from '@/lib/contract/system'
import { listMailHosts } from '@/lib/db/mail-hosts'
import { listQueues, type MailQueueRow } from '@/lib/db/mail-queues'
import { env } from '@/lib/env'
import { readGreeting } from '@/lib/mail/read-greeting'

const timeoutMs = 1_500
const freshMs = 1_500
/** A worker tells every ten seconds that it is there. */
const workerSilentMs = 25_000

type Port = SystemPiece['ports'][number]
export type Probed = { pieces: SystemPiece[]; queues: MailQueueRow[] }

let kept: { at: number; probed: Promise<Probed> } | undefined

/** Whether each server of the demo answers, asked as `npm run status` asks: by its own protocol, at most every 1.5 seconds. */
export function probePieces(): Promise<Probed> {
  if (!kept || Date.now() - kept.at > freshMs) kept = { at: Date.now(), probed: probe() }
  return kept.probed
}

async function probe(): Promise<Probed> {
  const [hosts, queues] = await Promise.all([listMailHosts(), listQueues()])
  const servers = await Promise.all(queues.map((queue) => mailServer(queue, hosts)))
  const url = new URL(env.publicUrl)
  const seen = Math.max(0, ...queues.map(({ seenAt }) => seenAt.getTime()))
  const working = Date.now() - seen < workerSilentMs
  return {
    queues,
    pieces: [
      piece('web', 'Waypost', url.hostname, [{ protocol: 'http', port: Number(url.port || 80), ok: true }]),
      { ...piece('worker', 'Worker', '', []), ok: working },
      ...servers.flat(),
      piece('dns', 'DNS', env.dns, [{ protocol: 'dns', port: 53, ok: await answersDns() }]),
    ],
  }
}

const piece = (id: PieceId, name: string, address: string, ports: Port[]): SystemPiece => ({
  id,
  name,
  address,
  ports,
  ok: ports.every(({ ok }) => ok),
})

async function mailServer(
  queue: MailQueueRow,
  hosts: Awaited<ReturnType<typeof listMailHosts>>,
): Promise<SystemPiece[]> {
  const id = (['blue', 'red', 'mx2'] as const).find((known) => known === queue.id)
  if (id === undefined) return []
  const host = hosts.find((one) => one.id === queue.id)
  const asked = [
    port('smtp', queue.address, 25, '220'),
    ...(host
      ? [
          port('submission', host.submitAddress, host.submitPort, '220'),
          port('imap', host.imapAddress, host.imapPort, '* OK'),
          port('pop3', host.imapAddress, 110, '+OK'),
        ]
      : []),
  ]
  return [piece(id, queue.hostname, queue.address, await Promise.all(asked))]
}

async function port(protocol: string, address: string, number: number, greeting: string): Promise<Port> {
  const line = await readGreeting(address, number, timeoutMs).catch(() => '')
  return { protocol, port: number, ok: line.startsWith(greeting) }
}

async function answersDns(): Promise<boolean> {
  const resolver = new Resolver({ timeout: timeoutMs, tries: 1 })
  if (env.dns !== '') resolver.setServers([env.dns])
  return resolver.resolveMx('redemailserver.com').then(
    () => true,
    () => false,
  )
}
