'use client'

import { useCallback } from 'react'
import { useTranslations } from 'use-intl'
import { ApiError } from '@/lib/contract/client'

/** What went wrong, in the person's language. A server's own words follow as text. */
export function useProblemText(): (error: unknown) => string {
  const t = useTranslations('errors')
  return useCallback(
    (error) => {
      if (!(error instanceof ApiError)) return t('internal')
      return error.detail ? `${t(error.code)} (${error.detail})` : t(error.code)
    },
    [t],
  )
}
