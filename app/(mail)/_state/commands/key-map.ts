import { type CommandId, type CommandPlace, commandIds, commands } from '@/app/(mail)/_state/commands/command-list'

/** A person's own keys: command to sequences. Commands not named keep their default keys; an empty list is no key. */
export type KeyOverrides = Partial<Record<string, readonly string[]>>

export const keysOf = (id: CommandId, overrides: KeyOverrides): readonly string[] => overrides[id] ?? commands[id].keys

/** The overrides with other keys for one command; keys as delivered are no override. */
export function withKeys(overrides: Record<string, string[]>, id: CommandId, keys: readonly string[]) {
  const { [id]: _, ...others } = overrides
  const delivered = commands[id].keys
  const same = keys.length === delivered.length && keys.every((sequence, i) => sequence === delivered[i])
  return same ? others : { ...others, [id]: [...keys] }
}

/** Why a sequence cannot be had, and the command in the way. */
export type KeyConflict =
  | { kind: 'taken' | 'begins' | 'begun-by'; by: CommandId }
  /** The browser, the system or moving about with the keyboard needs it. */
  | { kind: 'reserved' }

const reserved = /^(Mod\+|Alt\+)|^(Shift\+)?(Tab|Enter|Space|Backspace|Arrow\w+|Home|End|Page\w+|F\d+)$/

const meet = (a: CommandPlace | undefined, b: CommandPlace | undefined): boolean => !a || !b || a === b

/**
 * What stands against giving a command this sequence: the same keys, or one sequence that begins with the other, at a
 * command of the same place. Null when nothing does.
 */
export function conflictOf(id: CommandId, sequence: string, overrides: KeyOverrides): KeyConflict | null {
  if (commands[id].keys.includes(sequence) === false && sequence.split(' ').some((stroke) => reserved.test(stroke))) {
    return { kind: 'reserved' }
  }
  for (const by of commandIds) {
    if (by === id || !meet(commands[by].place, commands[id].place)) continue
    for (const other of keysOf(by, overrides)) {
      if (other === sequence) return { kind: 'taken', by }
      if (other.startsWith(`${sequence} `)) return { kind: 'begun-by', by }
      if (sequence.startsWith(`${other} `)) return { kind: 'begins', by }
    }
  }
  return null
}

/** Sequence to the commands it can mean, in the order of the list. */
export function sequencesOf(overrides: KeyOverrides): Map<string, CommandId[]> {
  const meanings = new Map<string, CommandId[]>()
  for (const id of commandIds) {
    for (const sequence of keysOf(id, overrides)) meanings.set(sequence, [...(meanings.get(sequence) ?? []), id])
  }
  return meanings
}
