import { useTranslations } from 'use-intl'
import { Button } from '@/app/_ui/button'
import { Dialog } from '@/app/_ui/dialog'
import type { Finding } from '@/app/(mail)/_composer/use-checks'
import type { RecipientProblem } from '@/lib/contract/recipients'

type Props = {
  findings: Finding[]
  onSend: () => void
  onBack: () => void
  /** Takes the suggested address instead. */
  onCorrect: (problem: RecipientProblem) => void
}

/** What was noticed before a message leaves, all at once. */
export default function ChecksDialog({ findings, onSend, onBack, onCorrect }: Props) {
  const t = useTranslations('checks')
  return (
    <Dialog open onOpenChange={(open) => !open && onBack()} title={t('title')}>
      <ul className="mt-3 space-y-2">
        {findings.map((finding) =>
          finding.kind === 'recipient' ? (
            <li key={finding.of.address} className="break-words">
              {t(finding.of.problem, { address: finding.of.address })}
              {finding.of.suggestion && (
                <Button className="mt-1 max-w-full" onClick={() => onCorrect(finding.of)}>
                  <span className="truncate">{t('use', { address: finding.of.suggestion })}</span>
                </Button>
              )}
            </li>
          ) : (
            <li key={finding.kind}>{t(finding.kind)}</li>
          ),
        )}
      </ul>
      <div className="mt-5 flex justify-end gap-2">
        <Button onClick={onBack}>{t('back')}</Button>
        <Button kind="primary" onClick={onSend}>
          {t('sendAnyway')}
        </Button>
      </div>
    </Dialog>
  )
}
