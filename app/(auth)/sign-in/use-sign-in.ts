'use client'

import { useEffect, useState } from 'react'
import { useTranslations } from 'use-intl'
import { ApiError } from '@/lib/contract/client'
import type { SignIn } from '@/lib/contract/session'
import { sessionApi } from '@/lib/contract/session-client'

type Problem = { text: string; field?: 'email' | 'password' }

/** Signs in and goes on to `next`; or says why not, counting down while one has to wait. */
export function useSignIn(next: string) {
  const t = useTranslations()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const { seconds, start } = useCountdown()
  const submit = async (form: SignIn) => {
    if (!/^[^\s@]+@[^\s@]+$/.test(form.email)) return setProblem({ text: t('signIn.needEmail'), field: 'email' })
    if (form.password === '') return setProblem({ text: t('signIn.needPassword'), field: 'password' })
    setBusy(true)
    setProblem(null)
    try {
      await sessionApi.signIn(form)
      // A full load: the shell belongs to the new session from its first byte.
      window.location.assign(next)
    } catch (error) {
      const known = error instanceof ApiError ? error : new ApiError({ code: 'internal' })
      if (known.code === 'too-many-attempts' && known.retryAfterSeconds) start(known.retryAfterSeconds)
      setProblem({ text: t(`errors.${known.code}`) })
      setBusy(false)
    }
  }
  const waiting = seconds > 0
  const time =
    seconds > 90 ? t('signIn.minutes', { count: Math.ceil(seconds / 60) }) : t('signIn.seconds', { count: seconds })
  const shown = waiting ? { text: t('signIn.wait', { time }) } : problem
  return { submit, busy, problem: shown, waiting }
}

function useCountdown(): { seconds: number; start: (seconds: number) => void } {
  const [until, setUntil] = useState(0)
  const [now, setNow] = useState(0)
  const seconds = Math.max(0, Math.ceil((until - now) / 1000))
  const running = seconds > 0
  useEffect(() => {
    if (!running) return
    const timer = setInterval(() => setNow(Date.now()), 500)
    return () => clearInterval(timer)
  }, [running])
  const start = (wait: number) => {
    setNow(Date.now())
    setUntil(Date.now() + wait * 1000)
  }
  return { seconds, start }
}
