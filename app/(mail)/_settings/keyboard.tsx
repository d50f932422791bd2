'use client'

import { X } from 'lucide-react'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '@/app/_ui/button'
import { Keys } from '@/app/_ui/keys'
import { KeyRecorder } from '@/app/(mail)/_settings/key-recorder'
import { type CommandId, commandGroups, commandIds, commands } from '@/app/(mail)/_state/commands/command-list'
import { keysOf, withKeys } from '@/app/(mail)/_state/commands/key-map'
import { keysText } from '@/app/(mail)/_state/commands/keys-text'
import { useChangePreferences, usePreferences } from '@/app/(mail)/_state/use-preferences'

/** Every command with its keys, and other keys for it. */
export function Keyboard() {
  const t = useTranslations('settings')
  const names = useTranslations('palette')
  const { keys } = usePreferences()
  const change = useChangePreferences()
  const [recording, setRecording] = useState<CommandId | null>(null)
  return (
    <>
      <div className="flex items-start gap-4 pt-4">
        <p className="flex-1 text-ink-soft text-sm">{t('keyboardHint')}</p>
        <Button disabled={Object.keys(keys).length === 0} onClick={() => change({ keys: {} })}>
          {t('resetKeys')}
        </Button>
      </div>
      {commandGroups.map((group) => (
        <section key={group} className="pt-5">
          <h3 className="font-semibold">{names(`groups.${group}`)}</h3>
          <ul aria-label={names(`groups.${group}`)}>
            {commandIds
              .filter((id) => commands[id].group === group)
              .map((id) => (
                <KeyRow
                  key={id}
                  id={id}
                  recording={recording === id}
                  onRecord={(open) => setRecording(open ? id : null)}
                />
              ))}
          </ul>
        </section>
      ))}
    </>
  )
}

function KeyRow({ id, recording, onRecord }: { id: CommandId; recording: boolean; onRecord: (open: boolean) => void }) {
  const t = useTranslations('settings')
  const names = useTranslations('palette')
  const { keys } = usePreferences()
  const change = useChangePreferences()
  const mine = keysOf(id, keys)
  const name = names(`commands.${id}`)
  const give = (sequences: readonly string[]) => change({ keys: withKeys(keys, id, sequences) })
  return (
    <li className="border-line border-b py-1">
      <div className="flex min-h-9 flex-wrap items-center gap-2 max-md:min-h-11">
        <span className="min-w-40 flex-1">{name}</span>
        {mine.map((sequence) => (
          <span key={sequence} className="inline-flex items-center gap-1">
            <Keys text={keysText(sequence)} />
            <button
              type="button"
              aria-label={t('removeKey', { keys: keysText(sequence), name })}
              onClick={() => give(mine.filter((other) => other !== sequence))}
              className="grid size-6 place-items-center rounded-md text-ink-faint hover:bg-hover hover:text-ink"
            >
              <X size={12} strokeWidth={2} aria-hidden />
            </button>
          </span>
        ))}
        <Button
          kind="quiet"
          disabled={recording || mine.length >= 4}
          aria-label={t('addKeyTo', { name })}
          onClick={() => onRecord(true)}
        >
          {t('addKey')}
        </Button>
      </div>
      {recording && <KeyRecorder id={id} onDone={() => onRecord(false)} />}
    </li>
  )
}
