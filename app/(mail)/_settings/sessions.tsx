'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { Button } from '@/app/_ui/button'
import { showToast } from '@/app/_ui/toast'
import { browserName } from '@/app/(mail)/_settings/browser-name'
import { useFormat } from '@/app/(mail)/_state/use-format'
import { useProblemText } from '@/app/(mail)/_state/use-problem-text'
import type { SessionList } from '@/lib/contract/session'
import { sessionApi } from '@/lib/contract/session-client'

const sessionsKey = ['sessions'] as const

/** Every browser signed in to the account, and the way to sign one out from here. */
export function Sessions() {
  const t = useTranslations('settings')
  const problemText = useProblemText()
  const client = useQueryClient()
  const { data, error } = useQuery({ queryKey: sessionsKey, queryFn: ({ signal }) => sessionApi.sessions(signal) })
  const { mutate, isPending } = useMutation({
    mutationFn: sessionApi.revokeSession,
    onSuccess: ({ current }) => (current ? window.location.assign('/sign-in') : showToast(t('sessionEnded'))),
    onError: (problem) => showToast(problemText(problem), { tone: 'error' }),
    onSettled: () => client.invalidateQueries({ queryKey: sessionsKey }),
  })
  if (error) return <p className="py-4 text-danger-text">{problemText(error)}</p>
  return (
    <>
      <p className="pt-4 text-ink-soft text-sm">{t('sessionsHint')}</p>
      <ul aria-label={t('sections.sessions')}>
        {data?.sessions.map((session) => (
          <SessionItem key={session.id} session={session} busy={isPending} onEnd={() => mutate(session.id)} />
        ))}
      </ul>
    </>
  )
}

type SessionItemProps = { session: SessionList['sessions'][number]; busy: boolean; onEnd: () => void }

function SessionItem({ session, busy, onEnd }: SessionItemProps) {
  const t = useTranslations('settings')
  const format = useFormat()
  const { current, userAgent, remoteIp, createdAt, lastSeenAt } = session
  const name = browserName(userAgent) || t('unknownBrowser')
  return (
    <li className="flex items-center gap-4 border-line border-b py-3">
      <div className="min-w-0 flex-1">
        <p className="font-semibold">
          {name}
          {current && <span className="font-normal text-good-text"> · {t('thisBrowser')}</span>}
        </p>
        <p className="break-words text-ink-soft text-sm">
          {remoteIp} · {t('signedInAt', { when: format.medium(createdAt) })} ·{' '}
          {t('lastSeenAt', { when: format.medium(lastSeenAt) })}
        </p>
      </div>
      <Button disabled={busy} onClick={onEnd} aria-label={t('endSessionOf', { name })}>
        {t('endSession')}
      </Button>
    </li>
  )
}
