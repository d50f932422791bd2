'use client'

import { type DragEvent, useSyncExternalStore } from 'react'
import type { Acted, Action } from '@/app/(mail)/_state/actions'
import type { Listed } from '@/app/(mail)/_state/listed'

/** Conversations under way from a list to the navigation. */
export type Drag = { threads: Acted[]; listed: Listed; onDropped: () => void; from: { x: number; y: number } }

/** Where conversations can be dropped: what happens to them there, and what it is called. */
export type DropTarget = { id: string; name: string; action: Action }

type State = { drag: Drag | null; over: DropTarget | null }
const nothing: State = { drag: null, over: null }

let state = nothing
const listeners = new Set<() => void>()

function set(next: State): void {
  state = next
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

const end = () => set(nothing)

/** Begins a drag (HTML drag and drop). What is seen under the pointer is ours: the browser's own picture is left empty. */
export function startDrag(event: DragEvent<HTMLElement>, carried: Omit<Drag, 'from'>): void {
  const blank = document.createElement('div')
  blank.style.cssText = 'position:fixed;width:1px;height:1px;top:0;left:0;opacity:0'
  document.body.append(blank)
  setTimeout(() => blank.remove())
  event.dataTransfer.setDragImage(blank, 0, 0)
  event.dataTransfer.effectAllowed = 'copyMove'
  // Firefox begins no drag without data; what others may read of it says nothing.
  event.dataTransfer.setData('application/x-waypost', '')
  // The row may be gone before the end is told to it.
  document.addEventListener('dragend', end, { once: true, capture: true })
  document.addEventListener('drop', () => setTimeout(end), { once: true, capture: true })
  // Chromium ends a drag at once when the page changes while it begins.
  const drag = { ...carried, from: { x: event.clientX, y: event.clientY } }
  setTimeout(() => set({ drag, over: null }))
}

export const useDrag = (): Drag | null =>
  useSyncExternalStore(
    subscribe,
    () => state.drag,
    () => null,
  )

/** What the pointer is over while something is dragged. */
export const useDragOver = (): DropTarget | null =>
  useSyncExternalStore(
    subscribe,
    () => state.over,
    () => null,
  )

/** Makes an element a place to drop conversations on; null: not this one. `isOver` says to show it. */
export function useDropTarget(target: DropTarget | null, onDrop: (drag: Drag, action: Action) => void) {
  const isOver = useDragOver()?.id === target?.id && target !== null
  if (target === null) return { isOver: false, handlers: {} }
  const accept = (event: DragEvent) => {
    if (state.drag === null) return
    event.preventDefault()
    event.dataTransfer.dropEffect = typeof target.action === 'object' && 'label' in target.action ? 'copy' : 'move'
    if (state.over?.id !== target.id) set({ ...state, over: target })
  }
  const handlers = {
    onDragEnter: accept,
    onDragOver: accept,
    onDragLeave: (event: DragEvent<HTMLElement>) => {
      if (event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget)) return
      if (state.over?.id === target.id) set({ ...state, over: null })
    },
    onDrop: (event: DragEvent) => {
      event.preventDefault()
      const { drag } = state
      end()
      if (drag === null) return
      onDrop(drag, target.action)
      drag.onDropped()
    },
  }
  return { isOver, handlers }
}
