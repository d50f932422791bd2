import { EditorContent, useEditor } from '@tiptap/react'
import { type ReactNode, type RefObject, useEffect, useRef } from 'react'
import { useTranslations } from 'use-intl'
import type { Early } from '@/app/(mail)/_composer/body/early-body'
import type { BodyTools } from '@/app/(mail)/_composer/use-identity'
import { bodyExtensions } from '@/app/(mail)/_editor/extensions'
import { FormatBar } from '@/app/(mail)/_editor/format-bar'
import { fromEditorHtml, toEditorHtml } from '@/app/(mail)/_editor/html'
import { exchangeSignature, insertAtCursor } from '@/app/(mail)/_editor/signature'
import type { DraftSession } from '@/app/(mail)/_state/draft-session'
import type { DraftAttachment } from '@/lib/contract/drafts'
import { urls } from '@/lib/contract/urls'
import '@/app/(mail)/_editor/rich-text.css'

type Props = {
  early: RefObject<Early>
  tools: RefObject<BodyTools | null>
  session: DraftSession
  focusFirst: boolean
  showFormats: boolean
  /** Set to what puts an uploaded image where the cursor is. */
  onImage: { current: ((image: DraftAttachment) => void) | null }
  /** Images pasted or dropped into the text. */
  onFiles: (files: File[]) => void
  /** Below the text, scrolling with it. */
  children: ReactNode
}

/** The rich-text body. The editor owns the text while it is open; the draft hears of every change. */
export default function RichBody({
  early,
  tools,
  session,
  focusFirst,
  showFormats,
  onImage,
  onFiles,
  children,
}: Props) {
  const t = useTranslations('composer')
  const files = useRef(onFiles)
  useEffect(() => {
    files.current = onFiles
  })
  const editor = useEditor({
    immediatelyRender: false,
    extensions: bodyExtensions,
    content: toEditorHtml(session.snapshot().draft.html, session.snapshot().draft.attachments),
    editorProps: {
      attributes: {
        role: 'textbox',
        'aria-label': t('body'),
        'aria-multiline': 'true',
        class: 'rich-body',
      },
      handlePaste: (_view, event) => {
        const pasted = [...(event.clipboardData?.files ?? [])]
        // office programs put a picture of the text beside the text: then the text is meant
        if (pasted.length === 0 || event.clipboardData?.types.includes('text/html')) return false
        files.current(pasted)
        return true
      },
      handleDrop: (_view, event) => (event.dataTransfer?.files.length ?? 0) > 0,
    },
    onUpdate: ({ editor: now }) =>
      session.change((draft) => ({ html: fromEditorHtml(now.getHTML(), draft.attachments) })),
  })

  useEffect(() => {
    if (editor === null) return
    const { text, held } = early.current
    early.current = { text: '', held: false }
    if (!held && !focusFirst) return
    if (text !== '') {
      // one goes on where one was: at the end of the words that came early, each line of them a paragraph
      const lines = editor.state.doc.children.slice(0, text.split('\n').length)
      editor.commands.setTextSelection(lines.reduce((end, line) => end + line.nodeSize, -1))
      // a space at the end is none in HTML
      if (text.endsWith(' ')) editor.view.dispatch(editor.state.tr.insertText(' '))
    }
    editor.view.focus()
  }, [editor, early, focusFirst])

  useEffect(() => {
    onImage.current = (image) =>
      editor
        ?.chain()
        .focus()
        .setImage({ src: urls.upload(image.uploadId), alt: image.name })
        .run()
    return () => {
      onImage.current = null
    }
  }, [editor, onImage])

  useEffect(() => {
    tools.current = editor && {
      exchangeSignature: (next) => exchangeSignature(editor, next),
      insert: (html) => insertAtCursor(editor, toEditorHtml(html, [])),
    }
    return () => {
      tools.current = null
    }
  }, [editor, tools])

  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a click below the text is a click into the text */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard is in the text already */}
      <div
        className="min-h-0 flex-1 cursor-text overflow-y-auto px-3 py-2"
        onClick={(event) => event.target === event.currentTarget && editor?.commands.focus('end')}
      >
        <EditorContent editor={editor} />
        {children}
      </div>
      {editor && showFormats && <FormatBar editor={editor} />}
    </>
  )
}
