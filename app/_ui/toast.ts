export type Toast = {
  id: number
  text: string
  tone: 'plain' | 'error'
  action?: { label: string; run: () => void }
  seconds: number
  /** Whether it goes after its seconds though somebody is at it: what it offers ends then. */
  firm: boolean
}

type ToastOptions = Partial<Pick<Toast, 'tone' | 'action' | 'seconds' | 'firm'>>

let toasts: readonly Toast[] = []
let nextId = 1
const listeners = new Set<() => void>()

function set(next: readonly Toast[]): void {
  toasts = next
  for (const listener of listeners) listener()
}

/** Says `text` at the bottom left, politely also to screen readers. Only the newest two stay. Gives what takes it away. */
export function showToast(text: string, options: ToastOptions = {}): () => void {
  const { tone = 'plain', action, firm = false } = options
  const { seconds = action ? 10 : tone === 'error' ? 9 : 5 } = options
  const id = nextId++
  set([...toasts.slice(-1), { id, text, tone, action, seconds, firm }])
  return () => hideToast(id)
}

export function hideToast(id: number): void {
  if (toasts.some((toast) => toast.id === id)) set(toasts.filter((toast) => toast.id !== id))
}

export const toastStore = {
  subscribe(listener: () => void) {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
  snapshot: () => toasts,
}
