'use client'

import { type FormEvent, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '@/app/_ui/button'
import { Dialog } from '@/app/_ui/dialog'

type Props = {
  title: string
  label: string
  verb: string
  initial: string
  onName: (name: string) => void
  onClose: () => void
}

/** Asks for a name of at most 100 characters. */
export function NameDialog({ title, label, verb, initial, onName, onClose }: Props) {
  const t = useTranslations('ui')
  const [name, setName] = useState(initial.slice(0, 100))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (name.trim() === '') return
    onName(name.trim())
    onClose()
  }
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={title}>
      <form onSubmit={submit} className="mt-4 grid gap-4">
        <label className="grid gap-1 text-ink-soft text-sm">
          {label}
          <input
            type="text"
            autoFocus
            maxLength={100}
            value={name}
            onFocus={(event) => event.target.select()}
            onChange={(event) => setName(event.target.value)}
            className="h-9 rounded-md border border-line bg-surface px-2 text-base text-ink outline-none focus:border-accent-text max-md:text-lg"
          />
        </label>
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="submit" kind="primary" disabled={name.trim() === ''}>
            {verb}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
