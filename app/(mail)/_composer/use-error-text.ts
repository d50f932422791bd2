import { useTranslations } from 'use-intl'
import type { ApiError } from '@/lib/contract/client'

/** A refusal in words: our sentence for its code, then what the server said, as text. */
export function useErrorText(): (error: ApiError) => string {
  const t = useTranslations('errors')
  return (error) => (error.detail ? `${t(error.code)} ${error.detail}` : t(error.code))
}
