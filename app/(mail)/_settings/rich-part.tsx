import { type ComponentProps, Suspense } from 'react'
import { lazyView } from '@/app/_ui/lazy-view'
import { Skeleton } from '@/app/_ui/skeleton'

const RichField = lazyView(() => import('@/app/(mail)/_settings/rich-field'))

/** Rich text of a form under its name; the editor loads with it. */
export function RichPart(props: ComponentProps<typeof RichField>) {
  return (
    <div>
      <p className="mb-1 font-medium text-sm" aria-hidden>
        {props.label}
      </p>
      <Suspense fallback={<Skeleton className="h-24 w-full" />}>
        <RichField {...props} />
      </Suspense>
    </div>
  )
}
