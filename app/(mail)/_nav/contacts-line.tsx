'use client'

import { UserRound } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { NavLine } from '@/app/(mail)/_nav/nav-line'
import { contactsPath } from '@/app/(mail)/_state/contacts-path'
import { useContactsPlace } from '@/app/(mail)/_state/place'

/** The way to the contacts, below the mailboxes. */
export default function ContactsLine({ onFollow }: { onFollow?: () => void }) {
  const t = useTranslations('contacts')
  return (
    <ul className="mt-2">
      <NavLine
        href={contactsPath({ group: null, contact: null })}
        here={useContactsPlace() !== null}
        icon={<UserRound size={16} strokeWidth={1.75} aria-hidden />}
        name={t('title')}
        onFollow={onFollow}
      />
    </ul>
  )
}
