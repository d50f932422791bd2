import { classNames } from '@/app/_ui/class-names'

/** A grey bar where text will be. Give it a width; the height is a line's. */
export function Skeleton({ className }: { className?: string }) {
  return <span aria-hidden className={classNames('block h-2.5 rounded-full bg-pressed animate-soft', className)} />
}
