'use client'

import { type KeyboardEvent, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '@/app/_ui/button'
import type { CommandId } from '@/app/(mail)/_state/commands/command-list'
import { conflictOf, type KeyConflict, keysOf, withKeys } from '@/app/(mail)/_state/commands/key-map'
import { keysText } from '@/app/(mail)/_state/commands/keys-text'
import { strokeOf } from '@/app/(mail)/_state/commands/stroke'
import { useChangePreferences, usePreferences } from '@/app/(mail)/_state/use-preferences'

const longest = 2
const focus = (input: HTMLInputElement | null) => input?.focus()

/** Takes one or two key presses for a command, and says what stands against them. */
export function KeyRecorder({ id, onDone }: { id: CommandId; onDone: () => void }) {
  const t = useTranslations('settings')
  const { keys } = usePreferences()
  const change = useChangePreferences()
  const [strokes, setStrokes] = useState<string[]>([])
  const sequence = strokes.join(' ')
  const conflict = sequence === '' ? null : conflictOf(id, sequence, keys)
  const free = sequence !== '' && conflict === null
  const save = (before = keys) => {
    const mine = keysOf(id, before).filter((other) => other !== sequence)
    change({ keys: withKeys(before, id, [...mine, sequence]) })
    onDone()
  }
  const take = (by: CommandId) =>
    save(
      withKeys(
        keys,
        by,
        keysOf(by, keys).filter((other) => other !== sequence),
      ),
    )
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Tab') return
    event.preventDefault()
    if (event.key === 'Escape') return onDone()
    if (event.key === 'Enter') return free ? save() : undefined
    if (event.key === 'Backspace') return setStrokes([])
    const stroke = strokeOf(event.nativeEvent)
    if (stroke) setStrokes((before) => (before.length < longest ? [...before, stroke] : [stroke]))
  }
  return (
    <div className="flex flex-wrap items-center gap-2 pb-2">
      <input
        ref={focus}
        readOnly
        aria-label={t('pressKeys')}
        aria-describedby="key-conflict"
        placeholder={t('pressKeys')}
        value={keysText(sequence)}
        onKeyDown={onKeyDown}
        className="h-8 w-44 rounded-md border border-line-strong bg-surface px-2 outline-none focus:border-accent-text"
      />
      <Button kind="primary" disabled={!free} onClick={() => save()}>
        {t('saveKey')}
      </Button>
      <Button onClick={onDone}>{t('cancelKey')}</Button>
      <p id="key-conflict" role="status" className="w-full text-sm text-warn-text">
        {conflict && <ConflictText conflict={conflict} sequence={sequence} onTake={take} />}
      </p>
    </div>
  )
}

type ConflictTextProps = { conflict: KeyConflict; sequence: string; onTake: (by: CommandId) => void }

function ConflictText({ conflict, sequence, onTake }: ConflictTextProps) {
  const t = useTranslations('settings')
  const names = useTranslations('palette.commands')
  const keys = keysText(sequence)
  if (conflict.kind === 'reserved') return t('conflict.reserved', { keys })
  const name = names(conflict.by)
  if (conflict.kind !== 'taken') return t(`conflict.${conflict.kind}`, { keys, name })
  return (
    <>
      {t('conflict.taken', { keys, name })}{' '}
      <button type="button" className="font-semibold underline" onClick={() => onTake(conflict.by)}>
        {t('takeKey')}
      </button>
    </>
  )
}
