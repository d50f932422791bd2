import { EllipsisVertical } from 'lucide-react'
import { Suspense, useState } from 'react'
import { useTranslations } from 'use-intl'
import { lazyView } from '@/app/_ui/lazy-view'
import { Menu } from '@/app/_ui/menu'
import { useExport } from '@/app/(mail)/_contacts/use-export'
import type { ContactGroup } from '@/lib/contract/contacts'

const ImportDialog = lazyView(() => import('@/app/(mail)/_contacts/import-dialog'))

/** Import and export. */
export function ContactsMenu({ group }: { group: ContactGroup | null }) {
  const t = useTranslations('contacts')
  const [importing, setImporting] = useState(false)
  const save = useExport()
  return (
    <>
      <Menu
        label={t('more')}
        align="end"
        className="grid size-8 shrink-0 place-items-center text-ink-soft hover:bg-hover hover:text-ink max-md:size-10"
        entries={[
          { label: t('import'), run: () => setImporting(true) },
          'line',
          { label: t('exportAll'), run: () => void save({}) },
          ...(group ? [{ label: t('exportGroup'), run: () => void save({ group: group.id }) }] : []),
          { label: t('exportOld'), run: () => void save({ version: '3.0' }) },
        ]}
      >
        <EllipsisVertical size={16} strokeWidth={1.75} aria-hidden />
      </Menu>
      {importing && (
        <Suspense fallback={null}>
          <ImportDialog onClose={() => setImporting(false)} />
        </Suspense>
      )}
    </>
  )
}
