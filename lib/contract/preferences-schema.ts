import { z } from 'zod'
import {
  clocks,
  defaultPreferences,
  densities,
  type Preferences,
  type PreferencesChange,
  panes,
  receiptChoices,
  themes,
  undoWindows,
} from '@/lib/contract/preferences'

const percent = z.number().int().min(20).max(80)
const sequence = z.string().min(1).max(40)
/** More than there are commands, and small enough to travel with every page. */
const mostKeys = 100

const fields = {
  density: z.enum(densities),
  pane: z.enum(panes),
  paneSize: z.strictObject({ right: percent, below: percent }),
  conversations: z.boolean(),
  clock: z.enum(clocks),
  theme: z.enum(themes).nullable(),
  locale: z.enum(['en', 'de']).nullable(),
  notifications: z.boolean(),
  sound: z.boolean(),
  markReadAfter: z.number().int().min(0).max(60).nullable(),
  undoSeconds: z.literal(undoWindows),
  readReceipts: z.enum(receiptChoices),
  keys: z
    .record(z.string().regex(/^[a-z-]{1,40}$/), z.array(sequence).max(4))
    .refine((keys) => Object.keys(keys).length <= mostKeys),
} satisfies { [Name in keyof Preferences]: z.ZodType<Preferences[Name]> }

export const preferencesChange: z.ZodType<PreferencesChange> = z.strictObject(fields).partial()

/** A stored document as preferences: what is missing, or no longer understood, is as delivered. */
export function preferencesOf(document: unknown): Preferences {
  const stored = z.record(z.string(), z.unknown()).safeParse(document).data ?? {}
  const known = Object.entries(fields).flatMap(([name, field]) => {
    const value = field.safeParse(stored[name])
    return value.success ? [[name, value.data]] : []
  })
  return { ...defaultPreferences, ...Object.fromEntries(known) }
}
