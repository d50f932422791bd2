import { useMutation } from '@tanstack/react-query'
import { Upload } from 'lucide-react'
import { type ChangeEvent, type ReactNode, useRef } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '@/app/_ui/button'
import { Dialog } from '@/app/_ui/dialog'
import { showToast } from '@/app/_ui/toast'
import { useRefresh } from '@/app/(mail)/_contacts/use-contact-edits'
import { useProblemText } from '@/app/(mail)/_state/use-problem-text'
import type { ImportedCard, ImportPreview, RefusedCard } from '@/lib/contract/contacts'
import { contactsApi } from '@/lib/contract/contacts-client'

/** Chooses a vCard file, shows what would come of it, and imports it once that is agreed to. */
export default function ImportDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations('contacts')
  const ui = useTranslations('ui')
  const problemText = useProblemText()
  const refresh = useRefresh()
  const chosen = useRef<File | null>(null)
  const preview = useMutation({ mutationFn: (file: File) => contactsApi.previewImport(file) })
  const done = useMutation({
    mutationFn: (file: File) => contactsApi.import(file),
    onSuccess: async ({ created, changed }) => {
      showToast(t('imported', { created: created.count, changed: changed.count }))
      onClose()
      await refresh()
    },
  })
  const choose = (event: ChangeEvent<HTMLInputElement>) => {
    chosen.current = event.target.files?.[0] ?? null
    if (chosen.current) preview.mutate(chosen.current)
    // the same file may be chosen again once it was mended
    event.target.value = ''
  }
  const count = preview.data ? preview.data.created.count + preview.data.changed.count : 0
  const error = preview.error ?? done.error
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={t('importTitle')}>
      <p className="mt-2 text-ink-soft text-sm">{t('importHint')}</p>
      <FileButton onChange={choose} />
      <div aria-live="polite">
        {preview.isPending && <p className="mt-3 text-ink-soft">{t('reading')}</p>}
        {preview.data && <Found preview={preview.data} />}
      </div>
      {error && (
        <p role="alert" className="mt-3 text-danger-text text-sm">
          {problemText(error)}
        </p>
      )}
      <div className="mt-5 flex justify-end gap-2">
        <Button onClick={onClose}>{ui('cancel')}</Button>
        {preview.data && count > 0 && (
          <Button
            kind="primary"
            disabled={done.isPending}
            onClick={() => chosen.current && done.mutate(chosen.current)}
          >
            {t('importVerb', { count })}
          </Button>
        )}
      </div>
    </Dialog>
  )
}

/** A file field that looks like a button, and is reached as one. */
function FileButton({ onChange }: { onChange: (event: ChangeEvent<HTMLInputElement>) => void }) {
  const t = useTranslations('contacts')
  return (
    <label className="relative mt-4 inline-flex h-8 cursor-pointer items-center gap-2 rounded-md border border-line bg-surface px-3 font-medium text-sm focus-within:outline-2 hover:bg-hover max-md:h-11">
      <Upload size={16} strokeWidth={1.75} aria-hidden />
      {t('chooseFile')}
      <input
        type="file"
        accept=".vcf,.vcard,text/vcard,text/x-vcard"
        onChange={onChange}
        className="absolute inset-0 size-full cursor-pointer opacity-0"
      />
    </label>
  )
}

function Found({ preview: { created, changed, same, refused } }: { preview: ImportPreview }) {
  const t = useTranslations('contacts')
  if (created.count + changed.count + same + refused.count === 0) {
    return <p className="mt-3 text-ink-soft">{t('importNothing')}</p>
  }
  return (
    <div className="mt-4 grid gap-2">
      <Kind title={t('importNew', { count: created.count })} count={created.count}>
        {created.some.map((card) => (
          <ComingCard key={card.line} card={card} />
        ))}
      </Kind>
      <Kind title={t('importChanged', { count: changed.count })} count={changed.count}>
        {changed.some.map((card) => (
          <ComingCard key={card.line} card={card} gains />
        ))}
      </Kind>
      {same > 0 && <p className="text-sm">{t('importSame', { count: same })}</p>}
      {refused.count > 0 && (
        <Kind title={t('importRefused', { count: refused.count })} count={refused.count} open>
          {refused.some.map((card, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: one line may be refused for several addresses
            <RefusedLine key={index} card={card} />
          ))}
        </Kind>
      )}
    </div>
  )
}

type KindProps = { title: string; count: number; open?: boolean; children: ReactNode[] }

/** How many there are of a kind; which, when it is unfolded. */
function Kind({ title, count, open, children }: KindProps) {
  const t = useTranslations('contacts')
  if (count === 0) return <p className="text-sm">{title}</p>
  return (
    <details open={open} className="text-sm">
      <summary className="min-h-6 cursor-pointer font-medium">{title}</summary>
      <ul className="mt-1 max-h-48 overflow-y-auto rounded-md bg-canvas px-3 py-2">
        {children}
        {count > children.length && (
          <li className="text-ink-faint">{t('andMore', { count: count - children.length })}</li>
        )}
      </ul>
    </details>
  )
}

function ComingCard({ card: { name, gains }, gains: told = false }: { card: ImportedCard; gains?: boolean }) {
  const t = useTranslations('contacts')
  const rest = gains.filter((text) => text !== name).join(', ')
  return (
    <li dir="auto" className="break-words">
      {name}
      {rest !== '' && <span className="text-ink-soft"> · {told ? t('gains', { what: rest }) : rest}</span>}
    </li>
  )
}

function RefusedLine({ card: { line, reason, text } }: { card: RefusedCard }) {
  const t = useTranslations('contacts')
  return (
    <li dir="auto" className="break-words">
      {t('importLine', { line, why: t(`refusals.${reason}`, { text }) })}
    </li>
  )
}
