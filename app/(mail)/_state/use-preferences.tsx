'use client'

import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { createContext, type ReactNode, use, useCallback, useEffect } from 'react'
import { useLocale } from 'use-intl'
import { showToast } from '@/app/_ui/toast'
import { setKeyOverrides } from '@/app/(mail)/_state/commands/dispatcher'
import { keepCookie } from '@/app/(mail)/_state/cookies'
import { preferencesKey } from '@/app/(mail)/_state/query-keys'
import { useProblemText } from '@/app/(mail)/_state/use-problem-text'
import { api } from '@/lib/contract/client'
import { defaultPreferences, type Preferences, type PreferencesChange } from '@/lib/contract/preferences'

const PreferencesContext = createContext(defaultPreferences)

/** The account's preferences for everything below, from the page itself, kept true by the event stream. */
export function PreferencesProvider({ children }: { children: ReactNode }) {
  const { data = defaultPreferences } = useQuery({
    queryKey: preferencesKey,
    queryFn: ({ signal }) => api.preferences(signal),
    staleTime: Number.POSITIVE_INFINITY,
  })
  useLook(data)
  useEffect(() => setKeyOverrides(data.keys), [data.keys])
  return <PreferencesContext value={data}>{children}</PreferencesContext>
}

/** Theme and language stand in cookies too, so that the next page comes right, also a signed-out one. */
function useLook({ theme, locale }: Preferences): void {
  const router = useRouter()
  const shown = useLocale()
  useEffect(() => {
    if (theme === null) return
    document.documentElement.dataset.theme = theme
    keepCookie('theme', theme)
  }, [theme])
  useEffect(() => {
    if (locale === null || locale === shown) return
    keepCookie('locale', locale)
    router.refresh()
  }, [locale, shown, router])
}

export const usePreferences = (): Preferences => use(PreferencesContext)

/** Changes of one's own that the server has not answered yet, and whether to ask for all once it has. */
let underWay = 0
let renewAfter = false

/** Asks for the preferences anew; not over a change of one's own under way, which an older answer would take back. */
export function renewPreferences(client: QueryClient): void {
  renewAfter = underWay > 0
  if (!renewAfter) void client.invalidateQueries({ queryKey: preferencesKey })
}

/** Changes preferences at once here, and on the server for every other browser. Takes it back when that fails. */
export function useChangePreferences(): (change: PreferencesChange) => void {
  const client = useQueryClient()
  const problemText = useProblemText()
  return useCallback(
    (change) => {
      void client.cancelQueries({ queryKey: preferencesKey })
      const before = client.getQueryData<Preferences>(preferencesKey) ?? defaultPreferences
      client.setQueryData<Preferences>(preferencesKey, { ...before, ...change })
      underWay += 1
      const failed = (error: unknown) => {
        client.setQueryData(preferencesKey, before)
        showToast(problemText(error), { tone: 'error' })
      }
      void api
        .changePreferences(change)
        .catch(failed)
        .finally(() => {
          underWay -= 1
          if (renewAfter) renewPreferences(client)
        })
    },
    [client, problemText],
  )
}
