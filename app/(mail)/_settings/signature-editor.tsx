import { EditorContent, useEditor } from '@tiptap/react'
import { useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '@/app/_ui/button'
import { bodyExtensions } from '@/app/(mail)/_editor/extensions'
import { FormatBar } from '@/app/(mail)/_editor/format-bar'
import { fromEditorHtml, toEditorHtml } from '@/app/(mail)/_editor/html'
import '@/app/(mail)/_editor/rich-text.css'

/** A picture travels with every message one writes. */
const pictureLimit = 100 * 1024

const dataUrl = (file: File): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result))
    reader.onerror = () => reject(reader.error)
    reader.readAsDataURL(file)
  })

/** The rich text of a signature; its pictures stand in it. */
export default function SignatureEditor({ html, onChange }: { html: string; onChange: (html: string) => void }) {
  const t = useTranslations('identities')
  const picker = useRef<HTMLInputElement>(null)
  const [tooLarge, setTooLarge] = useState(false)
  const editor = useEditor({
    immediatelyRender: false,
    extensions: bodyExtensions,
    content: toEditorHtml(html, []),
    editorProps: {
      attributes: { role: 'textbox', 'aria-label': t('signature'), 'aria-multiline': 'true', class: 'rich-body' },
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
            {t('pictureTooLarge')}
          </p>
        )}
      </div>
    </div>
  )
}
