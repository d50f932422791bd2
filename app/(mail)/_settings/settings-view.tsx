'use client'

import type { ComponentType } from 'react'
import { useTranslations } from 'use-intl'
import { classNames } from '@/app/_ui/class-names'
import { Appearance } from '@/app/(mail)/_settings/appearance'
import { Attempts } from '@/app/(mail)/_settings/attempts'
import { Filters } from '@/app/(mail)/_settings/filters'
import { General } from '@/app/(mail)/_settings/general'
import { Identities } from '@/app/(mail)/_settings/identities'
import { Keyboard } from '@/app/(mail)/_settings/keyboard'
import { Notifications } from '@/app/(mail)/_settings/notifications'
import { Sessions } from '@/app/(mail)/_settings/sessions'
import { Templates } from '@/app/(mail)/_settings/templates'
import { VacationAnswer } from '@/app/(mail)/_settings/vacation'
import { PlaceLink } from '@/app/(mail)/_state/place-link'
import { settingsPath } from '@/app/(mail)/_state/place-path'
import { type SettingsSection, settingsSections } from '@/app/(mail)/_state/settings-sections'

const contents: Record<SettingsSection, ComponentType> = {
  general: General,
  appearance: Appearance,
  identities: Identities,
  templates: Templates,
  filters: Filters,
  vacation: VacationAnswer,
  keyboard: Keyboard,
  notifications: Notifications,
  attempts: Attempts,
  sessions: Sessions,
}

/** The settings of the account. What is chosen counts at once: there is nothing to save. */
export default function SettingsView({ section }: { section: SettingsSection }) {
  const t = useTranslations('settings')
  const Content = contents[section]
  return (
    <div className="flex min-h-0 flex-1 max-md:flex-col">
      <nav
        aria-label={t('title')}
        className="flex shrink-0 gap-0.5 border-line p-3 max-md:overflow-x-auto max-md:border-b md:w-48 md:flex-col md:border-r"
      >
        {settingsSections.map((name) => (
          <PlaceLink
            key={name}
            href={settingsPath(name)}
            aria-current={name === section ? 'page' : undefined}
            className={classNames(
              'flex min-h-8 items-center whitespace-nowrap rounded-md px-3 max-md:min-h-11',
              name === section ? 'bg-selected font-semibold' : 'text-ink-soft hover:bg-hover',
            )}
          >
            {t(`sections.${name}`)}
          </PlaceLink>
        ))}
      </nav>
      <section
        aria-labelledby="settings-section"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
        className="min-h-0 flex-1 overflow-y-auto px-6 pb-10 max-md:px-4"
      >
        <div className="max-w-2xl">
          <h2 id="settings-section" className="border-line border-b pt-5 pb-3 font-semibold text-xl">
            {t(`sections.${section}`)}
          </h2>
          <Content />
        </div>
      </section>
    </div>
  )
}
