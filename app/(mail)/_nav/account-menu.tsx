'use client'

import { LogOut, Settings, ShieldCheck, Waypoints } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { Avatar } from '@/app/_ui/avatar'
import { Menu, type MenuEntry } from '@/app/_ui/menu'
import { useAccount } from '@/app/(mail)/_state/account'
import { goTo } from '@/app/(mail)/_state/place'
import { adminPath, settingsPath, systemPath } from '@/app/(mail)/_state/place-path'
import { useSignOut } from '@/app/(mail)/_state/sign-out'
import { useChangePreferences, usePreferences } from '@/app/(mail)/_state/use-preferences'
import { themes } from '@/lib/contract/preferences'

/** Who is signed in, how it looks, which language, and the way out. */
export function AccountMenu() {
  const t = useTranslations('shell')
  const { address, displayName } = useAccount()
  const entries = useEntries()
  const header = (
    <div className="flex items-center gap-3 border-line border-b px-2 pt-1.5 pb-3">
      <Avatar name={displayName} address={address} size={36} />
      <div className="min-w-0 text-sm">
        <div className="truncate font-semibold">{displayName || address}</div>
        <div className="truncate text-ink-faint">{address}</div>
      </div>
    </div>
  )
  return (
    <Menu
      label={t('account')}
      entries={entries}
      header={header}
      align="end"
      className="grid size-10 place-items-center rounded-full hover:bg-hover"
    >
      <Avatar name={displayName} address={address} size={30} />
    </Menu>
  )
}

function useEntries(): MenuEntry[] {
  const t = useTranslations('shell')
  const locale = useLocale()
  const { admin, demo } = useAccount()
  const change = useChangePreferences()
  const chosen = usePreferences().theme
  const [byCookie, setByCookie] = useState('system')
  useEffect(() => setByCookie(document.documentElement.dataset.theme ?? 'system'), [])
  const theme = chosen ?? byCookie
  const signOut = useSignOut()
  return [
    {
      group: t('theme'),
      value: theme,
      options: [
        { value: 'system', label: t('themeSystem') },
        { value: 'light', label: t('themeLight') },
        { value: 'dark', label: t('themeDark') },
      ],
      choose: (value) => change({ theme: themes.find((known) => known === value) ?? 'system' }),
    },
    'line',
    {
      group: t('language'),
      value: locale,
      options: [
        { value: 'en', label: 'English' },
        { value: 'de', label: 'Deutsch' },
      ],
      choose: (value) => change({ locale: value === 'de' ? 'de' : 'en' }),
    },
    'line',
    {
      label: t('settings'),
      icon: <Settings size={16} strokeWidth={1.75} aria-hidden />,
      run: () => goTo(settingsPath('general')),
    },
    ...(admin
      ? [
          {
            label: t('admin'),
            icon: <ShieldCheck size={16} strokeWidth={1.75} aria-hidden />,
            run: () => goTo(adminPath('queue')),
          },
        ]
      : []),
    ...(demo
      ? [
          {
            label: t('howItWorks'),
            icon: <Waypoints size={16} strokeWidth={1.75} aria-hidden />,
            run: () => goTo(systemPath),
          },
        ]
      : []),
    { label: t('signOut'), icon: <LogOut size={16} strokeWidth={1.75} aria-hidden />, run: signOut },
  ]
}
