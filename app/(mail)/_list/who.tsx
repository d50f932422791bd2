import { Fragment } from 'react'
import { useTranslations } from 'use-intl'
import { classNames } from '@/app/_ui/class-names'
import { type ShownParticipant, shownParticipants } from '@/app/(mail)/_list/participants'
import { type Listed, realMailbox } from '@/app/(mail)/_state/listed'
import type { Address } from '@/lib/contract/address'
import type { ThreadRow } from '@/lib/contract/threads'

/** Who a row is about: those who wrote, or in mailboxes of one's own words those written to. */
export function Who({ row, listed }: { row: ThreadRow; listed: Listed }) {
  const t = useTranslations('list')
  const list = realMailbox(listed)
  const here = list ?? row.ref.mailbox
  const single = row.messages.length === 1
  if (here === 'drafts' || (single && row.flags.draft)) {
    return (
      <>
        <Draft /> {namesOf(row.to)}
      </>
    )
  }
  if (list === 'sent' || (single && here === 'sent') || here === 'scheduled') {
    return t('to', { names: namesOf(row.to) || t('noRecipient') })
  }
  return <Participants row={row} />
}

function Participants({ row }: { row: ThreadRow }) {
  const t = useTranslations()
  const shown = shownParticipants(row.participants)
  if (shown.length === 0) return t('list.noSender')
  return (
    <>
      {shown.map((person, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two people may have one name; the order is the identity
        <Fragment key={i}>
          {separator(person, i)}
          <span className={classNames(person.unread ? 'font-semibold text-ink' : 'font-normal')}>
            {person.me ? t('threads.me') : person.name}
          </span>
        </Fragment>
      ))}
      {row.flags.draft && (
        <>
          , <Draft />
        </>
      )}
      {row.messages.length > 1 && (
        <span className="font-normal text-ink-faint text-xs">
          {' '}
          <span aria-hidden>({row.messages.length})</span>
          <span className="sr-only">{t('threads.count', { count: row.messages.length })}</span>
        </span>
      )}
    </>
  )
}

function separator({ gap }: ShownParticipant, place: number): string {
  if (place === 0) return ''
  return gap ? ' .. ' : ', '
}

function Draft() {
  return <span className="text-danger-text">{useTranslations('list')('draft')}</span>
}

const namesOf = (people: Address[]): string => people.map(({ name, address }) => name || address).join(', ')
