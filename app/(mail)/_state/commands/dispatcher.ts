'use client'

import { type CommandId, commandIds, commands } from '@/app/(mail)/_state/commands/command-list'
import { type KeyOverrides, keysOf, sequencesOf } from '@/app/(mail)/_state/commands/key-map'
import { strokeOf } from '@/app/(mail)/_state/commands/stroke'

type Run = () => void
export type CommandHandlers = Partial<Record<CommandId, Run | undefined>>
/** Bare sequences, for keys that are no command. */
export type KeyHandlers = Record<string, Run | undefined>

/** Who is asked first where several can do it: what lies on top, last. */
const layers = ['shell', 'list', 'reader', 'selection'] as const
export type Layer = (typeof layers)[number]

export type Source = { layer: Layer; handlers: () => { commands: CommandHandlers; keys: KeyHandlers } }

const patience = 1200
const fields = 'input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]'
const busyPlaces = `${fields}, [role=menu], [role=dialog], [role=listbox]`

let sources: readonly Source[] = []
let overrides: KeyOverrides = {}
let meanings = sequencesOf(overrides)
const listeners = new Set<() => void>()

/** From now on the person's own keys count. */
export function setKeyOverrides(next: KeyOverrides): void {
  if (next === overrides) return
  overrides = next
  meanings = sequencesOf(next)
  for (const listener of listeners) listener()
}

export const keyOverrides = {
  subscribe(listener: () => void) {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
  snapshot: () => overrides,
}

/** Takes a source in until the returned function is called. Of one layer the newest is asked first. */
export function addSource(source: Source): () => void {
  if (sources.length === 0) document.addEventListener('keydown', onKeyDown)
  const rank = ({ layer }: Source) => layers.indexOf(layer)
  sources = [source, ...sources].sort((a, b) => rank(b) - rank(a))
  return () => {
    sources = sources.filter((other) => other !== source)
    if (sources.length === 0) document.removeEventListener('keydown', onKeyDown)
  }
}

/** What a command would do here and now; undefined when it cannot be given. */
export function commandNow(id: CommandId): Run | undefined {
  for (const source of sources) {
    const run = source.handlers().commands[id]
    if (run) return run
  }
}

/** Every command that can be given here and now. */
export const commandsNow = (): CommandId[] => commandIds.filter((id) => commandNow(id) !== undefined)

function find(sequence: string, inField: boolean): Run | undefined {
  const ids = (meanings.get(sequence) ?? []).filter((id) => !inField || commands[id].inFields)
  for (const source of sources) {
    const handlers = source.handlers()
    const run = (inField ? undefined : handlers.keys[sequence]) ?? ids.map((id) => handlers.commands[id]).find(Boolean)
    if (run) return run
  }
}

/** Whether some command that can be given now has a longer sequence that begins so. */
function leadsOn(sequence: string): boolean {
  const longer = `${sequence} `
  return sources.some((source) => {
    const handlers = source.handlers()
    const bare = Object.keys(handlers.keys).some((keys) => keys.startsWith(longer) && handlers.keys[keys])
    return (
      bare ||
      commandIds.some((id) => handlers.commands[id] && keysOf(id, overrides).some((keys) => keys.startsWith(longer)))
    )
  })
}

let begun = ''
let timer = 0

/** Keys typed into a field, a menu or a dialog belong to those, but for commands made for it. */
function onKeyDown(event: KeyboardEvent): void {
  // 229: an input method took the key, whatever else the event says.
  if (event.defaultPrevented || event.keyCode === 229) return
  const stroke = strokeOf(event)
  if (stroke === null) return
  const inField = event.target instanceof Element && event.target.closest(busyPlaces) !== null
  const sequence = begun === '' || inField ? stroke : `${begun} ${stroke}`
  clearTimeout(timer)
  begun = ''
  const run = find(sequence, inField)
  if (run) {
    event.preventDefault()
    run()
  } else if (!inField && leadsOn(sequence)) {
    begun = sequence
    timer = window.setTimeout(() => {
      begun = ''
    }, patience)
  }
}
