'use client'

import { ShieldAlert, ShieldCheck, ShieldQuestionMark } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { Part } from '@/app/(mail)/_reader/origin/part'
import type { AuthVerdict } from '@/lib/contract/messages'
import type { MessageOrigin } from '@/lib/contract/origin'

const icon = { size: 16, strokeWidth: 1.75, 'aria-hidden': true } as const

const looks: Record<AuthVerdict, { tone: string; Icon: typeof ShieldCheck }> = {
  pass: { tone: 'text-good-text', Icon: ShieldCheck },
  fail: { tone: 'text-danger-text', Icon: ShieldAlert },
  none: { tone: 'text-ink-faint', Icon: ShieldQuestionMark },
}

/** What our own mail host found out about who sent it; what others wrote into the message is only counted. */
export function AuthResults({ origin: { authentication, ignoredVerdicts } }: { origin: MessageOrigin }) {
  const t = useTranslations('origin.auth')
  return (
    <Part title={t('title')}>
      {authentication === null && <p className="text-ink-soft">{t('none')}</p>}
      {authentication !== null && (
        <ul className="grid gap-1.5">
          {authentication.map(({ method, verdict, word, identity }) => {
            const { tone, Icon } = looks[verdict]
            return (
              <li key={`${method} ${identity} ${word}`} className="flex gap-2">
                <Icon {...icon} className={`mt-0.5 shrink-0 ${tone}`} />
                <span className="min-w-0 break-words">
                  {t(`${method}.${verdict}`, { domain: identity || t('noDomain') })}{' '}
                  <span className="text-ink-faint">
                    ({method.toUpperCase()}: {word})
                  </span>
                </span>
              </li>
            )
          })}
        </ul>
      )}
      {ignoredVerdicts > 0 && <p className="text-sm text-warn-text">{t('ignored', { count: ignoredVerdicts })}</p>}
    </Part>
  )
}
