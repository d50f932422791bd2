import { classNames } from '@/app/_ui/class-names'
import type { LabelColor } from '@/lib/contract/label-colors'

/** A label's colour as a disc. Decoration: the name stands beside it. */
export function LabelDot({ color, className }: { color: LabelColor; className?: string }) {
  return (
    <span
      aria-hidden
      data-label={color}
      className={classNames('block size-2.5 shrink-0 rounded-full bg-(--label-dot) forced-colors:border', className)}
    />
  )
}
