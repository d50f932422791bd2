import { expect, test } from 'vitest'
import { parseAddress, parseSize, parseUserArguments } from './arguments'

test('a size is a number with K, M, G or T, or bytes', () => {
  expect(parseSize('2G')).toBe(2147483648n)
  expect(parseSize('500m')).toBe(524288000n)
  expect(parseSize('1024')).toBe(1024n)
  expect(() => parseSize('big')).toThrow('is not a size')
})

test('an address is lower-cased, and refused when it is none', () => {
  expect(parseAddress('Brian@BlueMailServer.com')).toBe('brian@bluemailserver.com')
  for (const bad of ['brian', 'a@b', '../x@example.com', 'a/b@example.com', 'a..b@example.com', 'ü@example.com'])
    expect(() => parseAddress(bad)).toThrow('is not an address')
})

test('the words of a command become its parts', () => {
  const parsed = parseUserArguments(['add', 'a@example.com', '--admin', '--quota', '2G', '--name', 'Ann'])
  expect(parsed).toMatchObject({
    verb: 'add',
    address: 'a@example.com',
    admin: true,
    name: 'Ann',
    quotaBytes: 2n << 30n,
  })
})

test('a word that is unknown or too many is named', () => {
  expect(() => parseUserArguments(['paint'])).toThrow('There is no "paint"')
  expect(() => parseUserArguments(['add', 'a@example.com', 'b'])).toThrow('"b" is one word too many')
  expect(() => parseUserArguments(['add', 'a@example.com', '--colour'])).toThrow('--colour')
})
