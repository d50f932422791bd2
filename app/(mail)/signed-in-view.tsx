'use client'

import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { Spinner } from '@/app/_ui/spinner'
import { useLeaving } from '@/app/(mail)/_state/sign-out'

/** Everything a signed-in person sees, until the moment of signing out. */
export function SignedInView({ children }: { children: ReactNode }) {
  const t = useTranslations('shell')
  if (!useLeaving()) return children
  return (
    <p role="status" className="flex min-h-dvh items-center justify-center gap-3 text-ink-soft">
      <Spinner />
      {t('signingOut')}
    </p>
  )
}
