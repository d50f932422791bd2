import type { PieceId, SystemDelivery } from '@/lib/contract/system'

/** Where each piece stands in the picture. The worker is not on the way of a message: only the list names it. */
export const places = {
  browser: { x: 90, y: 205 },
  web: { x: 280, y: 205 },
  blue: { x: 470, y: 205 },
  dns: { x: 640, y: 70 },
  red: { x: 810, y: 150 },
  mx2: { x: 640, y: 325 },
} as const satisfies Partial<Record<PieceId, { x: number; y: number }>>

export type PlaceId = keyof typeof places
export const isPlace = (id: PieceId): id is PlaceId => id in places

/** Every line of the picture. `at`: where on it its protocol stands, from 0 to 1, clear of the names below the circles. */
export const lines = [
  { from: 'browser', to: 'web', protocol: 'HTTP', at: 0.5 },
  { from: 'web', to: 'blue', protocol: 'SMTP 587, IMAP 143', at: 0.5 },
  { from: 'blue', to: 'dns', protocol: 'DNS 53', at: 0.5 },
  { from: 'blue', to: 'red', protocol: 'SMTP 25', at: 0.5 },
  { from: 'blue', to: 'mx2', protocol: 'SMTP 25', at: 0.68 },
  { from: 'mx2', to: 'red', protocol: 'SMTP 25', at: 0.3 },
] as const satisfies { from: PlaceId; to: PlaceId; protocol: string; at: number }[]

const gap = 34

/** The ends of the line between two places, outside of their circles. */
export function between(from: PlaceId, to: PlaceId) {
  const [a, b] = [places[from], places[to]]
  const [dx, dy] = [b.x - a.x, b.y - a.y]
  const length = Math.hypot(dx, dy)
  const [ux, uy] = [(dx / length) * gap, (dy / length) * gap]
  return { x1: a.x + ux, y1: a.y + uy, x2: b.x - ux, y2: b.y - uy }
}

/** The path a piece of mail takes for this step; null where the picture has none (into a mailbox of the same server). */
export function pathOf({ from, to }: Pick<SystemDelivery, 'from' | 'to'>): string | null {
  if (!isPlace(from) || !isPlace(to) || from === to) return null
  const { x1, y1, x2, y2 } = between(from, to)
  return `M${x1} ${y1}L${x2} ${y2}`
}
