import { z } from 'zod'

const text = z.string().trim().min(1).max(300)

/** One thing a message is asked. Words are found anywhere in what they are looked for in, whatever their case. */
export const conditionSchema = z.discriminatedUnion('of', [
  z.object({ of: z.enum(['from', 'to', 'subject', 'words', 'list']), text }),
  z.object({ of: z.enum(['larger', 'smaller']), kilobytes: z.number().int().min(1).max(1_000_000) }),
  z.object({ of: z.literal('attachment') }),
])
export type Condition = z.infer<typeof conditionSchema>

/** `move`: the mailbox's id. `label`: the label's id. */
export const filterActionSchema = z.discriminatedUnion('do', [
  z.object({ do: z.literal('move'), mailbox: z.string().max(100) }),
  z.object({ do: z.literal('label'), label: z.string().max(100) }),
  z.object({ do: z.literal('forward'), address: z.string().trim().min(3).max(320) }),
  z.object({ do: z.enum(['read', 'star', 'trash', 'never-spam']) }),
])
export type FilterAction = z.infer<typeof filterActionSchema>

/** `id`: given by the server when it is saved first; a message says by it which rules met it. */
export const ruleSchema = z.object({
  id: z
    .string()
    .regex(/^[0-9a-f]{10}$/)
    .optional(),
  name: z.string().trim().max(100),
  enabled: z.boolean(),
  match: z.enum(['all', 'any']),
  conditions: z.array(conditionSchema).min(1).max(20),
  actions: z.array(filterActionSchema).min(1).max(10),
})
export type Rule = z.infer<typeof ruleSchema>

/** An answer for everybody who writes meanwhile: once in `days` days to each of them. `begins` and `ends` are moments, or null. */
export const vacationSchema = z.object({
  enabled: z.boolean(),
  begins: z.iso.datetime().nullable(),
  ends: z.iso.datetime().nullable(),
  subject: z.string().trim().max(200),
  text: z.string().max(10_000),
  days: z.number().int().min(1).max(30),
})
export type Vacation = z.infer<typeof vacationSchema>

/** What happens to mail as it arrives; rules in their order. A rule whose folder or label is gone is saved switched off. */
export const filterSetSchema = z.object({ rules: z.array(ruleSchema).max(100), vacation: vacationSchema })
export type FilterSet = z.infer<typeof filterSetSchema>

/** `replace`: a script made elsewhere is to be switched off for these; it stays on the server under its name. */
export const saveFiltersBody = z.object({ set: filterSetSchema, replace: z.boolean() })
export type SaveFilters = z.infer<typeof saveFiltersBody>

/** `foreign`: the script that is active instead, when it was made elsewhere. */
export type Filters = { set: FilterSet; foreign: { name: string; script: string } | null }

/** Where rules forward mail to, now. */
export type Forwarding = { addresses: string[] }
