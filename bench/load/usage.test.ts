import { expect, test } from 'vitest'
import { readPss, readStat } from '@/bench/load/usage'

test('the time of a process holds that of its ended children, whatever its name is', () => {
  const stat = '4242 (postgres: (main) 1) S 17 4242 4242 0 -1 4194560 9 8 7 6 100 20 3000 400 20 0 1 0 123 456 78'
  expect(readStat(stat)).toEqual({ parent: 17, ticks: 3520 })
})

test('memory is what is shared counted by share, in bytes', () => {
  expect(readPss('Rss:  900 kB\nPss:  120 kB\nPss_Anon:  50 kB\n')).toBe(120 * 1024)
})
