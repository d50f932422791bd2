import type { Attachment } from '@/lib/contract/messages'
import { decodedSize, isInline, type MessageParts, type MimePart } from '@/lib/mail/mime/describe-structure'

/** May be opened in the browser: none of these is a document that can hold markup or code. */
const viewable = new Set([
  'image/png',
  'image/jpeg',
  'image/gif',
  'image/webp',
  'image/avif',
  'image/bmp',
  'application/pdf',
  'text/plain',
  'audio/mpeg',
  'audio/ogg',
  'audio/wav',
  'audio/mp4',
  'audio/webm',
  'video/mp4',
  'video/webm',
  'video/ogg',
])
export const isViewable = (type: string): boolean => viewable.has(type)

const extensions: Record<string, string> = {
  'message/rfc822': 'eml',
  'text/calendar': 'ics',
  'text/html': 'html',
  'text/plain': 'txt',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/gif': 'gif',
  'application/pdf': 'pdf',
}

// Separators, controls and direction overrides: a name must not leave its folder nor pose as another type.
const unsafe = /[\p{Cc}\u202a-\u202e\u2066-\u2069\u200e\u200f\\/:*?"<>|]/gu

/** The name a file is saved under; parts without one are named by type and place. */
export function fileName(part: MimePart): string {
  const base = part.name
    .normalize('NFC')
    .replace(unsafe, '_')
    .replace(/^[.\s]+|[.\s]+$/g, '')
  const clean = [...base].slice(0, 200).join('')
  return clean === '' ? `part-${part.part}.${extensions[part.type] ?? 'bin'}` : clean
}

/** The files of a message as the reader lists them. */
export function toAttachments(parts: MessageParts): Attachment[] {
  return parts.files.slice(0, 1000).map((file) => ({
    part: file.part.part,
    name: fileName(file.part),
    type: file.part.type.slice(0, 127),
    size: decodedSize(file.part),
    inline: isInline(file, parts),
    viewable: isViewable(file.part.type),
  }))
}
