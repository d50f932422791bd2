import { Download, Mail, UserMinus, X } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { IconButton } from '@/app/_ui/icon-button'
import { DeleteButton, GroupButton } from '@/app/(mail)/_contacts/contact-buttons'
import { useContactEdits } from '@/app/(mail)/_contacts/use-contact-edits'
import { useExport } from '@/app/(mail)/_contacts/use-export'
import type { Selected } from '@/app/(mail)/_contacts/use-selected'
import { useWriteTo } from '@/app/(mail)/_contacts/use-write-to'
import type { ContactGroup } from '@/lib/contract/contacts'

const icon = { size: 16, strokeWidth: 1.75, 'aria-hidden': true } as const

/** What can be done with the contacts ticked. */
export function SelectionBar({ selected, group }: { selected: Selected; group: ContactGroup | null }) {
  const t = useTranslations('contacts')
  const edits = useContactEdits()
  const writeTo = useWriteTo()
  const save = useExport()
  const { rows, clear } = selected
  const ids = rows.map(({ id }) => id)
  const people = rows.filter(({ address }) => address !== '').map(({ name, address }) => ({ name, address }))
  const take = async (from: ContactGroup) => {
    if (await edits.takeFrom(from.id, ids)) clear()
  }
  return (
    <div role="toolbar" aria-label={t('selection')} className="flex min-w-0 flex-1 items-center gap-0.5">
      <IconButton label={t('clearSelection')} onClick={clear}>
        <X {...icon} />
      </IconButton>
      <span role="status" className="min-w-0 flex-1 truncate px-1 text-sm">
        {t('selected', { count: rows.length })}
      </span>
      <IconButton label={t('writeTo')} disabled={people.length === 0} onClick={() => writeTo.people(people)}>
        <Mail {...icon} />
      </IconButton>
      <GroupButton ids={ids} onDone={clear} />
      {group && (
        <IconButton label={t('takeFromGroup', { name: group.name })} onClick={() => void take(group)}>
          <UserMinus {...icon} />
        </IconButton>
      )}
      <IconButton label={t('exportSelected')} onClick={() => void save({ ids })}>
        <Download {...icon} />
      </IconButton>
      <DeleteButton ids={ids} onDone={clear} />
    </div>
  )
}
