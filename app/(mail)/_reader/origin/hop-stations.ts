import type { Station } from '@/app/(mail)/_reader/delivery/stations'
import type { Hop } from '@/lib/contract/origin'

type Words = { witnessed: string; claimed: string }

const stateOf = ({ witnessed }: Hop): Station['state'] => (witnessed ? 'done' : 'open')

/** Stations of a received message: who handed it to the first server, and every server; what is only claimed is drawn open. */
export function hopStations(hops: Hop[], words: Words): Station[] {
  const [first] = hops
  if (first === undefined) return []
  const { from } = first
  const author: Station = {
    id: 'author',
    kind: 'author',
    name: from.name || from.said,
    address: from.address,
    at: first.at,
    state: stateOf(first),
    steps: [],
  }
  const servers = hops.map(
    (hop, place): Station => ({
      id: String(place),
      kind: hop.protocol.toUpperCase() === 'LMTP' ? 'mailbox' : 'host',
      name: hop.by,
      address: hop.witnessed ? words.witnessed : words.claimed,
      at: hop.at,
      state: stateOf(hop),
      steps: [],
    }),
  )
  return [author, ...servers]
}
