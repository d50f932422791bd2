import { useTranslations } from 'use-intl'
import { Button } from '@/app/_ui/button'
import { useFilters } from '@/app/(mail)/_state/use-filters'
import { useProblemText } from '@/app/(mail)/_state/use-problem-text'
import type { Filters } from '@/lib/contract/filters'

type Props = { foreign: NonNullable<Filters['foreign']>; set: Filters['set'] }

/** Rules another program made: shown as they are, replaced only when the person says so. */
export function ForeignScript({ foreign, set }: Props) {
  const t = useTranslations('filters')
  const problemText = useProblemText()
  const { save } = useFilters()
  return (
    <div className="space-y-3 py-4">
      <p className="rounded-md bg-warn-wash px-3 py-2 text-warn-text">{t('foreign', { name: foreign.name })}</p>
      <section
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it
        tabIndex={0}
        aria-label={foreign.name}
        className="max-h-96 overflow-auto rounded-md border border-line p-3"
      >
        <pre className="whitespace-pre-wrap font-mono text-sm">{foreign.script}</pre>
      </section>
      {save.error && (
        <p role="alert" className="text-danger-text text-sm">
          {problemText(save.error)}
        </p>
      )}
      <Button disabled={save.isPending} onClick={() => save.mutate({ set, replace: true })}>
        {t('replace')}
      </Button>
      <p className="text-ink-soft text-sm">{t('replaceHint', { name: foreign.name })}</p>
    </div>
  )
}
