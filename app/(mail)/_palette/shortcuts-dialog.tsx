'use client'

import { useTranslations } from 'use-intl'
import { Dialog } from '@/app/_ui/dialog'
import { Keys } from '@/app/_ui/keys'
import { type CommandId, commandGroups, commandIds, commands } from '@/app/(mail)/_state/commands/command-list'
import { keysOf } from '@/app/(mail)/_state/commands/key-map'
import { keysText } from '@/app/(mail)/_state/commands/keys-text'
import { PlaceLink } from '@/app/(mail)/_state/place-link'
import { settingsPath } from '@/app/(mail)/_state/place-path'
import { usePreferences } from '@/app/(mail)/_state/use-preferences'

/** Every key and what it does, by groups. */
export default function ShortcutsDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations('palette')
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={t('commands.shortcuts')} kind="wide">
      <p className="mt-1 text-ink-soft text-sm">
        {t('shortcutsHint')}{' '}
        <PlaceLink href={settingsPath('keyboard')} onClick={onClose} className="text-accent-text underline">
          {t('changeKeys')}
        </PlaceLink>
      </p>
      <div className="mt-4 gap-8 md:columns-2">
        {commandGroups.map((group) => (
          <Group key={group} group={group} />
        ))}
      </div>
    </Dialog>
  )
}

function Group({ group }: { group: (typeof commandGroups)[number] }) {
  const t = useTranslations('palette')
  const { keys } = usePreferences()
  const members = commandIds.filter((id) => commands[id].group === group && keysOf(id, keys).length > 0)
  return (
    <section className="mb-5 break-inside-avoid">
      <h3 className="mb-1 font-semibold">{t(`groups.${group}`)}</h3>
      <dl>
        {members.map((id: CommandId) => (
          <div key={id} className="flex min-h-7 items-center justify-between gap-4 border-line border-b py-0.5 text-sm">
            <dt>{t(`commands.${id}`)}</dt>
            <dd className="flex shrink-0 gap-2">
              {keysOf(id, keys).map((sequence) => (
                <Keys key={sequence} text={keysText(sequence)} />
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
