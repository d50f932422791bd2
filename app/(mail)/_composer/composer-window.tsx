import { useSyncExternalStore } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '@/app/_ui/button'
import { Skeleton } from '@/app/_ui/skeleton'
import type { ComposerDesk } from '@/app/(mail)/_composer/composer-desk'
import { ComposerForm } from '@/app/(mail)/_composer/composer-form'
import { ComposerFrame } from '@/app/(mail)/_composer/composer-frame'
import type { ComposerWindow as Window } from '@/app/(mail)/_composer/composer-windows'
import { useErrorText } from '@/app/(mail)/_composer/use-error-text'
import { useLeave } from '@/app/(mail)/_composer/use-leave'
import type { DraftKind } from '@/lib/contract/drafts'

type Props<W extends Window = Window> = { desk: ComposerDesk; window: W }

/** A reply to all is a reply too; a draft opened again is called by what it was begun as. */
const dialogName = (kind: DraftKind | 'edit' | 'resend' | 'recall') => {
  if (kind === 'reply-all') return 'reply'
  return kind === 'reply' || kind === 'forward' ? kind : 'new'
}

function ReadyWindow({ desk, window }: Props<Extract<Window, { state: 'ready' }>>) {
  const t = useTranslations('composer')
  const { draft } = useSyncExternalStore(window.session.subscribe, window.session.snapshot)
  const leave = useLeave(desk, window)
  const name = t(`names.${dialogName(draft.kind)}`)
  return (
    <ComposerFrame
      name={name}
      title={draft.subject.trim() || name}
      layout={window.layout}
      onLayout={(layout) => desk.show(window.id, layout)}
      onMinimise={() => {
        void window.session.save()
        desk.minimise(window)
      }}
      onClose={() => void leave.close()}
    >
      <ComposerForm session={window.session} remindBefore={window.remindInDays} leave={leave} />
    </ComposerFrame>
  )
}

function WaitingWindow({ desk, window }: Props<Exclude<Window, { state: 'ready' }>>) {
  const t = useTranslations('composer')
  const errorText = useErrorText()
  const name = t(`names.${dialogName(window.intent.kind)}`)
  return (
    <ComposerFrame
      name={name}
      title={name}
      layout={window.layout}
      onLayout={(layout) => desk.show(window.id, layout)}
      onMinimise={() => desk.minimise(window)}
      onClose={() => desk.close(window)}
    >
      {window.state === 'failed' ? (
        <div role="alert" className="grid flex-1 place-content-center justify-items-center gap-3 p-6 text-center">
          <p className="max-w-80 text-ink-soft">{errorText(window.error)}</p>
          <Button onClick={() => desk.retry(window)}>{t('retry')}</Button>
        </div>
      ) : (
        <div className="space-y-5 p-4" aria-busy>
          <Skeleton className="w-1/2" />
          <Skeleton className="w-2/3" />
          <Skeleton className="w-full" />
        </div>
      )}
    </ComposerFrame>
  )
}

/** One composer, whatever state it is in. */
export function ComposerWindow({ desk, window }: Props) {
  return window.state === 'ready' ? (
    <ReadyWindow desk={desk} window={window} />
  ) : (
    <WaitingWindow desk={desk} window={window} />
  )
}
