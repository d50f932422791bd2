import { Mail, Pencil } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { Avatar } from '@/app/_ui/avatar'
import { Button } from '@/app/_ui/button'
import { DeleteButton, GroupButton } from '@/app/(mail)/_contacts/contact-buttons'
import { nameOf } from '@/app/(mail)/_contacts/contact-line'
import { useWriteTo } from '@/app/(mail)/_contacts/use-write-to'
import { contactsPath } from '@/app/(mail)/_state/contacts-path'
import { PlaceLink } from '@/app/(mail)/_state/place-link'
import { useFormat } from '@/app/(mail)/_state/use-format'
import type { Contact, ContactAddress } from '@/lib/contract/contacts'

const icon = { size: 16, strokeWidth: 1.75, 'aria-hidden': true } as const

type ViewProps = { contact: Contact; onEdit: () => void; onGone: () => void }

/** All that is known of a contact. */
export function ContactView({ contact, onEdit, onGone }: ViewProps) {
  const t = useTranslations('contacts')
  const { name, organisation, phones, note, addresses, groups } = contact
  const first = addresses[0]?.address ?? ''
  return (
    <>
      <header className="flex items-center gap-4 pt-6 pb-4 max-md:pt-2">
        <Avatar name={name || organisation} address={first} size={56} />
        <div className="min-w-0 flex-1">
          <h2 dir="auto" className="break-words font-semibold text-xl">
            {nameOf({ name, organisation, address: first, phone: phones[0] ?? '' })}
          </h2>
          {name !== '' && organisation !== '' && (
            <p dir="auto" className="break-words text-ink-soft">
              {organisation}
            </p>
          )}
        </div>
      </header>
      <Verbs contact={contact} onEdit={onEdit} onGone={onGone} />
      <dl className="grid gap-y-5">
        {addresses.length > 0 && (
          <Part term={t('addresses')}>
            {addresses.map((one) => (
              <AddressLine key={one.address} name={name} one={one} />
            ))}
          </Part>
        )}
        {phones.length > 0 && (
          <Part term={t('phones')}>
            {phones.map((phone) => (
              <dd key={phone} className="flex min-h-8 items-center">
                <a href={`tel:${phone.replace(/[^\d+*#,;]/g, '')}`} className="text-accent-text hover:underline">
                  {phone}
                </a>
              </dd>
            ))}
          </Part>
        )}
        {groups.length > 0 && (
          <Part term={t('groups')}>
            <dd className="flex flex-wrap gap-1.5 pt-1">
              {groups.map(({ id, name: group }) => (
                <PlaceLink
                  key={id}
                  href={contactsPath({ group: id, contact: null })}
                  dir="auto"
                  className="inline-flex min-h-6 max-w-full items-center rounded-full border border-line bg-hover px-2.5 text-sm hover:bg-pressed max-md:min-h-8"
                >
                  <span className="truncate">{group}</span>
                </PlaceLink>
              ))}
            </dd>
          </Part>
        )}
        {note !== '' && (
          <Part term={t('note')}>
            <dd dir="auto" className="whitespace-pre-wrap break-words">
              {note}
            </dd>
          </Part>
        )}
      </dl>
    </>
  )
}

function Verbs({ contact: { id, name, addresses }, onEdit, onGone }: ViewProps) {
  const t = useTranslations('contacts')
  const writeTo = useWriteTo()
  const first = addresses[0]
  return (
    <div className="flex flex-wrap items-center gap-2 border-line border-b pb-4">
      {first && (
        <Button kind="primary" onClick={() => writeTo.people([{ name, address: first.address }])}>
          <Mail {...icon} />
          {t('writeTo')}
        </Button>
      )}
      <Button onClick={onEdit}>
        <Pencil {...icon} />
        {t('edit')}
      </Button>
      <GroupButton ids={[id]} />
      <DeleteButton ids={[id]} onDone={onGone} />
    </div>
  )
}

function Part({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div className="pt-4">
      <dt className="font-medium text-ink-faint text-xs">{term}</dt>
      {children}
    </div>
  )
}

function AddressLine({ name, one: { address, uses, lastUsedAt } }: { name: string; one: ContactAddress }) {
  const t = useTranslations('contacts')
  const format = useFormat()
  const writeTo = useWriteTo()
  return (
    <dd className="flex min-h-8 flex-wrap items-center gap-x-3">
      <button
        type="button"
        aria-label={t('writeToAddress', { address })}
        onClick={() => writeTo.people([{ name, address }])}
        className="min-h-8 break-all text-left text-accent-text hover:underline"
      >
        {address}
      </button>
      {lastUsedAt !== null && (
        <span className="text-ink-faint text-sm">{t('used', { count: uses, when: format.medium(lastUsedAt) })}</span>
      )}
    </dd>
  )
}
