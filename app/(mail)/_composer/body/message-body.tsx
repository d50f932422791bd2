import { type RefObject, Suspense, useRef } from 'react'
import { lazyView } from '@/app/_ui/lazy-view'
import { type Early, EarlyBody } from '@/app/(mail)/_composer/body/early-body'
import { PlainBody } from '@/app/(mail)/_composer/body/plain-body'
import { Quote } from '@/app/(mail)/_composer/body/quote'
import type { BodyTools } from '@/app/(mail)/_composer/use-identity'
import type { DraftSession } from '@/app/(mail)/_state/draft-session'
import type { Draft, DraftAttachment } from '@/lib/contract/drafts'

const RichBody = lazyView(() => import('@/app/(mail)/_composer/body/rich-body'))

type Props = {
  /** The signature is in the text: it may be shown. */
  ready: boolean
  tools: RefObject<BodyTools | null>
  session: DraftSession
  draft: Draft
  focusFirst: boolean
  showFormats: boolean
  onImage: { current: ((image: DraftAttachment) => void) | null }
  onFiles: (files: File[]) => void
}

/** The body in its format, with the quote below it. The rich editor loads when it is first needed. */
export function MessageBody({ ready, tools, session, draft, focusFirst, showFormats, onImage, onFiles }: Props) {
  const early = useRef<Early>({ text: '', held: focusFirst })
  if (!ready) return <EarlyBody early={early} session={null} />
  const quote = <Quote draft={draft} onRemove={() => session.change({ quote: null })} />
  if (draft.format === 'text')
    return (
      <PlainBody early={early} tools={tools} session={session} text={draft.text} focusFirst={focusFirst}>
        {quote}
      </PlainBody>
    )
  return (
    <Suspense fallback={<EarlyBody early={early} session={session} />}>
      <RichBody
        early={early}
        tools={tools}
        session={session}
        focusFirst={focusFirst}
        showFormats={showFormats}
        onImage={onImage}
        onFiles={onFiles}
      >
        {quote}
      </RichBody>
    </Suspense>
  )
}
