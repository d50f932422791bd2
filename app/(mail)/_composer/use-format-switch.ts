import { useState } from 'react'
import { hasFormatting, htmlToText, textToHtml } from '@/app/(mail)/_editor/html'
import type { DraftSession } from '@/app/(mail)/_state/draft-session'

/** Rich text to plain and back. Asks first when formatting would be lost; pictures of the text become attachments. */
export function useFormatSwitch(session: DraftSession) {
  const [asking, setAsking] = useState(false)
  const toPlain = () => {
    setAsking(false)
    session.change((draft) => ({
      format: 'text',
      text: htmlToText(draft.html),
      html: '',
      attachments: draft.attachments.map((each) =>
        each.contentId !== null && draft.html.includes(`cid:${each.contentId}`) ? { ...each, contentId: null } : each,
      ),
    }))
  }
  const toggle = () => {
    const { draft } = session.snapshot()
    if (draft.format === 'text') session.change({ format: 'html', html: textToHtml(draft.text), text: '' })
    else if (hasFormatting(draft.html)) setAsking(true)
    else toPlain()
  }
  return { asking, toggle, toPlain, cancel: () => setAsking(false) }
}
