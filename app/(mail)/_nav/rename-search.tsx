'use client'

import { useTranslations } from 'use-intl'
import { NameDialog } from '@/app/(mail)/_state/name-dialog'
import { useSavedSearchEdits } from '@/app/(mail)/_state/use-saved-searches'
import type { SavedSearch } from '@/lib/contract/saved-searches'

export function RenameSearch({ search, onClose }: { search: SavedSearch; onClose: () => void }) {
  const t = useTranslations('search')
  const { change } = useSavedSearchEdits()
  return (
    <NameDialog
      title={t('renameTitle')}
      label={t('saveName')}
      verb={t('rename')}
      initial={search.name}
      onName={(name) => change(search.id, { name, query: search.query })}
      onClose={onClose}
    />
  )
}
