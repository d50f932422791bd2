import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { SignInForm } from '@/app/(auth)/sign-in/sign-in-form'
import { currentAccount } from '@/lib/auth/require-account'
import { env } from '@/lib/env'

export const metadata: Metadata = { title: 'Waypost' }

const demoAccounts = [
  'brian@blueemailserver.com',
  'alice@blueemailserver.com',
  'jsmith@redemailserver.com',
  'maria@redemailserver.com',
]

type SignInPageProps = { searchParams: Promise<{ next?: string | string[] }> }

export default async function SignInPage({ searchParams }: SignInPageProps) {
  const next = sameSite((await searchParams).next)
  if (await currentAccount()) redirect(next)
  return <SignInForm next={next} demoAccounts={env.demo ? demoAccounts : []} />
}

/** Only a path of our own: `//host`, `/\host` and full addresses lead elsewhere. */
function sameSite(next: string | string[] | undefined): string {
  return typeof next === 'string' && /^\/(?![/\\])[\w./~?=&%+*-]*$/.test(next) ? next : '/mail/inbox'
}
