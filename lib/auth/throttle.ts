import { createHash } from 'node:crypto'

const firstDelay = 2
const longestDelay = 15 * 60

/** Seconds to wait after the 1st, 2nd, 3rd ... failure in a row: 0 for the first `free`, then 2, 4, 8 ... up to 900. */
export function delaysAfter(free: number): number[] {
  const delays = Array<number>(free).fill(0)
  for (let delay = firstDelay; delay < longestDelay; delay *= 2) delays.push(delay)
  return [...delays, longestDelay]
}

/** An address may stand for a whole office, so it gets more free failures than an account. */
export const accountDelays = delaysAfter(5)
export const clientDelays = delaysAfter(20)

/** Hashed, because people type passwords into the wrong field. */
export function accountKey(email: string): string {
  return `account:${createHash('sha256').update(email.trim().toLowerCase()).digest('base64url')}`
}

/** An IPv6 client counts as its /64: it has 2^64 addresses to come from (RFC 6177). */
export function clientKey(remoteIp: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(remoteIp)
  if (mapped) return `ip:${mapped[1]}`
  return remoteIp.includes(':') ? `ip:${firstHalf(remoteIp)}::/64` : `ip:${remoteIp}`
}

function firstHalf(ipv6: string): string {
  const [head = '', tail] = (ipv6.split('%')[0] ?? '').split('::')
  const left = head === '' ? [] : head.split(':')
  const right = tail ? tail.split(':') : []
  const zeros = tail === undefined ? [] : Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0')
  const groups = [...left, ...zeros, ...right].slice(0, 4)
  return groups.map((group) => Number.parseInt(group, 16).toString(16)).join(':')
}
