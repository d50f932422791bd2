import { fills } from '@/app/(mail)/_state/delivery/drawing'
import styles from '@/app/(mail)/_system/moving-mail.module.css'
import { pathOf } from '@/app/(mail)/_system/places'
import { travelMs } from '@/app/(mail)/_system/use-new-steps'
import type { SystemDelivery } from '@/lib/contract/system'

const looks: Partial<Record<SystemDelivery['state'], keyof typeof fills>> = {
  accepted: 'done',
  'in-mailbox': 'done',
  waiting: 'waiting',
  bounced: 'failed',
  expired: 'failed',
}

/** A step that happens now: a letter moves along its line; without motion it lies at its end. */
export function MovingMail({ step }: { step: SystemDelivery }) {
  const path = pathOf(step)
  const fill = fills[looks[step.state] ?? 'open']
  if (path === null) return null
  return (
    <g aria-hidden className={fill}>
      <rect
        x={-9}
        y={-6}
        width={18}
        height={12}
        rx={2}
        className={styles.letter}
        style={{ offsetPath: `path("${path}")`, animationDuration: `${travelMs}ms` }}
      />
    </g>
  )
}
