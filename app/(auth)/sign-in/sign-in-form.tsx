'use client'

import { CircleAlert, Eye, EyeOff } from 'lucide-react'
import {
  type FormEvent,
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '@/app/_ui/button'
import { Spinner } from '@/app/_ui/spinner'
import { useSignIn } from '@/app/(auth)/sign-in/use-sign-in'

const fieldLook =
  'h-10 w-full rounded-md border border-line-strong bg-surface px-3 text-base text-ink placeholder:text-ink-faint focus:border-accent-text focus:outline-2 focus:outline-accent-text focus:-outline-offset-1 max-md:text-lg'

export function SignInForm({ next, demoAccounts }: { next: string; demoAccounts: string[] }) {
  const t = useTranslations('signIn')
  const { submit, busy, problem, waiting } = useSignIn(next)
  // The fields keep what they hold themselves: somebody may have typed before the page was taken over.
  const emailField = useRef<HTMLInputElement>(null)
  const passwordField = useRef<HTMLInputElement>(null)
  useEffect(() => {
    document.title = t('pageTitle')
    if (document.activeElement !== passwordField.current) emailField.current?.focus()
    document.documentElement.dataset.ready = ''
  }, [t])
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    void submit({ email: emailField.current?.value.trim() ?? '', password: passwordField.current?.value ?? '' })
  }
  const fillIn = (account: string) => {
    if (emailField.current) emailField.current.value = account
    if (passwordField.current) passwordField.current.value = 'demo'
  }
  return (
    <main className="grid min-h-dvh place-content-center justify-items-center gap-8 bg-canvas px-4 py-10">
      <Heading />
      <form
        // sent before the scripts run, the password does not stand in the address
        method="post"
        onSubmit={onSubmit}
        noValidate
        className="grid w-[min(23rem,calc(100vw-2rem))] gap-4 rounded-lg border border-line bg-surface p-6"
      >
        <Field label={t('email')}>
          {(id) => (
            <input
              id={id}
              ref={emailField}
              type="email"
              name="email"
              autoComplete="username"
              autoCapitalize="none"
              spellCheck={false}
              aria-invalid={problem?.field === 'email'}
              className={fieldLook}
            />
          )}
        </Field>
        <PasswordField field={passwordField} invalid={problem?.field === 'password'} />
        <div role="alert" className="empty:-mt-4">
          {problem && (
            <p className="flex gap-2 rounded-md bg-danger-wash px-3 py-2 text-danger-text text-sm">
              <CircleAlert size={16} strokeWidth={1.75} aria-hidden className="mt-0.5 shrink-0" />
              <span>{problem.text}</span>
            </p>
          )}
        </div>
        <Button type="submit" kind="primary" className="h-10" disabled={busy || waiting}>
          {busy && <Spinner />}
          {t(busy ? 'busy' : 'submit')}
        </Button>
      </form>
      {demoAccounts.length > 0 && <DemoAccounts accounts={demoAccounts} onChoose={fillIn} />}
    </main>
  )
}

function Heading() {
  const t = useTranslations('signIn')
  return (
    <div className="grid justify-items-center gap-1 text-center">
      <svg width="40" height="40" viewBox="0 0 24 24" aria-hidden="true">
        <path d="M12 2v20" stroke="currentColor" strokeWidth="2.4" strokeLinecap="round" />
        <path d="M12 4.5h6.6l2.9 2.6-2.9 2.6H12z" className="fill-accent" />
        <path d="M12 11.4H5.9L3 14l2.9 2.6H12z" className="fill-accent opacity-60" />
      </svg>
      <h1 className="mt-2 font-semibold text-xl tracking-tight">Waypost</h1>
      <p className="text-ink-soft">{t('lead')}</p>
    </div>
  )
}

function Field({ label, children }: { label: string; children: (id: string) => ReactNode }) {
  const id = useId()
  return (
    <div className="grid gap-1.5">
      <label htmlFor={id} className="font-medium text-sm">
        {label}
      </label>
      {children(id)}
    </div>
  )
}

type PasswordFieldProps = { field: RefObject<HTMLInputElement | null>; invalid: boolean }

function PasswordField({ field, invalid }: PasswordFieldProps) {
  const t = useTranslations('signIn')
  const [shown, setShown] = useState(false)
  const [caps, setCaps] = useState(false)
  const watchCaps = (event: KeyboardEvent) => setCaps(event.getModifierState('CapsLock'))
  const Icon = shown ? EyeOff : Eye
  return (
    <Field label={t('password')}>
      {(id) => (
        <>
          <div className="relative">
            <input
              id={id}
              ref={field}
              type={shown ? 'text' : 'password'}
              name="password"
              autoComplete="current-password"
              onKeyUp={watchCaps}
              onKeyDown={watchCaps}
              aria-invalid={invalid}
              aria-describedby={caps ? `${id}-caps` : undefined}
              className={`${fieldLook} pr-11`}
            />
            <button
              type="button"
              aria-label={t(shown ? 'hidePassword' : 'showPassword')}
              data-tip={t(shown ? 'hidePassword' : 'showPassword')}
              onClick={() => setShown(!shown)}
              className="absolute inset-y-1 right-1 grid w-8 place-items-center rounded-md text-ink-soft hover:bg-hover"
            >
              <Icon size={16} strokeWidth={1.75} aria-hidden />
            </button>
          </div>
          {caps && (
            <p id={`${id}-caps`} role="status" className="text-sm text-warn-text">
              {t('capsLock')}
            </p>
          )}
        </>
      )}
    </Field>
  )
}

function DemoAccounts({ accounts, onChoose }: { accounts: string[]; onChoose: (account: string) => void }) {
  const t = useTranslations('signIn')
  return (
    <section className="w-[min(23rem,calc(100vw-2rem))]">
      <h2 className="font-semibold text-sm">{t('demo')}</h2>
      <p className="text-ink-soft text-sm">{t('demoText', { password: 'demo' })}</p>
      <div className="mt-2 grid gap-1">
        {accounts.map((account) => (
          <Button key={account} className="justify-start" onClick={() => onChoose(account)}>
            {account}
          </Button>
        ))}
      </div>
    </section>
  )
}
