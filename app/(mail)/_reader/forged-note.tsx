import { ShieldAlert } from 'lucide-react'

/** Says of a report that it is about nothing we sent. */
export function ForgedNote({ children }: { children: string }) {
  return (
    <p role="note" className="mt-4 flex gap-3 rounded-md bg-warn-wash px-3 py-2 text-sm text-warn-text">
      <ShieldAlert size={16} strokeWidth={1.75} aria-hidden className="mt-0.5 shrink-0" />
      {children}
    </p>
  )
}
