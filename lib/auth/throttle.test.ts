import { describe, expect, it } from 'vitest'
import { accountDelays, accountKey, clientKey, delaysAfter } from '@/lib/auth/throttle'

describe('delays after failed sign-ins', () => {
  it('are nothing for the first five failures of an account, then double from 2 seconds to 15 minutes', () => {
    expect(accountDelays).toEqual([0, 0, 0, 0, 0, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900])
  })
  it('never shrink', () => {
    const delays = delaysAfter(3)
    expect(delays).toEqual([...delays].sort((a, b) => a - b))
  })
})

describe('keys', () => {
  it('are the same however the address is typed, and do not hold what was typed', () => {
    expect(accountKey(' Brian@BlueEmailServer.com ')).toBe(accountKey('brian@blueemailserver.com'))
    expect(accountKey('hunter2')).not.toContain('hunter2')
  })
  it('count an IPv6 client by its /64 network', () => {
    expect(clientKey('2001:db8:0:1:aaaa::1')).toBe(clientKey('2001:0db8::1:0:0:0:2'))
    expect(clientKey('2001:db8:0:1::1')).not.toBe(clientKey('2001:db8:0:2::1'))
  })
  it('count an IPv4 client by its address, also when written as IPv6', () => {
    expect(clientKey('::ffff:192.0.2.7')).toBe('ip:192.0.2.7')
    expect(clientKey('192.0.2.7')).not.toBe(clientKey('192.0.2.8'))
  })
})
