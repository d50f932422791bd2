import { Suspense, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '@/app/_ui/button'
import { lazyView } from '@/app/_ui/lazy-view'
import { Skeleton } from '@/app/_ui/skeleton'
import { TextField } from '@/app/_ui/text-field'
import { pictureLimits } from '@/app/(mail)/_editor/data-picture'
import { useIdentityEdits } from '@/app/(mail)/_state/use-identities'
import { useProblemText } from '@/app/(mail)/_state/use-problem-text'
import type { Identity, IdentityBody } from '@/lib/contract/identities'

const RichField = lazyView(() => import('@/app/(mail)/_settings/rich-field'))

/** Name, reply address, signature and whether new messages are written so. */
export function IdentityForm({ identity, onDone }: { identity: Identity; onDone: () => void }) {
  const t = useTranslations('identities')
  const ui = useTranslations('ui')
  const problemText = useProblemText()
  const { save } = useIdentityEdits()
  const { address, kind: _, ...given } = identity
  const [body, setBody] = useState<IdentityBody>(given)
  const change = (patch: Partial<IdentityBody>) => setBody((now) => ({ ...now, ...patch }))
  return (
    <form
      aria-label={address}
      className="space-y-3"
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate({ address, body }, { onSuccess: onDone })
      }}
    >
      <p className="break-words font-semibold">{address}</p>
      <TextField label={t('name')} value={body.name} maxLength={200} onChange={(name) => change({ name })} />
      <TextField
        label={t('replyTo')}
        hint={t('replyToHint')}
        type="email"
        value={body.replyTo}
        maxLength={320}
        onChange={(replyTo) => change({ replyTo })}
      />
      <div>
        <p className="mb-1 font-medium text-sm" aria-hidden>
          {t('signature')}
        </p>
        <Suspense fallback={<Skeleton className="h-24 w-full" />}>
          <RichField
            label={t('signature')}
            html={identity.signature}
            pictureLimit={pictureLimits.signature}
            onChange={(signature) => change({ signature })}
          />
        </Suspense>
      </div>
      <label className="flex min-h-8 cursor-pointer items-center gap-3 max-md:min-h-11">
        <input
          type="checkbox"
          checked={body.isDefault}
          // another one becomes the default by being made so: there is always exactly one
          disabled={identity.isDefault}
          onChange={(event) => change({ isDefault: event.target.checked })}
          className="size-4 accent-accent"
        />
        {t('makeDefault')}
      </label>
      {save.error && (
        <p role="alert" className="text-danger-text text-sm">
          {problemText(save.error)}
        </p>
      )}
      <div className="flex gap-2">
        <Button type="submit" kind="primary" disabled={save.isPending}>
          {t('save')}
        </Button>
        <Button kind="quiet" onClick={onDone}>
          {ui('cancel')}
        </Button>
      </div>
    </form>
  )
}
