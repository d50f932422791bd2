import { Ellipsis, X } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslations } from 'use-intl'
import { IconButton } from '@/app/_ui/icon-button'
import { pictureOf } from '@/app/(mail)/_composer/picture-of'
import { dataUrl } from '@/app/(mail)/_editor/data-picture'
import type { Draft, DraftAttachment } from '@/lib/contract/drafts'

/**
 * The document of the quote's frame. It is already clean; the sandbox and this policy would hold if it were not: no
 * script, no form, no load but pictures handed over as data.
 */
const frameDocument = (html: string) =>
  `<!doctype html><meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'"><meta name="color-scheme" content="light"><style>body{margin:12px;font:14px/1.5 system-ui,sans-serif;overflow-wrap:anywhere;background:#fff;color:#1b2027}img{max-width:100%;height:auto}</style>${html}`

/** Pictures of the quote by Content-ID, put in as data: the frame has no origin and so may ask us for nothing. */
async function withPictures(html: string, attachments: DraftAttachment[]): Promise<string> {
  const { body } = new DOMParser().parseFromString(html, 'text/html')
  const images = body.querySelectorAll('img[src^="cid:"]')
  // the same words again would only make the frame load twice
  if (images.length === 0) return html
  for (const image of images) {
    const contentId = image.getAttribute('src')?.slice('cid:'.length)
    const found = attachments.find((each) => each.contentId === contentId)
    // a picture that is not there any more leaves its place and its description
    const picture = found?.type.startsWith('image/')
      ? await pictureOf(found.uploadId)
          .then(dataUrl)
          .catch(() => null)
      : null
    if (picture) image.setAttribute('src', picture)
    else image.removeAttribute('src')
  }
  return body.innerHTML
}

function QuoteFrame({ html, attachments }: { html: string; attachments: DraftAttachment[] }) {
  const t = useTranslations('composer.quote')
  const [shown, setShown] = useState<string | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: pictures of a quote do not change once it is open
  useEffect(() => {
    void withPictures(html, attachments).then(setShown)
  }, [html])
  return (
    <iframe
      title={t('frame')}
      sandbox=""
      srcDoc={frameDocument(shown ?? '')}
      className="h-72 w-full rounded-md border border-line bg-white"
    />
  )
}

type Props = { draft: Pick<Draft, 'quote' | 'format' | 'attachments'>; onRemove: () => void }

/** The message answered or forwarded: folded, never in our own document, and removable. */
export function Quote({ draft, onRemove }: Props) {
  const t = useTranslations('composer.quote')
  const [open, setOpen] = useState(false)
  const { quote } = draft
  if (!quote) return null
  return (
    <div className="mt-2 shrink-0">
      <div className="flex items-center gap-1">
        <button
          type="button"
          aria-label={t('show')}
          aria-expanded={open}
          data-tip={t('show')}
          onClick={() => setOpen(!open)}
          className="grid h-5 w-8 place-items-center rounded-full bg-hover text-ink-soft hover:bg-pressed"
        >
          <Ellipsis size={16} strokeWidth={1.75} aria-hidden />
        </button>
        {open && (
          <IconButton size="small" label={t('remove')} onClick={onRemove}>
            <X size={16} strokeWidth={1.75} aria-hidden />
          </IconButton>
        )}
      </div>
      {open && draft.format === 'html' && <QuoteFrame html={quote.html} attachments={draft.attachments} />}
      {open && draft.format === 'text' && (
        <pre
          // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it
          tabIndex={0}
          className="mt-1 max-h-72 overflow-auto whitespace-pre-wrap rounded-md border border-line p-3 font-mono text-sm"
        >
          {quote.text}
        </pre>
      )}
    </div>
  )
}
