import { goTo } from '@/app/(mail)/_state/place'
import { settingsPath } from '@/app/(mail)/_state/place-path'
import type { Condition } from '@/lib/contract/filters'

let wanted: Condition[] | null = null

/** Opens the settings with a new rule that begins with these conditions. */
export function askForFilter(conditions: Condition[]): void {
  wanted = conditions
  goTo(settingsPath('filters'))
}

/** What was asked for, until it is shown. A page may be drawn more than once before that, so looking takes nothing away. */
export const filterIntent = (): Condition[] | null => wanted

export function filterIntentShown(): void {
  wanted = null
}
