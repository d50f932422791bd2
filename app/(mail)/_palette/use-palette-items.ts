'use client'

import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { useAccount } from '@/app/(mail)/_state/account'
import { commands } from '@/app/(mail)/_state/commands/command-list'
import { commandNow, commandsNow } from '@/app/(mail)/_state/commands/dispatcher'
import { keysText } from '@/app/(mail)/_state/commands/keys-text'
import { useKeyHint } from '@/app/(mail)/_state/commands/use-commands'
import { goTo } from '@/app/(mail)/_state/place'
import { listedPath, mailboxPath, settingsPath } from '@/app/(mail)/_state/place-path'
import { recentSearches } from '@/app/(mail)/_state/recent-searches'
import { settingsSections } from '@/app/(mail)/_state/settings-sections'
import { useLabels } from '@/app/(mail)/_state/use-labels'
import { useMailboxes, useMailboxName } from '@/app/(mail)/_state/use-mailboxes'
import { useChangePreferences } from '@/app/(mail)/_state/use-preferences'
import { densities, panes, themes } from '@/lib/contract/preferences'

export type PaletteItem = { id: string; group: PaletteGroup; label: string; hint?: string; run: () => void }
type PaletteGroup = 'commands' | 'mailboxes' | 'labels' | 'settings' | 'searches'

/** Everything the palette can offer here and now. */
export function usePaletteItems(): PaletteItem[] {
  const actions = useActions()
  const places = usePlaces()
  const choices = useChoices()
  const searches = useSearches()
  return useMemo(() => [...actions, ...places, ...choices, ...searches], [actions, places, choices, searches])
}

function useActions(): PaletteItem[] {
  const t = useTranslations('palette')
  const hintOf = useKeyHint()
  const now = commandsNow().filter((id) => id !== 'palette')
  return now
    .sort((a, b) => Number(commands[a].group === 'go') - Number(commands[b].group === 'go'))
    .map((id) => {
      const hint = hintOf(id)
      return {
        id,
        group: 'commands',
        label: t(`commands.${id}`),
        hint: hint && keysText(hint),
        run: () => commandNow(id)?.(),
      }
    })
}

function usePlaces(): PaletteItem[] {
  const nameOf = useMailboxName()
  const { data } = useMailboxes()
  const labels = useLabels()
  const mailboxes = (data?.mailboxes ?? []).map(
    ({ id, role, path }): PaletteItem => ({
      id: `mailbox-${id}`,
      group: 'mailboxes',
      label: role ? nameOf(id) : path,
      run: () => goTo(mailboxPath(id)),
    }),
  )
  const named = labels.map(
    ({ id, name }): PaletteItem => ({
      id: `label-${id}`,
      group: 'labels',
      label: name,
      run: () => goTo(mailboxPath(id)),
    }),
  )
  return [...mailboxes, ...named]
}

/** Sections of the settings, and the choices one changes often, without going there. */
function useChoices(): PaletteItem[] {
  const t = useTranslations('settings')
  const change = useChangePreferences()
  const item = (id: string, label: string, run: () => void): PaletteItem => ({ id, group: 'settings', label, run })
  return [
    ...settingsSections.map((section) =>
      item(`settings-${section}`, `${t('title')}: ${t(`sections.${section}`)}`, () => goTo(settingsPath(section))),
    ),
    ...densities.map((density) =>
      item(`density-${density}`, `${t('density')}: ${t(`densities.${density}`)}`, () => change({ density })),
    ),
    ...panes.map((pane) => item(`pane-${pane}`, `${t('pane')}: ${t(`panes.${pane}`)}`, () => change({ pane }))),
    ...themes.map((theme) => item(`theme-${theme}`, `${t('theme')}: ${t(`themes.${theme}`)}`, () => change({ theme }))),
  ]
}

function useSearches(): PaletteItem[] {
  const { address } = useAccount()
  return recentSearches(address).map((q) => ({
    id: `search-${q}`,
    group: 'searches',
    label: q,
    run: () => goTo(listedPath({ kind: 'search', q, sort: 'newest' })),
  }))
}
