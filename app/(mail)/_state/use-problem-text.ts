'use client'

import { useCallback } from 'react'
import { useTranslations } from 'use-intl'
import { ApiError } from '@/lib/contract/client'
import { type NameProblem, nameProblems } from '@/lib/contract/names'

const isNameProblem = (detail: string | null): detail is NameProblem => nameProblems.some((known) => known === detail)

/** What went wrong, in the person's language. A server's own words follow as text. */
export function useProblemText(): (error: unknown) => string {
  const t = useTranslations('errors')
  const names = useTranslations('nameProblems')
  return useCallback(
    (error) => {
      if (!(error instanceof ApiError)) return t('internal')
      if (error.code === 'name-refused' && isNameProblem(error.detail)) return names(error.detail)
      return error.detail ? `${t(error.code)} (${error.detail})` : t(error.code)
    },
    [t, names],
  )
}
