'use client'

import { Inbox, MailX, PenLine, SearchX, Star, Trash2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '@/app/_ui/button'
import { openComposer } from '@/app/(mail)/_state/composer-intents'
import type { Listed } from '@/app/(mail)/_state/listed'
import { useProblemText } from '@/app/(mail)/_state/use-problem-text'

const icon = { size: 28, strokeWidth: 1.5, 'aria-hidden': true } as const

/** A mailbox with nothing in it says what would be here, and what to do. */
export function EmptyMailbox({ listed }: { listed: Listed }) {
  const t = useTranslations()
  const mailbox = listed.kind === 'mailbox' ? listed.id : null
  const compose = (
    <Button onClick={() => openComposer({ kind: 'new' })}>
      <PenLine size={16} strokeWidth={1.75} aria-hidden />
      {t('list.write')}
    </Button>
  )
  if (mailbox === 'inbox') {
    return (
      <Notice
        icon={<Inbox {...icon} />}
        title={t('list.emptyInbox')}
        text={t('list.emptyInboxText')}
        action={compose}
      />
    )
  }
  if (mailbox === 'drafts') {
    return (
      <Notice
        icon={<PenLine {...icon} />}
        title={t('list.emptyDrafts')}
        text={t('list.emptyDraftsText')}
        action={compose}
      />
    )
  }
  if (mailbox === 'sent') return <Notice icon={<Inbox {...icon} />} title={t('list.emptySent')} action={compose} />
  if (mailbox === 'starred') {
    return <Notice icon={<Star {...icon} />} title={t('list.emptyStarred')} text={t('list.emptyStarredText')} />
  }
  if (mailbox === 'trash') return <Notice icon={<Trash2 {...icon} />} title={t('list.emptyTrash')} />
  if (mailbox === 'spam') return <Notice icon={<MailX {...icon} />} title={t('list.emptySpam')} />
  return <Notice icon={<SearchX {...icon} />} title={t('list.emptyOther')} />
}

export function ListFailed({ error, onRetry }: { error: Error; onRetry: () => void }) {
  const t = useTranslations()
  const problemText = useProblemText()
  return (
    <Notice
      icon={<MailX {...icon} />}
      title={t('list.failed')}
      text={problemText(error)}
      action={<Button onClick={onRetry}>{t('ui.retry')}</Button>}
    />
  )
}

function Notice({ icon, title, text, action }: { icon: ReactNode; title: string; text?: string; action?: ReactNode }) {
  return (
    <div className="grid flex-1 place-content-center justify-items-center gap-2 px-6 pb-24 text-center">
      <span className="mb-2 grid size-14 place-items-center rounded-full bg-canvas text-ink-faint">{icon}</span>
      <h2 className="font-semibold text-lg">{title}</h2>
      {text && <p className="max-w-80 text-ink-soft">{text}</p>}
      {action && <div className="mt-3">{action}</div>}
    </div>
  )
}
