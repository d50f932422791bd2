import { type Editor, useEditorState } from '@tiptap/react'
import { Link } from 'lucide-react'
import { type KeyboardEvent, useState } from 'react'
import { useTranslations } from 'use-intl'
import { IconButton } from '@/app/_ui/icon-button'
import { formatButtons } from '@/app/(mail)/_editor/format-buttons'
import { LinkForm } from '@/app/(mail)/_editor/link-form'

const isMac = () => /Mac|iP(hone|ad)/.test(navigator.platform)
const keysText = (keys: string) => keys.replace('Mod+', isMac() ? '⌘' : 'Ctrl+')

/** Arrow keys move along the bar (ARIA toolbar pattern). */
function moveAlong(event: KeyboardEvent<HTMLElement>) {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
  if (step === undefined || !(event.target instanceof HTMLButtonElement)) return
  const buttons = [...event.currentTarget.querySelectorAll('button')]
  buttons.at((buttons.indexOf(event.target) + step) % buttons.length)?.focus()
  event.preventDefault()
}

/** The formatting bar of the rich editor. */
export function FormatBar({ editor }: { editor: Editor }) {
  const t = useTranslations('composer.format')
  const [linking, setLinking] = useState(false)
  const active = useEditorState({
    editor,
    selector: ({ editor: now }) => [...formatButtons.map(({ name }) => now.isActive(name)), now.isActive('link')],
  })
  const pressed = 'bg-selected text-accent-text'
  return (
    <div className="shrink-0">
      {linking && <LinkForm editor={editor} onClose={() => setLinking(false)} />}
      <div
        role="toolbar"
        aria-label={t('bar')}
        className="flex gap-0.5 overflow-x-auto border-line border-t px-2 py-1"
        onKeyDown={moveAlong}
      >
        {formatButtons.map(({ name, icon: Icon, keys, run }, index) => (
          <IconButton
            key={name}
            size="small"
            label={t(name)}
            hint={keys && keysText(keys)}
            aria-pressed={name === 'clear' ? undefined : active[index]}
            tabIndex={index === 0 ? 0 : -1}
            className={active[index] ? pressed : undefined}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => run(editor)}
          >
            <Icon size={16} strokeWidth={1.75} aria-hidden />
          </IconButton>
        ))}
        <IconButton
          size="small"
          label={t('link')}
          aria-pressed={active.at(-1)}
          aria-expanded={linking}
          tabIndex={-1}
          className={active.at(-1) ? pressed : undefined}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => setLinking(!linking)}
        >
          <Link size={16} strokeWidth={1.75} aria-hidden />
        </IconButton>
      </div>
    </div>
  )
}
