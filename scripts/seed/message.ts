import type { Random } from '@/scripts/seed/random'
import { domains, familyNames, fileNames, givenNames, sentences, topics } from '@/scripts/seed/words'

export type SeedPerson = { name: string; address: string }
export type SeedThread = { subject: string; people: SeedPerson[]; ids: string[] }
export type SeedMessage = { raw: Buffer; date: Date; flags: string[] }

const isAscii = (text: string) => /^[\x20-\x7e]*$/.test(text)

/** RFC 2047 encoded word where needed. */
const word = (text: string) => (isAscii(text) ? text : `=?UTF-8?B?${Buffer.from(text).toString('base64')}?=`)

const mailbox = (person: SeedPerson) =>
  `${isAscii(person.name) ? `"${person.name}"` : word(person.name)} <${person.address}>`

const plain = (text: string) =>
  text
    .normalize('NFD')
    .replace(/[^a-z]/gi, '')
    .toLowerCase()

export function seedPeople(random: Random, count: number): SeedPerson[] {
  return Array.from({ length: count }, () => {
    const given = random.pick(givenNames)
    const family = random.pick(familyNames)
    const local = `${plain(given) || 'a'}.${plain(family) || 'b'}${random.between(1, 99)}`
    return { name: `${given} ${family}`, address: `${local}@${random.pick(domains)}` }
  })
}

export function startThread(random: Random, people: SeedPerson[]): SeedThread {
  const members = Array.from({ length: random.between(1, 3) }, () => random.pick(people))
  return { subject: `${random.pick(topics)} ${random.between(1, 9999)}`, people: members, ids: [] }
}

function paragraphs(random: Random): string[] {
  return Array.from({ length: random.between(1, 6) }, () =>
    Array.from({ length: random.between(1, 5) }, () => random.pick(sentences)).join(' '),
  )
}

const base64Lines = (bytes: Buffer) => bytes.toString('base64').replace(/.{76}/g, '$&\r\n')

const escapeHtml = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;')

/** A leaf part: headers, empty line, body. */
function textPart(subtype: 'plain' | 'html', text: string, latin1: boolean): string {
  const [charset, bytes] = latin1 ? ['iso-8859-1', Buffer.from(text, 'latin1')] : ['utf-8', Buffer.from(text)]
  const head = `Content-Type: text/${subtype}; charset=${charset}\r\nContent-Transfer-Encoding: `
  return isAscii(text.replace(/\r\n/g, '')) && !/.{900}/.test(text)
    ? `${head}7bit\r\n\r\n${text}`
    : `${head}base64\r\n\r\n${base64Lines(bytes)}`
}

function multipart(subtype: string, boundary: string, parts: string[]): string {
  const body = parts.map((part) => `--${boundary}\r\n${part}\r\n`).join('')
  return `Content-Type: multipart/${subtype}; boundary="${boundary}"\r\n\r\n${body}--${boundary}--\r\n`
}

function filePart(random: Random): string {
  const name = random.pick(fileNames)
  const type = name.endsWith('.png') ? 'image/png' : name.endsWith('.pdf') ? 'application/pdf' : 'text/plain'
  const named = isAscii(name) ? `filename="${name}"` : `filename*=UTF-8''${encodeURIComponent(name)}`
  const head = `Content-Type: ${type}\r\nContent-Disposition: attachment; ${named}\r\nContent-Transfer-Encoding: base64`
  return `${head}\r\n\r\n${base64Lines(random.bytes(random.between(500, 6000)))}`
}

function body(random: Random, boundary: string): string {
  const lines = paragraphs(random)
  const text = lines.join('\r\n\r\n')
  const latin1 = random.chance(0.2) && lines.every((line) => !/[^ -ÿ]/.test(line))
  const html = `<html><body>${lines.map((line) => `<p>${escapeHtml(line)}</p>`).join('\r\n')}</body></html>`
  const content = random.chance(0.45)
    ? multipart('alternative', `${boundary}a`, [textPart('plain', text, latin1), textPart('html', html, latin1)])
    : textPart('plain', text, latin1)
  return random.chance(0.08) ? multipart('mixed', `${boundary}m`, [content, filePart(random)]) : content
}

function flagsFor(random: Random, recent: boolean): string[] {
  const flags = random.chance(recent ? 0.5 : 0.97) ? ['\\Seen'] : []
  if (random.chance(0.03)) flags.push('\\Flagged')
  if (flags.includes('\\Seen') && random.chance(0.15)) flags.push('\\Answered')
  return flags
}

/** The next message of `thread`, from one of its people to `owner`. */
export function nextMessage(
  random: Random,
  thread: SeedThread,
  owner: string,
  date: Date,
  recent: boolean,
): SeedMessage {
  const from = random.pick(thread.people)
  const id = `<${date.getTime().toString(36)}.${random.between(0, 0x7fffffff).toString(36)}@${from.address.split('@')[1]}>`
  const others = thread.people.filter((person) => person !== from)
  const headers = [
    `Date: ${date.toUTCString().replace('GMT', '+0000')}`,
    `From: ${mailbox(from)}`,
    `To: ${[owner, ...others.map(mailbox)].join(', ')}`,
    `Subject: ${word(thread.ids.length > 0 ? `Re: ${thread.subject}` : thread.subject)}`,
    `Message-ID: ${id}`,
    'MIME-Version: 1.0',
  ]
  if (thread.ids.length > 0) {
    headers.push(`In-Reply-To: ${thread.ids.at(-1)}`, `References: ${thread.ids.slice(-10).join('\r\n ')}`)
  }
  thread.ids.push(id)
  const boundary = `=_${date.getTime().toString(36)}${random.between(0, 0xffffff).toString(36)}`
  return {
    raw: Buffer.from(`${headers.join('\r\n')}\r\n${body(random, boundary)}\r\n`),
    date,
    flags: flagsFor(random, recent),
  }
}
