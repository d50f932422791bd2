import { pictureOf } from '@/app/(mail)/_composer/picture-of'
import { dataUrl, pictureLimits } from '@/app/(mail)/_editor/data-picture'
import { htmlToText, textToHtml } from '@/app/(mail)/_editor/html'
import { signatureMark } from '@/app/(mail)/_editor/signature-block'
import { exchangeInText } from '@/app/(mail)/_editor/signature-in-text'
import type { Draft } from '@/lib/contract/drafts'

export class PictureTooLarge extends Error {
  override readonly name = 'PictureTooLarge'
  readonly kilobytes = Math.round(pictureLimits.template / 1024)
}

/**
 * The text of a draft for a template: without its signature, and with its pictures in it, since uploads are swept.
 * @throws PictureTooLarge; Error for a picture that is not there any more
 */
export async function templateHtml(draft: Draft, signature: string): Promise<string> {
  if (draft.format === 'text') return textToHtml(exchangeInText(draft.text, htmlToText(signature), ''))
  const { body } = new DOMParser().parseFromString(draft.html, 'text/html')
  for (const block of body.querySelectorAll(`.${signatureMark}`)) block.remove()
  await Promise.all(
    [...body.querySelectorAll('img[src^="cid:"]')].map(async (image) => {
      const contentId = image.getAttribute('src')?.slice('cid:'.length)
      const found = draft.attachments.find((each) => each.contentId === contentId)
      if (!found) return image.remove()
      if (found.size > pictureLimits.template) throw new PictureTooLarge()
      image.setAttribute('src', await dataUrl(await pictureOf(found.uploadId)))
    }),
  )
  while (isEmptyLine(body.lastElementChild)) body.lastElementChild?.remove()
  return body.innerHTML
}

const isEmptyLine = (element: Element | null) =>
  element?.nodeName === 'P' && element.textContent?.trim() === '' && element.querySelector('img') === null
