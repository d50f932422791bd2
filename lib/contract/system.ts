import type { DeliveryState } from '@/lib/contract/delivery'
import type { FaultList } from '@/lib/contract/faults'

export type PieceId = 'browser' | 'web' | 'worker' | 'blue' | 'dns' | 'red' | 'mx2'

/** A part of the demo and whether it answers now, port by port. */
export type SystemPiece = {
  id: PieceId
  name: string
  address: string
  ports: { protocol: string; port: number; ok: boolean }[]
  ok: boolean
}

/**
 * A step of a delivery in the last minutes. Addresses and words only of mail that the person sent or received; of other
 * people's mail only between which servers it went, and how that ended.
 */
export type SystemDelivery = {
  id: string
  /** ISO 8601 UTC. */
  at: string
  from: PieceId
  /** The same as `from`: its delivery agent put it into a mailbox. */
  to: PieceId
  state: DeliveryState
  mine: boolean
  sender: string
  recipient: string
  reply: string
}

/** Newest delivery first. */
export type LivingSystem = FaultList & { pieces: SystemPiece[]; deliveries: SystemDelivery[]; maySwitch: boolean }
