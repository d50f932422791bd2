import { isDataPicture } from '@/app/(mail)/_editor/data-picture'
import type { DraftAttachment } from '@/lib/contract/drafts'
import { urls } from '@/lib/contract/urls'

/** Parsed apart from the page: nothing in it loads or runs. */
const parse = (html: string) => new DOMParser().parseFromString(html, 'text/html')

/** Draft to editor: images named by Content-ID are shown from the upload store; what is not there any more is left out. */
export function toEditorHtml(html: string, attachments: DraftAttachment[]): string {
  const { body } = parse(html)
  for (const image of body.querySelectorAll<HTMLImageElement>('img')) {
    const contentId = image.getAttribute('src')?.replace(/^cid:/i, '')
    const found = attachments.find((each) => each.contentId !== null && each.contentId === contentId)
    if (found) image.setAttribute('src', urls.upload(found.uploadId))
    else if (!isDataPicture(image.getAttribute('src'))) image.remove()
  }
  return body.innerHTML
}

/**
 * Editor to draft: images by Content-ID, empty paragraphs kept open by a break and paragraphs without margins, so that
 * the reader sees the lines where the writer saw them.
 */
export function fromEditorHtml(html: string, attachments: DraftAttachment[]): string {
  const { body } = parse(html)
  for (const image of body.querySelectorAll<HTMLImageElement>('img')) {
    const found = attachments.find((each) => image.getAttribute('src') === urls.upload(each.uploadId))
    if (found?.contentId) image.setAttribute('src', `cid:${found.contentId}`)
    else if (!isDataPicture(image.getAttribute('src'))) image.remove()
  }
  // the editor keeps an empty line after a list to click into; it is not part of the message
  while (body.lastElementChild?.matches('p:empty')) body.lastElementChild.remove()
  for (const paragraph of body.querySelectorAll('p')) {
    if (paragraph.childNodes.length === 0) paragraph.append(body.ownerDocument.createElement('br'))
    paragraph.style.margin = '0'
  }
  return isBlank(body) ? '' : body.innerHTML
}

const isBlank = (body: HTMLElement) => body.textContent?.trim() === '' && body.querySelector('img,hr,li') === null

/** Whether plain text would lose something besides line ends. */
export const hasFormatting = (html: string): boolean => parse(html).body.querySelector(':not(p, br)') !== null

const blocks = new Set(['P', 'DIV', 'LI', 'BLOCKQUOTE', 'PRE', 'UL', 'OL', 'H1', 'H2', 'H3', 'H4', 'HR'])

function textOf(node: Node): string {
  if (node.nodeType === Node.TEXT_NODE) return node.textContent ?? ''
  if (node.nodeName === 'BR') return '\n'
  const inner = [...node.childNodes].map(textOf).join('')
  if (node.nodeName === 'LI') return `- ${inner.trim()}\n`
  if (node.nodeName === 'BLOCKQUOTE') return `${inner.trimEnd().replace(/^/gm, '> ')}\n`
  return blocks.has(node.nodeName) ? `${inner.replace(/\n$/, '')}\n` : inner
}

/** The words of a body, a line for each block. */
export const htmlToText = (html: string): string => textOf(parse(html).body).trimEnd()

/** A paragraph for each line; markup in the text stays text. */
export function textToHtml(text: string): string {
  const { body } = parse('')
  for (const line of text.split('\n')) {
    const paragraph = body.ownerDocument.createElement('p')
    paragraph.textContent = line
    body.append(paragraph)
  }
  return body.innerHTML
}
