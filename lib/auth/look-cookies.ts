import { cookies } from 'next/headers'
import type { Preferences } from '@/lib/contract/preferences'

const year = 31_536_000

/** Theme and language as the account wants them, for the first page of a browser that is new to it. Nothing secret. */
export async function setLookCookies({ theme, locale }: Pick<Preferences, 'theme' | 'locale'>): Promise<void> {
  const store = await cookies()
  const chosen = { theme, locale }
  for (const [name, value] of Object.entries(chosen)) {
    if (value !== null) store.set(name, value, { path: '/', maxAge: year, sameSite: 'lax' })
  }
}
