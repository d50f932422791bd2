import { describe, expect, it } from 'vitest'
import { clientAddress } from '@/lib/http/client-address'

describe('the address of a client', () => {
  it("is the socket's where no proxy is trusted, whatever the client claims", () => {
    expect(clientAddress('192.0.2.1', '203.0.113.9', 0)).toBe('192.0.2.1')
  })
  it('is what the only proxy saw, not what the client wrote before it', () => {
    expect(clientAddress('127.0.0.1', '10.0.0.1, 203.0.113.9', 1)).toBe('203.0.113.9')
  })
  it('is what the outermost of two proxies saw', () => {
    expect(clientAddress('127.0.0.1', '6.6.6.6, 203.0.113.9, 10.0.0.2', 2)).toBe('203.0.113.9')
  })
  it("is the socket's when the trusted header is missing or is no address", () => {
    expect(clientAddress('127.0.0.1', '', 1)).toBe('127.0.0.1')
    expect(clientAddress('127.0.0.1', 'evil\r\nx: y', 1)).toBe('127.0.0.1')
  })
})
