'use client'

import { useState } from 'react'
import { classNames } from '@/app/_ui/class-names'
import { ContactList } from '@/app/(mail)/_contacts/contact-list'
import { ContactPane } from '@/app/(mail)/_contacts/contact-pane'
import { GroupList } from '@/app/(mail)/_contacts/group-list'
import { useGroups } from '@/app/(mail)/_contacts/use-contacts'
import type { ContactsPlace } from '@/app/(mail)/_state/contacts-path'

/** The contacts: groups, the list, and one of them. On a phone one of the last two at a time. */
export default function ContactsPage({ place }: { place: ContactsPlace }) {
  const [q, setQ] = useState('')
  const { data } = useGroups()
  const group = data?.groups.find(({ id }) => id === place.group) ?? null
  return (
    <div className="flex min-h-0 flex-1 max-lg:flex-col">
      <div className={classNames('flex min-h-0 shrink-0 flex-col', place.contact !== null && 'max-md:hidden')}>
        <GroupList here={place.group} />
      </div>
      <div className="flex min-h-0 min-w-0 flex-1">
        <div
          className={classNames(
            'flex min-h-0 min-w-0 flex-col border-line md:w-80 md:shrink-0 md:border-r lg:border-l max-md:flex-1',
            place.contact !== null && 'max-md:hidden',
          )}
        >
          <ContactList key={place.group} place={place} group={group} q={q} onSearch={setQ} />
        </div>
        <div className={classNames('flex min-h-0 min-w-0 flex-1 flex-col', place.contact === null && 'max-md:hidden')}>
          <ContactPane key={place.contact} place={place} />
        </div>
      </div>
    </div>
  )
}
