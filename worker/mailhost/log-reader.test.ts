import { appendFileSync, mkdtempSync, renameSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type LogPlace, LogReader } from '@/worker/mailhost/log-reader'

function logFile() {
  const path = join(mkdtempSync(join(tmpdir(), 'waypost-log-')), 'mail.log')
  writeFileSync(path, '')
  return path
}

async function readAll(reader: LogReader): Promise<{ lines: string[]; place: LogPlace | null }> {
  const lines: string[] = []
  let place: LogPlace | null = null
  for (let chunk = await reader.next(); chunk !== null; chunk = await reader.next()) {
    lines.push(...chunk.lines)
    place = chunk.place
  }
  return { lines, place }
}

test('a line is given once it is whole', async () => {
  const path = logFile()
  const reader = new LogReader(path, null)
  appendFileSync(path, 'one\ntw')
  expect((await readAll(reader)).lines).toEqual(['one'])
  appendFileSync(path, 'o\n')
  expect((await readAll(reader)).lines).toEqual(['two'])
  expect((await readAll(reader)).lines).toEqual([])
})

test('another reader goes on where the first one stopped', async () => {
  const path = logFile()
  appendFileSync(path, 'one\ntwo\n')
  const { place } = await readAll(new LogReader(path, null))
  appendFileSync(path, 'three\n')
  expect((await readAll(new LogReader(path, place))).lines).toEqual(['three'])
})

test('a log rotated under the reader loses no line', async () => {
  const path = logFile()
  const reader = new LogReader(path, null)
  appendFileSync(path, 'one\n')
  await readAll(reader)
  appendFileSync(path, 'two\n')
  renameSync(path, `${path}.1`)
  writeFileSync(path, 'three\n')
  expect((await readAll(reader)).lines).toEqual(['two', 'three'])
})

test('rotated twice while nobody read, every line is still given in order', async () => {
  const path = logFile()
  appendFileSync(path, 'one\n')
  const { place } = await readAll(new LogReader(path, null))
  appendFileSync(path, 'two\n')
  renameSync(path, `${path}.2`)
  writeFileSync(`${path}.1`, 'three\n')
  writeFileSync(path, 'four\n')
  expect((await readAll(new LogReader(path, place))).lines).toEqual(['two', 'three', 'four'])
})

test('a log cut to nothing is read from its start', async () => {
  const path = logFile()
  const reader = new LogReader(path, null)
  appendFileSync(path, 'one\ntwo\n')
  await readAll(reader)
  truncateSync(path, 0)
  appendFileSync(path, 'new\n')
  expect((await readAll(reader)).lines).toEqual(['new'])
})

test('a log that is not there yet is waited for', async () => {
  const path = `${logFile()}-later`
  const reader = new LogReader(path, null)
  expect(await reader.next()).toBeNull()
  writeFileSync(path, 'one\n')
  expect((await readAll(reader)).lines).toEqual(['one'])
})

test('a line longer than a chunk does not stop what follows', async () => {
  const path = logFile()
  appendFileSync(path, `${'x'.repeat(600_000)}\nnext\n`)
  expect((await readAll(new LogReader(path, null))).lines.at(-1)).toBe('next')
})
