import { Skeleton } from '@/app/_ui/skeleton'
import styles from '@/app/(mail)/_list/row.module.css'

const widths = ['w-3/5', 'w-4/5', 'w-2/3', 'w-1/2', 'w-3/4']

/** The place of a row that is on its way, of exactly its height. */
export function RowSkeleton({ index }: { index: number }) {
  return (
    <li className={styles.row} style={{ top: `calc(var(--row) * ${index})` }} aria-hidden>
      <span className={styles.check}>
        <span className="mx-auto block size-4 rounded-[4px] border-[1.5px] border-line" />
      </span>
      <span className={styles.who}>
        <Skeleton className="w-3/4 max-md:w-2/5" />
      </span>
      <span className={styles.text}>
        <Skeleton className={`${styles.subject} max-md:my-1.5 ${widths[index % widths.length]}`} />
      </span>
      <span className={styles.when}>
        <Skeleton className="ml-auto w-9" />
      </span>
    </li>
  )
}
