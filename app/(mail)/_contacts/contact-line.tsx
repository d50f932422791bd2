import { useTranslations } from 'use-intl'
import { Avatar } from '@/app/_ui/avatar'
import { Checkbox } from '@/app/_ui/checkbox'
import { classNames } from '@/app/_ui/class-names'
import { Skeleton } from '@/app/_ui/skeleton'
import type { Selected } from '@/app/(mail)/_contacts/use-selected'
import { type ContactsPlace, contactsPath } from '@/app/(mail)/_state/contacts-path'
import { PlaceLink } from '@/app/(mail)/_state/place-link'
import type { ContactRow } from '@/lib/contract/contacts'

type LineProps = {
  index: number
  total: number
  start: number
  height: number
  /** Undefined while its window is on its way. */
  row: ContactRow | undefined
  place: ContactsPlace
  selected: Selected
  /** Whether Tab comes here. */
  reachable: boolean
  onFocus: () => void
}

/** What a contact is called where it has no name. */
export const nameOf = ({ name, organisation, address, phone }: Omit<ContactRow, 'id'>): string =>
  name || organisation || address || phone

/** One contact of the list. */
export function ContactLine({ index, total, start, height, row, place, selected, reachable, onFocus }: LineProps) {
  const t = useTranslations('contacts')
  const here = row !== undefined && row.id === place.contact
  const ticked = row !== undefined && selected.has(row.id)
  const name = row === undefined ? '' : nameOf(row)
  const below = row && [row.address, row.organisation, row.phone].find((text) => text !== '' && text !== name)
  return (
    <li
      data-index={index}
      aria-setsize={total}
      aria-posinset={index + 1}
      className={classNames(
        'absolute inset-x-0 flex items-center pr-3 pl-1',
        ticked || here ? 'bg-selected' : 'hover:bg-hover',
      )}
      style={{ height, top: start }}
    >
      {row === undefined ? (
        <Skeleton className="ml-3 w-40" />
      ) : (
        <>
          <Checkbox
            label={t('select', { name })}
            checked={ticked}
            tabIndex={reachable ? 0 : -1}
            onChange={() => selected.toggle(row)}
          />
          <PlaceLink
            href={contactsPath({ group: place.group, contact: row.id })}
            aria-current={here ? 'page' : undefined}
            tabIndex={reachable ? 0 : -1}
            onFocus={onFocus}
            className="flex h-full min-w-0 flex-1 items-center gap-3 rounded-md -outline-offset-2"
          >
            <Avatar name={row.name || row.organisation} address={row.address} />
            <span className="min-w-0 flex-1">
              <span dir="auto" className="block truncate text-left font-medium text-sm">
                {name}
              </span>
              {below && <span className="block truncate text-ink-soft text-xs">{below}</span>}
            </span>
          </PlaceLink>
        </>
      )}
    </li>
  )
}
