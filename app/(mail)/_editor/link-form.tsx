import type { Editor } from '@tiptap/react'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '@/app/_ui/button'

/** `example.com` becomes a web address and `a@b.c` a mail address; anything else than http, https and mailto is refused. */
function linkTarget(typed: string): string | null {
  const text = typed.trim()
  if (/^(https?:\/\/|mailto:)\S+$/i.test(text)) return text
  if (/^[^\s@/:]+@[^\s@/:]+\.[^\s@/:]+$/.test(text)) return `mailto:${text}`
  return /^[^\s:]+\.[^\s:]+(:\d+)?(\/\S*)?$/.test(text) ? `https://${text}` : null
}

function setLink(editor: Editor, href: string) {
  const link = editor.chain().focus().extendMarkRange('link')
  if (editor.state.selection.empty && !editor.isActive('link'))
    link
      .insertContent({ type: 'text', text: href.replace(/^mailto:/, ''), marks: [{ type: 'link', attrs: { href } }] })
      .run()
  else link.setLink({ href }).run()
}

/** Asks for the address of a link, in a row below the formatting bar. */
export function LinkForm({ editor, onClose }: { editor: Editor; onClose: () => void }) {
  const t = useTranslations('composer.link')
  const [typed, setTyped] = useState(() => String(editor.getAttributes('link').href ?? ''))
  const [refused, setRefused] = useState(false)
  const apply = () => {
    const href = linkTarget(typed)
    if (href === null) return setRefused(true)
    setLink(editor, href)
    onClose()
  }
  const remove = () => {
    editor.chain().focus().extendMarkRange('link').unsetLink().run()
    onClose()
  }
  return (
    <div className="flex flex-wrap items-center gap-2 border-line border-t px-3 py-1.5">
      <input
        // biome-ignore lint/a11y/noAutofocus: the person has just asked to type here
        autoFocus
        type="text"
        inputMode="url"
        aria-label={t('address')}
        aria-invalid={refused || undefined}
        placeholder="https://"
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value)
          setRefused(false)
        }}
        onKeyDown={(event) => {
          if (event.key === 'Escape') {
            event.stopPropagation()
            onClose()
            editor.commands.focus()
          } else if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) {
            event.preventDefault()
            apply()
          }
        }}
        className="h-8 min-w-40 flex-1 rounded-md border border-line-strong bg-surface px-2 text-sm"
      />
      <Button onClick={apply}>{t('apply')}</Button>
      {editor.isActive('link') && (
        <Button kind="quiet" onClick={remove}>
          {t('remove')}
        </Button>
      )}
      {refused && (
        <p role="alert" className="w-full text-danger-text text-xs">
          {t('refused')}
        </p>
      )}
    </div>
  )
}
