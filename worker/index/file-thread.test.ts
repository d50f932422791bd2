import { deflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { FileThread } from '@/worker/index/file-thread'

/** A PDF of one page whose content unpacks twice: a few kilobytes that become `megabytes`. */
function bomb(megabytes: number): Buffer {
  const content = deflateSync(deflateSync(Buffer.alloc(megabytes * 1024 * 1024, 'q ')))
  const head = [
    '%PDF-1.4',
    '1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj',
    '2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj',
    '3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R >> endobj',
    `4 0 obj << /Length ${content.length} /Filter [/FlateDecode /FlateDecode] >> stream\n`,
  ].join('\n')
  const tail = '\nendstream endobj\ntrailer << /Root 1 0 R /Size 5 >>\n%%EOF\n'
  return Buffer.concat([Buffer.from(head), content, Buffer.from(tail)])
}

const text = (content: string) => ({ reader: 'text' as const, bytes: Buffer.from(content), charset: 'utf-8' })

test('A file that takes too much has no words, and the next one is read', async () => {
  const thread = new FileThread()
  const before = process.memoryUsage().rss
  const started = performance.now()
  const answers = await Promise.all([
    thread.read(text('plain words')),
    thread.read({ reader: 'pdf', bytes: bomb(600), charset: '' }),
    thread.read({ reader: 'docx', bytes: Buffer.from('PK no archive'), charset: '' }),
    thread.read(text('words again')),
    thread.read({ ...text('\u0001\u0002\u0003binary\ufffd\ufffd'.repeat(50)) }),
  ])
  expect(answers).toEqual(['plain words', '', '', 'words again', ''])
  expect(performance.now() - started).toBeLessThan(40_000)
  expect(process.memoryUsage().rss - before).toBeLessThan(1_400 * 1024 * 1024)
  await thread.stop()
}, 60_000)
