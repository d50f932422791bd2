import { useTranslations } from 'use-intl'
import { Button } from '@/app/_ui/button'

type Props = {
  /** What the button that saves says. */
  save: string
  busy: boolean
  /** Why it was not saved. */
  problem: string | null
  onCancel: () => void
}

/** The end of a form: what is wrong with it, save and cancel. */
export function FormEnd({ save, busy, problem, onCancel }: Props) {
  const t = useTranslations('ui')
  return (
    <>
      {problem !== null && (
        <p role="alert" className="text-danger-text text-sm">
          {problem}
        </p>
      )}
      <div className="flex gap-2">
        <Button type="submit" kind="primary" disabled={busy}>
          {save}
        </Button>
        <Button kind="quiet" onClick={onCancel}>
          {t('cancel')}
        </Button>
      </div>
    </>
  )
}
