'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { classNames } from '@/app/_ui/class-names'
import { useFormat } from '@/app/(mail)/_state/use-format'
import { useProblemText } from '@/app/(mail)/_state/use-problem-text'
import type { Attempt } from '@/lib/contract/attempts'
import { sessionApi } from '@/lib/contract/session-client'

/** What somebody tried to send here and what did not arrive, with the words our server said. */
export function Attempts() {
  const t = useTranslations('attempts')
  const problemText = useProblemText()
  const { data, error } = useQuery({
    queryKey: ['attempts'],
    queryFn: ({ signal }) => sessionApi.attempts(signal),
    staleTime: 0,
  })
  if (error) return <p className="py-4 text-danger-text">{problemText(error)}</p>
  if (!data) return null
  return (
    <>
      <p className="pt-4 text-ink-soft text-sm">{t('hint', { days: data.days })}</p>
      {data.attempts.length === 0 && <p className="py-8 text-ink-soft">{t('none', { days: data.days })}</p>}
      <ul aria-label={t('list')}>
        {data.attempts.map((attempt) => (
          <AttemptItem
            key={`${attempt.at} ${attempt.recipient} ${attempt.sender} ${attempt.words}`}
            attempt={attempt}
          />
        ))}
      </ul>
    </>
  )
}

const tones = { refused: 'text-danger-text', returned: 'text-danger-text', 'put-off': 'text-warn-text' } as const

function AttemptItem({ attempt: { at, outcome, recipient, sender, client, words } }: { attempt: Attempt }) {
  const t = useTranslations('attempts')
  const format = useFormat()
  const from = client === null ? '' : t('from', { client: [client.name, client.address].filter(Boolean).join(' ') })
  return (
    <li className="grid gap-1 border-line border-b py-3">
      <p className="flex flex-wrap items-baseline gap-x-3">
        <span dir="auto" className="min-w-0 break-all font-semibold">
          {sender || t('notice')}
        </span>
        <span className={classNames('text-sm', tones[outcome])}>{t(`outcome.${outcome}`)}</span>
        <time dateTime={at} title={format.full(at)} className="ml-auto text-ink-faint text-sm">
          {format.medium(at)}
        </time>
      </p>
      <p className="break-all text-ink-soft text-sm">{[t('to', { recipient }), from].filter(Boolean).join(' · ')}</p>
      <code dir="auto" className="whitespace-pre-wrap break-words rounded-md bg-canvas px-2.5 py-1.5 font-mono text-xs">
        {words}
      </code>
    </li>
  )
}
