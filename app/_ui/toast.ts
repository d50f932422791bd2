export type Toast = {
  id: number
  text: string
  tone: 'plain' | 'error'
  action?: { label: string; run: () => void }
}

type ToastOptions = { tone?: Toast['tone']; action?: Toast['action']; seconds?: number }

let toasts: readonly Toast[] = []
let nextId = 1
const listeners = new Set<() => void>()

function set(next: readonly Toast[]): void {
  toasts = next
  for (const listener of listeners) listener()
}

/** Says `text` at the bottom left, politely also to screen readers. Only the newest two stay. Gives what takes it away. */
export function showToast(text: string, { tone = 'plain', action, seconds }: ToastOptions = {}): () => void {
  const id = nextId++
  set([...toasts.slice(-1), { id, text, tone, action }])
  const close = () => hideToast(id)
  setTimeout(close, (seconds ?? (action ? 10 : tone === 'error' ? 9 : 5)) * 1000)
  return close
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
