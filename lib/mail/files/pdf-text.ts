import { getDocumentProxy } from 'unpdf'

const pageLimit = 500

/**
 * The text of a PDF page by page, at most `limit` characters of at most 500 pages. Pictures of text have none. May take
 * any time and much memory: run it where both are limited.
 * @throws Error when it is none or is locked
 */
export async function pdfText(bytes: Buffer, limit: number): Promise<string> {
  const document = await getDocumentProxy(new Uint8Array(bytes), { useSystemFonts: false })
  const pages: string[] = []
  let length = 0
  for (let number = 1; number <= Math.min(document.numPages, pageLimit) && length < limit; number++) {
    const page = await document.getPage(number)
    const { items } = await page.getTextContent()
    const text = items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('')
    pages.push(text)
    length += text.length
    page.cleanup()
  }
  await document.loadingTask.destroy()
  return pages.join('\n').slice(0, limit)
}
