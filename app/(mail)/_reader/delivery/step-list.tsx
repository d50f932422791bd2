'use client'

import { useTranslations } from 'use-intl'
import { ConversationTalk } from '@/app/(mail)/_reader/delivery/conversation-talk'
import { dnsAnswer } from '@/app/(mail)/_reader/delivery/stations'
import { useFormat } from '@/app/(mail)/_state/use-format'
import type { JourneyStep } from '@/lib/contract/delivery'

/** What happened, in the order of time, with the words of the servers as they said them. */
export function StepList({ steps, sender }: { steps: JourneyStep[]; sender: string }) {
  const t = useTranslations('delivery')
  const format = useFormat()
  return (
    <ol aria-label={t('steps')} className="mt-4 grid gap-3 border-line border-l pl-4">
      {steps.map((step) => (
        <li key={keyOf(step)} className="grid gap-0.5">
          <span className="flex flex-wrap items-baseline gap-x-3">
            <time dateTime={step.at} title={format.full(step.at)} className="text-ink-faint text-xs">
              {format.clock(step.at)}
            </time>
            <StepText step={step} />
          </span>
          <Facts step={step} />
          <ConversationTalk step={step} sender={sender} />
        </li>
      ))}
    </ol>
  )
}

const keyOf = ({ at, kind, host, recipient, server, detail }: JourneyStep) =>
  [at, kind, host.id, recipient, server?.name, detail].join(' ')

const dnsWords = { named: 'resolved', none: 'unresolved', unknown: 'unasked' } as const

function StepText({ step }: { step: JourneyStep }) {
  const t = useTranslations('delivery')
  const values = {
    host: step.host.name,
    server: step.server?.name || step.server?.address || '',
    recipient: step.recipient ?? '',
    queueId: step.queueId ?? '',
    detail: step.detail,
  }
  if (step.kind === 'resolved') return <span>{t(`step.${dnsWords[dnsAnswer(step)]}`, values)}</span>
  if (step.kind === 'filed')
    return <span>{t(step.reply === 'stored' ? 'step.filed' : 'step.sieve', { ...values, action: step.reply })}</span>
  return <span className="break-words">{t(`step.${step.kind}`, values)}</span>
}

function Facts({ step }: { step: JourneyStep }) {
  const t = useTranslations('delivery')
  const { tls, seconds, answers, server } = step
  const facts = [
    server?.port ? `${server.address}:${server.port}` : (server?.address ?? ''),
    tls ? t('tls', { version: tls.version, trust: t(`trust.${tls.trust}`) }) : '',
    seconds ? t('seconds', { total: seconds.total.toFixed(2) }) : '',
  ].filter(Boolean)
  return (
    <>
      {facts.length > 0 && <span className="text-ink-faint text-xs">{facts.join(' · ')}</span>}
      {step.reply !== '' && step.kind !== 'filed' && (
        <code
          dir="auto"
          className="block whitespace-pre-wrap break-words rounded-md bg-canvas px-2.5 py-1.5 font-mono text-xs"
        >
          {step.reply}
        </code>
      )}
      {answers.length > 0 && (
        <code className="block whitespace-pre-wrap break-words rounded-md bg-canvas px-2.5 py-1.5 font-mono text-xs">
          {answers
            .map((one) => `${step.detail}. MX ${one.preference} ${one.exchange}. (${one.addresses.join(', ')})`)
            .join('\n')}
        </code>
      )}
    </>
  )
}
