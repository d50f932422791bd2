import { EditorContent, useEditor } from '@tiptap/react'
import { useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '@/app/_ui/button'
import { dataUrl } from '@/app/(mail)/_editor/data-picture'
import { bodyExtensions } from '@/app/(mail)/_editor/extensions'
import { FormatBar } from '@/app/(mail)/_editor/format-bar'
import { fromEditorHtml, toEditorHtml } from '@/app/(mail)/_editor/html'
import '@/app/(mail)/_editor/rich-text.css'

type Props = {
  label: string
  html: string
  /** Bytes of one picture. */
  pictureLimit: number
  onChange: (html: string) => void
}

/** Rich text that is kept for messages to come; its pictures stand in it. */
export default function RichField({ label, html, pictureLimit, onChange }: Props) {
  const t = useTranslations('richField')
  const picker = useRef<HTMLInputElement>(null)
  const [tooLarge, setTooLarge] = useState(false)
  const editor = useEditor({
    immediatelyRender: false,
    extensions: bodyExtensions,
    content: toEditorHtml(html, []),
    editorProps: {
      attributes: { role: 'textbox', 'aria-label': label, 'aria-multiline': 'true', class: 'rich-body' },
    },
    onUpdate: ({ editor: now }) => onChange(fromEditorHtml(now.getHTML(), [])),
  })
  const insert = async ([file]: File[]) => {
    if (!file) return
    setTooLarge(file.size > pictureLimit)
    if (file.size <= pictureLimit)
      editor
        ?.chain()
        .focus()
        .setImage({ src: await dataUrl(file), alt: file.name })
        .run()
  }
  return (
    <div className="rounded-md border border-line-strong">
      <div className="px-2 py-1">
        <EditorContent editor={editor} />
      </div>
      {editor && <FormatBar editor={editor} />}
      <div className="border-line border-t px-2 py-1.5">
        <input
          ref={picker}
          type="file"
          hidden
          accept="image/png,image/jpeg,image/gif,image/webp"
          onChange={(event) => {
            void insert([...(event.target.files ?? [])])
            event.target.value = ''
          }}
        />
        <Button onClick={() => picker.current?.click()}>{t('picture')}</Button>
        {tooLarge && (
          <p role="alert" className="mt-1 text-danger-text text-sm">
            {t('pictureTooLarge', { size: Math.round(pictureLimit / 1024) })}
          </p>
        )}
      </div>
    </div>
  )
}
