import { createHash, randomBytes } from 'node:crypto'
import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type AddressObject, simpleParser } from 'mailparser'
import { describe, expect, it } from 'vitest'
import { bccField, buildMessage, type OutgoingMessage } from '@/lib/mail/mime/build-message'

const plain: OutgoingMessage = {
  messageId: '<1.2@blueemailserver.com>',
  date: new Date('2026-11-24T01:02:03Z'),
  from: { name: 'Brian', address: 'brian@blueemailserver.com' },
  to: [{ name: 'Müller, "Jörg" <x@y.example>', address: 'jsmith@redemailserver.com' }],
  cc: [{ name: '', address: 'maria@redemailserver.com' }],
  subject: 'Grüße aus 東京 🙂 and a subject that is long enough to be folded over several lines of the header',
  text: 'Hello\n\n.\nFrom here\n> quoted\n',
  html: null,
  inReplyTo: '<a@b.example>',
  replyTo: null,
  references: ['<0@b.example>', '<a@b.example>'],
  files: [],
}

async function build(message: Partial<OutgoingMessage>) {
  const path = join(await mkdtemp(join(tmpdir(), 'waypost-build-')), 'message.eml')
  await buildMessage({ ...plain, ...message }, path)
  return readFile(path)
}

async function file(name: string, bytes: Buffer, type = 'application/octet-stream', contentId: string | null = null) {
  const path = join(await mkdtemp(join(tmpdir(), 'waypost-file-')), 'bytes')
  await writeFile(path, bytes)
  return { path, name, type, contentId }
}

const hash = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')
const addresses = (field: AddressObject | AddressObject[] | undefined) =>
  [field ?? []].flat().flatMap(({ value }) => value.map(({ name, address }) => ({ name, address })))

describe('a built message', () => {
  it('reads back as what was written', async () => {
    const parsed = await simpleParser(await build({}))
    expect(parsed.subject).toBe(plain.subject)
    expect(parsed.messageId).toBe(plain.messageId)
    expect(parsed.inReplyTo).toBe(plain.inReplyTo)
    expect(parsed.references).toEqual(plain.references)
    expect(parsed.text?.trimEnd()).toBe(plain.text.trimEnd())
    expect(addresses(parsed.to)).toEqual(plain.to)
    expect(addresses(parsed.cc)).toEqual(plain.cc)
  })

  it('is ASCII in lines of at most 998 bytes ended by CRLF', async () => {
    const bytes = await build({ text: `é${'x'.repeat(5000)}`, html: `<p>é${'x'.repeat(5000)}</p>` })
    const lines = bytes.toString('latin1').split('\r\n')
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(998)
    for (const line of lines) expect(line).toMatch(/^[\t\x20-\x7e]*$/)
  })

  it('carries attachments byte for byte, with their names in any script', async () => {
    const bytes = randomBytes(300_001)
    const eml = Buffer.from('From: a@b.example\nSubject: x\n\nbare line feeds\n\0 and NUL')
    const files = [
      await file('議事録 "最終".pdf', bytes, 'application/pdf'),
      await file('forwarded.eml', eml, 'message/rfc822'),
      await file('evil.bin', bytes, 'multipart/mixed; boundary=x'),
    ]
    const { attachments } = await simpleParser(await build({ files }))
    expect(attachments.map(({ filename }) => filename)).toEqual(files.map(({ name }) => name))
    expect(attachments.map(({ content }) => hash(content))).toEqual([hash(bytes), hash(eml), hash(bytes)])
    expect(attachments[0]?.contentType).toBe('application/pdf')
    expect(attachments[2]?.contentType).toBe('application/octet-stream')
  })

  it('keeps pictures of the body beside the HTML by their Content-ID', async () => {
    const picture = randomBytes(2000)
    const files = [await file('logo.png', picture, 'image/png', 'logo-1@waypost')]
    const raw = await build({ html: '<p><img src="cid:logo-1@waypost"></p>', files })
    const [part] = (await simpleParser(raw, { skipImageLinks: true })).attachments
    expect(raw.toString()).toContain('multipart/related')
    expect(part?.contentId).toBe('<logo-1@waypost>')
    expect(hash(part?.content ?? Buffer.alloc(0))).toBe(hash(picture))
  })

  it('names no Bcc; the field for the copies at home is made apart', async () => {
    const bcc = [{ name: 'Größe', address: 'maria@redemailserver.com' }]
    const raw = await build({})
    expect(raw.toString()).not.toMatch(/^bcc:/im)
    const kept = await simpleParser(Buffer.concat([Buffer.from(bccField(bcc)), raw]))
    expect(addresses(kept.bcc)).toEqual(bcc)
    expect(kept.subject).toBe(plain.subject)
    expect(bccField([])).toBe('')
  })

  it('fails, and does not wait for ever, when a file is gone', async () => {
    const files = [{ path: '/nonexistent/file', name: 'x', type: 'text/plain', contentId: null }]
    await expect(build({ files })).rejects.toMatchObject({ code: 'ENOENT' })
  })
})
