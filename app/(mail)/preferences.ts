import { cache } from 'react'
import { readPreferences } from '@/lib/service/preferences'

/** The account's preferences, asked for once however many parts of a page want them. */
export const preferencesOfAccount = cache((accountId: string) => readPreferences({ accountId }))
