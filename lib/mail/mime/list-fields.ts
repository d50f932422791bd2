import { type HeaderField, withoutComments } from '@/lib/mail/mime/head-fields'

/** What a mailing list says of itself in a message (RFC 2369, RFC 2919, RFC 8058); a stranger's text. */
export type ListFields = {
  /** The identifier alone, or empty. */
  id: string
  /** Where one leaves the list. `oneClick`: a POST to `https` does it (RFC 8058). */
  leave: { https: string | null; mailto: { address: string; subject: string } | null; oneClick: boolean }
}

const oneLine = (text: string, limit: number) =>
  text
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .slice(0, limit)

export function readListFields(fields: HeaderField[]): ListFields {
  const value = (name: string) => fields.find((field) => field.name === name)?.value ?? ''
  const addresses = [...value('list-unsubscribe').matchAll(/<\s*([^<>\s]{1,4000})\s*>/g)].flatMap(([, url = '']) =>
    URL.canParse(url) ? [new URL(url)] : [],
  )
  const https = addresses.find(({ protocol }) => protocol === 'https:')?.href ?? null
  const mailto = addresses.find(({ protocol }) => protocol === 'mailto:')
  const oneClick = https !== null && /^list-unsubscribe=one-click$/i.test(value('list-unsubscribe-post').trim())
  const id = /<([^<>\s]{1,255})>\s*$/.exec(value('list-id'))?.[1] ?? withoutComments(value('list-id')).slice(0, 255)
  return { id, leave: { https, mailto: mailto ? mailOf(mailto) : null, oneClick } }
}

/** Address and subject of a `mailto:` (RFC 6068), which are shown; a stranger's text is not sent in the person's name. */
function mailOf(url: URL): ListFields['leave']['mailto'] {
  try {
    const address = decodeURIComponent(url.pathname)
    const { searchParams: fields } = new URL(url.href.replaceAll('+', '%2B'))
    const subject = oneLine(fields.get('subject') ?? '', 300)
    return { address, subject: subject || 'unsubscribe' }
  } catch {
    return null
  }
}
