import { randomUUID } from 'node:crypto'
import type { OutgoingFile } from '@/lib/mail/mime/build-message'

const picture = /(<img\b[^>]*?\ssrc=")data:(image\/(?:png|jpeg|gif|webp));base64,([A-Za-z0-9+/=]+)(")/g

/**
 * Pictures that stand in clean HTML as `data:` (those of signatures) become parts of the message: many programs show no
 * others. Takes what `sanitiseHtml` wrote, where an attribute has no quote and no `>` that is not escaped.
 */
export function partsOfPictures(html: string): { html: string; files: OutgoingFile[] } {
  const files: OutgoingFile[] = []
  const replaced = html.replace(picture, (_whole, before: string, type: string, base64: string, after: string) => {
    const contentId = `${randomUUID()}@waypost`
    const name = `image-${files.length + 1}.${type.slice('image/'.length)}`
    files.push({ bytes: Buffer.from(base64, 'base64'), name, type, contentId })
    return `${before}cid:${contentId}${after}`
  })
  return { html: replaced, files }
}
