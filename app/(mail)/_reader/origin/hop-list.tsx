'use client'

import { CircleQuestionMark, Eye } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { classNames } from '@/app/_ui/class-names'
import { useFormat } from '@/app/(mail)/_state/use-format'
import type { Hop } from '@/lib/contract/origin'

const icon = { size: 14, strokeWidth: 2, 'aria-hidden': true } as const

/** The hops from the first to the last, each with its time and how far it can be believed. */
export function HopList({ hops }: { hops: Hop[] }) {
  const t = useTranslations('origin.hops')
  return (
    <ol aria-label={t('label')} className="grid gap-3 border-line border-l pl-4">
      {hops.map((hop, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two hops may say the same; the order is the identity
        <li key={place} className="grid gap-0.5">
          <HopHead hop={hop} />
          <HopFacts hop={hop} />
        </li>
      ))}
    </ol>
  )
}

function HopHead({ hop }: { hop: Hop }) {
  const t = useTranslations('origin.hops')
  const format = useFormat()
  const Icon = hop.witnessed ? Eye : CircleQuestionMark
  return (
    <span className="flex flex-wrap items-baseline gap-x-3">
      {hop.at && (
        <time dateTime={hop.at} title={format.full(hop.at)} className="text-ink-faint text-xs">
          {format.clock(hop.at)}
        </time>
      )}
      <span className="min-w-0 break-all">{t('took', { server: hop.by || t('unnamed') })}</span>
      <span
        className={classNames(
          'inline-flex items-center gap-1 text-xs',
          hop.witnessed ? 'text-good-text' : 'text-warn-text',
        )}
      >
        <Icon {...icon} />
        {t(hop.witnessed ? 'witnessed' : 'claimed')}
      </span>
    </span>
  )
}

function HopFacts({ hop: { from, protocol, tls, id, gap } }: { hop: Hop }) {
  const t = useTranslations('origin.hops')
  const client = [from.name && from.name !== from.said ? from.name : '', from.address].filter(Boolean).join(' ')
  const facts = [
    from.said ? t('from', { client: client ? `${from.said} (${client})` : from.said }) : '',
    protocol ? t('protocol', { protocol }) : '',
    tls,
    id ? t('id', { id }) : '',
    gap === null ? '' : gap < 0 ? t('clocks', { seconds: -gap }) : t('gap', { seconds: gap }),
  ].filter(Boolean)
  return <span className="break-all text-ink-faint text-xs">{facts.join(' · ')}</span>
}
