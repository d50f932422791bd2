'use client'

import { classNames } from '@/app/_ui/class-names'
import { useLabelsOf } from '@/app/(mail)/_state/use-labels'
import type { Label } from '@/lib/contract/labels'

/** How a label looks on a row and above a conversation; `data-label` gives the colours. */
export const chipLook =
  'inline-flex min-w-0 items-center rounded-[4px] bg-(--label-wash) text-(--label-ink) text-xs forced-colors:border'

/** The last level of a label's name: what a row has room for. */
const shortName = ({ name }: Label): string => name.slice(name.lastIndexOf('/') + 1)

/** The labels behind ids, by name. */
export const useShownLabels = (ids: string[]): Label[] => useLabelsOf(ids).sort((a, b) => a.name.localeCompare(b.name))

/** The labels of a row, at most three; `without` is the label whose list it stands in. */
export function LabelChips({ ids, without, className }: { ids: string[]; without?: string; className?: string }) {
  const labels = useShownLabels(ids).filter(({ id }) => id !== without)
  if (labels.length === 0) return null
  const shown = labels.length > 3 ? labels.slice(0, 2) : labels
  const rest = labels.slice(shown.length)
  return (
    <span className={classNames('flex min-w-0 max-w-1/2 gap-1', className)}>
      {shown.map((label) => (
        <span
          key={label.id}
          data-label={label.color}
          title={label.name}
          className={classNames(chipLook, 'px-1.5 leading-4.5')}
        >
          <span className="truncate">{shortName(label)}</span>
        </span>
      ))}
      {rest.length > 0 && (
        <span
          data-label="gray"
          title={rest.map(({ name }) => name).join(', ')}
          className={classNames(chipLook, 'shrink-0 px-1.5 leading-4.5')}
        >
          +{rest.length}
        </span>
      )}
    </span>
  )
}
