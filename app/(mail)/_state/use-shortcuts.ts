'use client'

/** The old name of `useKeys`. New keys are commands: `useCommands`. */
export { useKeys as useShortcuts } from '@/app/(mail)/_state/commands/use-commands'
