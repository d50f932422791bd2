'use client'

import { X } from 'lucide-react'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { useTranslations } from 'use-intl'
import { classNames } from '@/app/_ui/class-names'
import { hideToast, type Toast, toastStore } from '@/app/_ui/toast'

const none: readonly Toast[] = []

/** Where toasts appear: a live region that is always there, so that screen readers hear what is put in. */
export function Toaster() {
  const toasts = useSyncExternalStore(toastStore.subscribe, toastStore.snapshot, () => none)
  return (
    <div
      className="pointer-events-none fixed bottom-4 left-4 z-60 grid gap-2 max-md:inset-x-3 max-md:bottom-18"
      role="status"
      aria-live="polite"
    >
      {toasts.map((toast) => (
        <ToastCard key={toast.id} toast={toast} />
      ))}
    </div>
  )
}

/** Takes a toast away after its time, which begins anew when the pointer or the focus has left it. */
function useGoing({ id, seconds, firm }: Toast) {
  const [pointed, setPointed] = useState(false)
  const [focused, setFocused] = useState(false)
  const stays = !firm && (pointed || focused)
  useEffect(() => {
    if (stays) return
    const timer = setTimeout(() => hideToast(id), seconds * 1000)
    return () => clearTimeout(timer)
  }, [id, seconds, stays])
  return {
    // Moved, not entered: a toast that comes under a pointer at rest goes in time.
    onPointerMove: () => setPointed(true),
    onPointerLeave: () => setPointed(false),
    onFocus: () => setFocused(true),
    onBlur: () => setFocused(false),
  }
}

function ToastCard({ toast }: { toast: Toast }) {
  const t = useTranslations('ui')
  const { action } = toast
  const going = useGoing(toast)
  return (
    <div
      {...going}
      className={classNames(
        'pointer-events-auto flex min-h-11 w-fit min-w-72 max-w-md items-center gap-3 rounded-lg bg-toast py-1.5 pr-1.5 pl-4',
        'animate-rise text-sm text-toast-ink shadow-float forced-colors:border max-md:w-full max-md:max-w-none',
      )}
    >
      <span className="min-w-0 flex-1 break-words">{toast.text}</span>
      {action && (
        <button
          type="button"
          className="h-8 rounded-md px-2.5 font-semibold text-toast-action hover:bg-white/10 focus-visible:outline-white"
          onClick={() => {
            hideToast(toast.id)
            action.run()
          }}
        >
          {action.label}
        </button>
      )}
      <button
        type="button"
        aria-label={t('dismiss')}
        className="grid size-8 place-items-center rounded-md hover:bg-white/10 focus-visible:outline-white"
        onClick={() => hideToast(toast.id)}
      >
        <X size={16} strokeWidth={1.75} aria-hidden />
      </button>
    </div>
  )
}
