import type { DraftSession } from '@/app/(mail)/_state/draft-session'
import type { ApiError } from '@/lib/contract/client'
import type { StartDraft } from '@/lib/contract/drafts'

/** `inline`: in the flow of the conversation that is answered. */
export type WindowLayout = 'docked' | 'minimised' | 'half' | 'full' | 'inline'

export type ComposerWindow = {
  id: number
  layout: WindowLayout
  /** What had the focus before, to give it back. */
  opener: HTMLElement | null
} & (
  | { state: 'starting'; intent: StartDraft }
  | { state: 'failed'; intent: StartDraft; error: ApiError }
  | { state: 'ready'; session: DraftSession; remindInDays: number | null; release: () => void }
)

/** Width of a docked window with its gap, in pixels. */
const dockedWidth = 560

/** Puts a window in front: others step back to bars when there is no room beside it. */
export function inFront(windows: ComposerWindow[], id: number, layout: WindowLayout, width: number): ComposerWindow[] {
  if (layout === 'inline') return withInline(windows, id)
  const room = layout === 'docked' ? Math.max(1, Math.floor((width - 16) / dockedWidth)) : 0
  const beside = windows.filter((each) => each.id !== id && each.layout === 'docked').slice(Math.min(0, 1 - room))
  const stays = new Set(room > 1 ? beside.map((each) => each.id) : [])
  return windows.map((each) => {
    if (each.id === id) return { ...each, layout }
    return stays.has(each.id) || each.layout === 'inline' ? each : { ...each, layout: 'minimised' }
  })
}

/** A conversation has room for one answer. */
const withInline = (windows: ComposerWindow[], id: number): ComposerWindow[] =>
  windows.map((each) => {
    if (each.id === id) return { ...each, layout: 'inline' }
    return each.layout === 'inline' ? { ...each, layout: 'minimised' } : each
  })

export const replaceWindow = (windows: ComposerWindow[], next: ComposerWindow): ComposerWindow[] =>
  windows.map((each) => (each.id === next.id ? { ...next, layout: each.layout } : each))
