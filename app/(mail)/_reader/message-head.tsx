'use client'

import { ChevronDown } from 'lucide-react'
import { type ReactNode, useId, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Avatar } from '@/app/_ui/avatar'
import { classNames } from '@/app/_ui/class-names'
import { useAccount } from '@/app/(mail)/_state/account'
import { useFormat } from '@/app/(mail)/_state/use-format'
import type { Address } from '@/lib/contract/address'
import type { MessageDetail } from '@/lib/contract/messages'

type MessageHeadProps = {
  detail: MessageDetail
  onFold: (() => void) | undefined
  /** Buttons at its end. */
  children: ReactNode
}

/** Who wrote to whom and when; everything else of the envelope on demand. */
export function MessageHead({ detail, onFold, children }: MessageHeadProps) {
  const t = useTranslations('reader')
  const list = useTranslations('list')
  const format = useFormat()
  const [open, setOpen] = useState(false)
  const id = useId()
  const sender = detail.from[0]
  return (
    <header>
      <div className="flex items-start gap-3">
        <Avatar name={sender?.name ?? ''} address={sender?.address ?? '?'} size={38} className="mt-0.5" />
        <div className="min-w-0 flex-1">
          <div className="flex flex-wrap items-baseline gap-x-2">
            <SenderName name={sender?.name || sender?.address || list('noSender')} onFold={onFold} />
            {sender?.name && <span className="break-all text-ink-faint text-sm">{sender.address}</span>}
          </div>
          <button
            type="button"
            aria-expanded={open}
            aria-controls={id}
            onClick={() => setOpen(!open)}
            className="-ml-1 inline-flex min-h-6 max-w-full items-center gap-1 rounded-md px-1 text-left text-ink-faint text-sm hover:bg-hover hover:text-ink"
          >
            <Recipients detail={detail} />
            <span className="sr-only">{t('details')}</span>
            <ChevronDown
              size={14}
              strokeWidth={1.75}
              aria-hidden
              className={classNames('shrink-0', open && 'rotate-180')}
            />
          </button>
        </div>
        <time
          dateTime={detail.date}
          title={format.full(detail.date)}
          className="shrink-0 pt-0.5 text-ink-faint text-sm"
        >
          <span className="max-md:hidden">{format.medium(detail.date)}</span>
          <span className="md:hidden">{format.when(detail.date)}</span>
        </time>
        <div className="-mt-1 -mr-2 flex shrink-0">{children}</div>
      </div>
      <div id={id} hidden={!open}>
        <Details detail={detail} />
      </div>
    </header>
  )
}

/** In a conversation the name folds its message, as its line unfolds it. */
function SenderName({ name, onFold }: { name: string; onFold: MessageHeadProps['onFold'] }) {
  const look = 'break-words text-left font-semibold'
  if (!onFold) {
    return (
      <span dir="auto" className={look}>
        {name}
      </span>
    )
  }
  return (
    <button type="button" dir="auto" aria-expanded onClick={onFold} className={classNames(look, 'hover:underline')}>
      {name}
    </button>
  )
}

function Recipients({ detail }: { detail: MessageDetail }) {
  const t = useTranslations('reader')
  const { address: mine } = useAccount()
  const people = [...detail.to, ...detail.cc, ...detail.bcc]
  const short = people
    .slice(0, 3)
    .map(({ name, address }) => (address.toLowerCase() === mine ? t('toMe') : name || address))
    .join(', ')
  const names = people.length > 3 ? t('andMore', { names: short, count: people.length - 3 }) : short
  return <span className="truncate">{people.length > 0 ? t('to', { names }) : t('details')}</span>
}

function Details({ detail }: { detail: MessageDetail }) {
  const t = useTranslations('reader')
  const format = useFormat()
  const auth = detail.authentication
  const word = (verdict: string) => t('verdict', { verdict })
  return (
    <dl className="mt-3 ml-12.5 grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1 rounded-lg bg-canvas px-4 py-3 text-sm max-md:ml-0">
      <People term={t('from')} people={detail.from} />
      {detail.sender && <People term={t('sender')} people={[detail.sender]} />}
      <People term={t('replyTo')} people={detail.replyTo} />
      <People term={t('toLabel')} people={detail.to} />
      <People term={t('cc')} people={detail.cc} />
      <People term={t('bcc')} people={detail.bcc} />
      <Line term={t('date')}>{format.full(detail.date)}</Line>
      <Line term={t('size')}>{format.size(detail.size)}</Line>
      {auth && (
        <Line term={t('authentication')}>
          {t('checks', { spf: word(auth.spf), dkim: word(auth.dkim), dmarc: word(auth.dmarc) })}
        </Line>
      )}
    </dl>
  )
}

function Line({ term, children }: { term: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-ink-faint">{term}</dt>
      <dd className="min-w-0 break-words">{children}</dd>
    </>
  )
}

function People({ term, people }: { term: string; people: Address[] }) {
  if (people.length === 0) return null
  return (
    <Line term={term}>
      {people.map(({ name, address }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same address may stand twice in a header
        <div key={index} dir="auto" className="break-all">
          {name && <span className="font-medium">{name} </span>}
          <span className={name ? 'text-ink-soft' : undefined}>{name ? `<${address}>` : address}</span>
        </div>
      ))}
    </Line>
  )
}
