import type { Delivery, JourneyStep, RecipientDelivery } from '@/lib/contract/delivery'

export type StationKind = 'author' | 'host' | 'dns' | 'server' | 'mailbox'

/** One station of the journey's picture. Names and words are strangers' text in part: shown as text only. */
export type Station = {
  /** Its own in one picture. */
  id: string
  kind: StationKind
  name: string
  address: string
  at: string | null
  /** `open`: not reached yet, or not known to us. */
  state: 'done' | 'failed' | 'waiting' | 'open'
  /** What happened there, in order. */
  steps: JourneyStep[]
}

const failed = new Set<JourneyStep['kind']>(['bounced', 'expired', 'stopped'])

/** Steps that tell of one recipient: theirs, those of their aliases' targets, and those of the queue as a whole. */
export function stepsFor(delivery: Delivery, recipient: RecipientDelivery | undefined): JourneyStep[] {
  if (recipient === undefined) return delivery.steps
  const names = new Set([recipient.recipient, ...recipient.deliveredTo].map(plain))
  const mine = delivery.steps.filter((step) => step.recipient !== null && names.has(plain(step.recipient)))
  const queues = new Set(mine.map(({ host, queueId }) => `${host.id} ${queueId}`))
  const domains = new Set([...names].map((address) => address.slice(address.lastIndexOf('@') + 1)))
  return delivery.steps.filter((step) => {
    if (step.recipient !== null) return names.has(plain(step.recipient))
    if (step.kind === 'resolved') return domains.has(step.detail)
    if (step.kind === 'notice') return recipient.state === 'bounced' || recipient.state === 'expired'
    // Nothing was tried yet: what is known is about all of them.
    return mine.length === 0 || queues.has(`${step.host.id} ${step.queueId}`)
  })
}

const plain = (address: string) => address.toLowerCase().replace(/\+[^@]*@/, '@')

type Kinds = JourneyStep['kind'][]
const pick = (steps: JourneyStep[], kinds: Kinds) => steps.filter(({ kind }) => kinds.includes(kind))

function stateOf(steps: JourneyStep[]): Station['state'] {
  const last = steps.at(-1)
  if (last === undefined) return 'open'
  if (failed.has(last.kind)) return 'failed'
  return last.kind === 'waiting' || last.kind === 'held' || last.kind === 'unreachable' ? 'waiting' : 'done'
}

function station(kind: StationKind, name: string, address: string, steps: JourneyStep[]): Station {
  return { id: kind, kind, name, address, at: steps.at(-1)?.at ?? null, state: stateOf(steps), steps }
}

/** Whether DNS named mail servers, none, or could not be asked (the code of the error is none of an answer). */
export function dnsAnswer({ answers, reply }: JourneyStep): 'named' | 'none' | 'unknown' {
  if (answers.length > 0) return 'named'
  return ['', 'ENOTFOUND', 'ENODATA'].includes(reply) ? 'none' : 'unknown'
}

function dnsStation(steps: JourneyStep[]): Station {
  const said = steps.map(dnsAnswer)
  const state = said.includes('none') ? 'failed' : said.includes('named') ? 'done' : 'open'
  return { ...station('dns', 'DNS', '', steps), state }
}

const tries: Kinds = ['accepted', 'waiting', 'bounced', 'unreachable', 'expired']

/** The server the host spoke with, or tried to; then the same server's own part, when it is one of ours. */
function serverStation(steps: JourneyStep[], host: string): Station | null {
  const tried = pick(steps, tries).filter((step) => step.host.id === host)
  const last = tried.findLast(({ server }) => server !== null)
  if (last?.server == null) return null
  const further = steps.filter((step) => step.host.id !== host && ['received', 'queued', 'notice'].includes(step.kind))
  const whole = station('server', last.server.name || last.server.address, last.server.address, [...tried, ...further])
  return { ...whole, at: last.at, state: stateOf(tried) }
}

/**
 * The picture of one message for one recipient: who wrote it, the mail host that took it, the DNS question, the server
 * it was handed to, the mailbox. Stations that mail inside one domain does not pass are left out.
 */
export function stationsOf(steps: JourneyStep[], author: string, mailbox: string): Station[] {
  const first = steps.find(({ kind }) => kind === 'submitted') ?? steps[0]
  if (first === undefined) return []
  const home = first.host
  const resolved = pick(steps, ['resolved'])
  const own = steps.filter(
    (step) =>
      step.host.id === home.id &&
      ['submitted', 'received', 'queued', 'held', 'released', 'stopped'].includes(step.kind),
  )
  const server = resolved.length > 0 ? serverStation(steps, home.id) : null
  const arrived = pick(steps, ['in-mailbox', 'filed'])
  const gone = server === null ? pick(steps, ['bounced', 'waiting', 'expired']) : []
  const stations = [
    station('author', author, first.server?.address ?? '', pick(own, ['submitted', 'received'])),
    station('host', home.name, '', own),
    ...(resolved.length > 0 ? [dnsStation(resolved)] : []),
    ...(server === null ? [] : [server]),
    station('mailbox', mailbox, '', arrived.length > 0 ? arrived : gone),
  ]
  return stations
}
