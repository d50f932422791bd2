import { Plus, Search, X } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { Button } from '@/app/_ui/button'
import { IconButton } from '@/app/_ui/icon-button'
import { ContactRows } from '@/app/(mail)/_contacts/contact-rows'
import { ContactsMenu } from '@/app/(mail)/_contacts/contacts-menu'
import { SelectionBar } from '@/app/(mail)/_contacts/selection-bar'
import { useSelected } from '@/app/(mail)/_contacts/use-selected'
import { type ContactsPlace, contactsPath } from '@/app/(mail)/_state/contacts-path'
import { goTo } from '@/app/(mail)/_state/place'
import { useSettled } from '@/app/(mail)/_state/use-settled'
import type { ContactGroup } from '@/lib/contract/contacts'

const icon = { size: 16, strokeWidth: 1.75, 'aria-hidden': true } as const

/** Long enough to skip the letters of one fast word, short enough not to be felt. */
const typingPause = 120

type ContactListProps = {
  place: ContactsPlace
  /** The group listed; null while all are, or while it is not known yet. */
  group: ContactGroup | null
  q: string
  onSearch: (q: string) => void
}

/** The contacts of a group or all, found as one types, with what can be done with those ticked. */
export function ContactList({ place, group, q, onSearch }: ContactListProps) {
  const t = useTranslations('contacts')
  const selected = useSelected()
  const wanted = useSettled(q.trim(), typingPause)
  return (
    <>
      <div className="flex h-12 shrink-0 items-center gap-1 border-line border-b px-2">
        {selected.rows.length > 0 ? (
          <SelectionBar selected={selected} group={group} />
        ) : (
          <>
            <SearchField value={q} onChange={onSearch} />
            <IconButton
              label={t('new')}
              onClick={() => goTo(contactsPath({ group: place.group, contact: 'new' }))}
              className="shrink-0"
            >
              <Plus {...icon} />
            </IconButton>
            <ContactsMenu group={group} />
          </>
        )}
      </div>
      <ContactRows
        place={place}
        q={wanted}
        selected={selected}
        onClear={() => onSearch('')}
        action={
          <Button kind="primary" onClick={() => goTo(contactsPath({ group: null, contact: 'new' }))}>
            {t('new')}
          </Button>
        }
      />
    </>
  )
}

function SearchField({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const t = useTranslations('contacts')
  return (
    <div className="relative flex min-w-0 flex-1 items-center">
      <Search {...icon} className="pointer-events-none absolute left-2 text-ink-faint" />
      <input
        type="search"
        aria-label={t('search')}
        placeholder={t('search')}
        maxLength={200}
        autoComplete="off"
        spellCheck={false}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => event.key === 'Escape' && onChange('')}
        className="h-8 w-full rounded-md bg-canvas pr-8 pl-8 text-sm [&::-webkit-search-cancel-button]:hidden placeholder:text-ink-faint max-md:h-10 max-md:text-lg"
      />
      {value !== '' && (
        <IconButton size="small" label={t('clearSearch')} onClick={() => onChange('')} className="absolute right-0.5">
          <X {...icon} />
        </IconButton>
      )}
    </div>
  )
}
