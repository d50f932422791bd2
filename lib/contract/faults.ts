import { z } from 'zod'

/** What an admin of the demo can break (docs/decisions/0019), and what healing undoes. */
export const faultNames = [
  'red-down',
  'first-mx-down',
  'dns-down',
  'slow',
  'greylisting',
  'full-mailbox',
  'refused-for-now',
  'refused',
] as const
export const faultNameSchema = z.enum(faultNames)
export type FaultName = z.infer<typeof faultNameSchema>

export const switchFaultBody = z.object({ name: faultNameSchema, on: z.boolean() })
export type SwitchFault = z.infer<typeof switchFaultBody>
/** `available` is false for what cannot be broken from where the worker runs. */
export type FaultList = { faults: { name: FaultName; on: boolean; available: boolean }[] }

/** Whose mailbox is full with `full-mailbox`. */
export const fullMailboxOwner = 'jsmith@redemailserver.com'
