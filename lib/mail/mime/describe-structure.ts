import type { MessageStructureObject } from 'imapflow'

/** A leaf of the MIME tree, as BODYSTRUCTURE tells it. */
export type MimePart = {
  /** IMAP part number, e.g. `1.2` (RFC 9051 section 6.4.5). */
  part: string
  /** Lower case, without parameters. */
  type: string
  charset: string
  /** Lower-case Content-Transfer-Encoding. */
  encoding: string
  /** Bytes as encoded on the wire. */
  encodedSize: number
  /** Decoded file name, empty when it has none. */
  name: string
  /** Content-ID without angle brackets, or null. */
  contentId: string | null
  flowed: boolean
  delSp: boolean
}

export type MessageParts = {
  /** Shown one below the other: the best alternative of each group, HTML before plain text. */
  shown: MimePart[]
  /** Plain text that stands for `shown` where an alternative offers it. */
  plain: MimePart[]
  /** Everything else, in the order of the message; `related` are parts an HTML part may refer to by Content-ID. */
  files: { part: MimePart; related: boolean }[]
}

const partLimit = 5_000
const depthLimit = 60
const isText = (type: string) => type === 'text/plain' || type === 'text/html'

/** A message inside a message is named by its subject. */
const nestedName = ({ type, envelope }: MessageStructureObject) =>
  type === 'message/rfc822' && envelope?.subject ? `${envelope.subject}.eml` : ''

function readPart(node: MessageStructureObject): MimePart {
  const parameters = node.parameters ?? {}
  const name = node.dispositionParameters?.filename || parameters.name || nestedName(node)
  return {
    part: node.part ?? '1',
    type: (node.type || 'application/octet-stream').toLowerCase(),
    charset: (parameters.charset ?? '').toLowerCase(),
    encoding: (node.encoding ?? '7bit').toLowerCase(),
    encodedSize: node.size ?? 0,
    name: String(name),
    contentId: node.id?.replace(/^\s*<|>\s*$/g, '').trim() || null,
    flowed: parameters.format?.toLowerCase() === 'flowed',
    delSp: parameters.delsp?.toLowerCase() === 'yes',
  }
}

const hasText = (node: MessageStructureObject, type: string, depth = 0): boolean =>
  node.type === type ||
  (depth < depthLimit && node.childNodes?.some((child) => hasText(child, type, depth + 1)) === true)

class Walker {
  readonly parts: MessageParts = { shown: [], plain: [], files: [] }
  #count = 0

  walk(node: MessageStructureObject, depth: number, related: boolean) {
    if (depth > depthLimit || this.#count > partLimit) return
    const children = node.childNodes
    if (children === undefined || node.type === 'message/rfc822') this.#leaf(node, related)
    else if (node.type === 'multipart/alternative') this.#alternative(children, depth)
    else {
      for (const [index, child] of children.entries()) {
        this.walk(child, depth + 1, node.type === 'multipart/related' && index > 0)
      }
    }
  }

  /** The last alternative is the richest (RFC 2046 section 5.1.4); of those we can show, HTML. */
  #alternative(children: MessageStructureObject[], depth: number) {
    const best =
      children.findLast((child) => hasText(child, 'text/html')) ??
      children.findLast((child) => hasText(child, 'text/plain'))
    for (const child of children) {
      if (child === best) this.walk(child, depth + 1, false)
      else if (child.type === 'text/plain') this.parts.plain.push(readPart(child))
      else if (child.type !== 'text/html' && !child.type.startsWith('multipart/')) this.walk(child, depth + 1, false)
    }
  }

  #leaf(node: MessageStructureObject, related: boolean) {
    this.#count += 1
    const part = readPart(node)
    const isFile = node.disposition?.toLowerCase() === 'attachment' || part.name !== '' || related
    if (isText(part.type) && !isFile) {
      this.parts.shown.push(part)
      if (part.type === 'text/plain') this.parts.plain.push(part)
    } else this.parts.files.push({ part, related })
  }
}

/** Sorts the parts of a message into what is shown and what is a file. Deep or endless trees are cut, never followed. */
export function describeStructure(root: MessageStructureObject | null): MessageParts {
  const walker = new Walker()
  if (root !== null) walker.walk(root, 0, false)
  return walker.parts
}

/** What a report tells programs beside its text for people (RFC 6522): it is read by us, and told in words. */
const reportTypes = new Set([
  'message/delivery-status',
  'message/global-delivery-status',
  'message/disposition-notification',
  'message/global-disposition-notification',
  'message/global-headers',
  'text/rfc822-headers',
])

/**
 * Shown in the text and not listed as a file: a picture of an HTML message, by its Content-ID, and the parts of a report
 * that are for programs.
 */
export function isInline(file: { part: MimePart; related: boolean }, parts: MessageParts): boolean {
  const { part, related } = file
  if (part.name === '' && reportTypes.has(part.type)) return true
  if (part.contentId === null || !part.type.startsWith('image/')) return false
  return (related || part.name === '') && parts.shown.some((shown) => shown.type === 'text/html')
}

/** Bytes after decoding: exact for unencoded parts, close for base64 (RFC 2045: 57 bytes in 78). */
export function decodedSize({ encoding, encodedSize }: MimePart): number {
  return encoding === 'base64' ? Math.floor((encodedSize / 78) * 57) : encodedSize
}
