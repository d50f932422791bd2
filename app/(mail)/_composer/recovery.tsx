import { X } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useFormatter, useTranslations } from 'use-intl'
import { Button } from '@/app/_ui/button'
import { IconButton } from '@/app/_ui/icon-button'
import type { ComposerDesk } from '@/app/(mail)/_composer/composer-desk'
import { abandonedCopies, browserDraftCopies, type DraftCopy } from '@/app/(mail)/_state/draft-copies'

/** Offers what a crash, a lost connection or an expired session left in this browser. */
export function Recovery({ desk, account }: { desk: ComposerDesk; account: string }) {
  const t = useTranslations('composer.recovery')
  const format = useFormatter()
  const [copies, setCopies] = useState<DraftCopy[]>([])
  useEffect(() => {
    abandonedCopies(account).then(setCopies, () => undefined)
  }, [account])
  const [copy, ...rest] = copies
  if (!copy) return null
  const { draft, saved, keptAt, messageId } = copy
  const when = format.dateTime(new Date(keptAt), { dateStyle: 'medium', timeStyle: 'short' })
  const open = () => {
    setCopies(rest)
    desk.openDraft({ draft, saved, changed: true })
  }
  const discard = () => {
    setCopies(rest)
    browserDraftCopies.remove(messageId).catch(() => undefined)
  }
  return (
    <section
      aria-label={t('label')}
      className="pointer-events-auto mb-4 w-80 max-w-[calc(100vw-2rem)] animate-rise rounded-lg border border-line bg-raised p-3 shadow-float max-md:fixed max-md:right-4 max-md:bottom-20 max-md:mb-0"
    >
      <div className="flex items-start gap-2">
        <p className="min-w-0 flex-1 font-semibold">{t('title', { count: copies.length })}</p>
        <IconButton size="small" label={t('later')} onClick={() => setCopies([])}>
          <X size={16} strokeWidth={1.75} aria-hidden />
        </IconButton>
      </div>
      <p className="truncate">{draft.subject.trim() || t('noSubject')}</p>
      <p className="text-ink-faint text-xs">{t('kept', { when })}</p>
      <div className="mt-3 flex gap-2">
        <Button kind="primary" onClick={open}>
          {t('open')}
        </Button>
        <Button onClick={discard}>{t('discard')}</Button>
      </div>
    </section>
  )
}
