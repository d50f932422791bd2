'use client'

import { CloudOff, LogIn, PlugZap } from 'lucide-react'
import { usePathname } from 'next/navigation'
import { useTranslations } from 'use-intl'
import { useConnection } from '@/app/(mail)/_state/connection'

const texts = {
  'signed-out': 'signedOut',
  offline: 'offline',
  'mail-down': 'mailDown',
  reconnecting: 'reconnecting',
} as const

/** One line above everything when the mail cannot be reached, and what to do about it. */
export function Banner() {
  const t = useTranslations('shell')
  const connection = useConnection()
  const pathname = usePathname()
  const Icon = connection === 'signed-out' ? LogIn : connection === 'offline' ? CloudOff : PlugZap
  return (
    <div role="status" aria-live="polite">
      {connection !== 'fine' && (
        <div className="flex min-h-9 items-center gap-3 bg-warn-wash px-4 py-1.5 text-sm text-warn-text">
          <Icon size={16} strokeWidth={1.75} aria-hidden className="shrink-0" />
          <span className="min-w-0 flex-1">{t(texts[connection])}</span>
          {connection === 'signed-out' && (
            // A tab of its own: this page keeps what is being written and goes on when one comes back to it.
            <a
              className="font-semibold underline"
              href={`/sign-in?next=${encodeURIComponent(pathname)}`}
              target="_blank"
              rel="noopener"
            >
              {t('signIn')}
            </a>
          )}
        </div>
      )}
    </div>
  )
}
