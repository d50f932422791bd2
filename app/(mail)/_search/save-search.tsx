'use client'

import { useTranslations } from 'use-intl'
import { NameDialog } from '@/app/(mail)/_state/name-dialog'
import { useSavedSearchEdits } from '@/app/(mail)/_state/use-saved-searches'

/** Asks for the name under which a search is kept in the navigation. */
export function SaveSearch({ q, onClose }: { q: string; onClose: () => void }) {
  const t = useTranslations('search')
  const { save } = useSavedSearchEdits()
  return (
    <NameDialog
      title={t('saveTitle')}
      label={t('saveName')}
      verb={t('saveVerb')}
      initial={q}
      onName={(name) => save({ name, query: q.trim() })}
      onClose={onClose}
    />
  )
}
