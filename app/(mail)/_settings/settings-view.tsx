'use client'

import type { ComponentType } from 'react'
import { useTranslations } from 'use-intl'
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
import { settingsPath } from '@/app/(mail)/_state/place-path'
import { SectionsView } from '@/app/(mail)/_state/sections-view'
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
  const sections = settingsSections.map((name) => ({
    href: settingsPath(name),
    text: t(`sections.${name}`),
    here: name === section,
  }))
  return (
    <SectionsView title={t('title')} sections={sections} className="max-w-2xl">
      <Content />
    </SectionsView>
  )
}
