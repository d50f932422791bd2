'use client'

import { ShieldAlert, ShieldCheck, ShieldQuestionMark } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { classNames } from '@/app/_ui/class-names'
import type { Authentication, MessageDetail } from '@/lib/contract/messages'

const icon = { size: 16, strokeWidth: 1.75, 'aria-hidden': true, className: 'mt-0.5 shrink-0' } as const

/** DMARC (RFC 7489) speaks for the address people see; SPF and DKIM alone may speak for another domain. */
function verdictOf({ spf, dkim, dmarc }: Authentication): 'pass' | 'fail' | 'none' {
  if (dmarc !== 'none') return dmarc
  return spf === 'fail' || dkim === 'fail' ? 'fail' : 'none'
}

/** What our own server found out about the sender, in a sentence. Loud only when something is wrong. */
export function TrustLine({ detail }: { detail: MessageDetail }) {
  const t = useTranslations('reader')
  const domain = detail.from[0]?.address.split('@').at(-1)
  if (!detail.authentication || !domain) return null
  const verdict = verdictOf(detail.authentication)
  return (
    <p
      className={classNames(
        'mt-3 flex gap-2 text-sm',
        verdict === 'fail'
          ? 'rounded-md bg-danger-wash px-3 py-2 text-danger-text'
          : 'ml-12.5 text-ink-faint max-md:ml-0',
      )}
    >
      {verdict === 'pass' && <ShieldCheck {...icon} className="mt-0.5 shrink-0 text-good-text" />}
      {verdict === 'fail' && <ShieldAlert {...icon} />}
      {verdict === 'none' && <ShieldQuestionMark {...icon} />}
      <span className="min-w-0 break-words">
        {t(verdict === 'pass' ? 'trustPass' : verdict === 'fail' ? 'trustFail' : 'trustNone', { domain })}
      </span>
    </p>
  )
}
