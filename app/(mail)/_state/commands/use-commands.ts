'use client'

import { useEffect, useRef, useSyncExternalStore } from 'react'
import type { CommandId } from '@/app/(mail)/_state/commands/command-list'
import {
  addSource,
  type CommandHandlers,
  type KeyHandlers,
  keyOverrides,
  type Layer,
} from '@/app/(mail)/_state/commands/dispatcher'
import { keysOf } from '@/app/(mail)/_state/commands/key-map'

const none = {}

/**
 * Says what commands do while this component is on the screen; undefined: not here, not now. The keys are the
 * person's, the palette and the list of keys (`?`) offer what is named here.
 */
export function useCommands(handlers: CommandHandlers, layer: Layer = 'list'): void {
  useSource(handlers, none, layer)
}

/** Bare keys, and two in a row written `g i`: for what has no command yet. They cannot be changed by the person. @public */
export function useKeys(keys: KeyHandlers, layer: Layer = 'list'): void {
  useSource(none, keys, layer)
}

function useSource(commands: CommandHandlers, keys: KeyHandlers, layer: Layer): void {
  const current = useRef({ commands, keys })
  useEffect(() => {
    current.current = { commands, keys }
  })
  useEffect(() => addSource({ layer, handlers: () => current.current }), [layer])
}

/** The first key of a command, for a hint beside its button; undefined when it has none. */
export function useKeyHint(): (id: CommandId) => string | undefined {
  const overrides = useSyncExternalStore(keyOverrides.subscribe, keyOverrides.snapshot, keyOverrides.snapshot)
  return (id) => keysOf(id, overrides)[0]
}
