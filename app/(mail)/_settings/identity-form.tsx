import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { FormEnd } from '@/app/_ui/form-end'
import { TextField } from '@/app/_ui/text-field'
import { pictureLimits } from '@/app/(mail)/_editor/data-picture'
import { RichPart } from '@/app/(mail)/_settings/rich-part'
import { useIdentityEdits } from '@/app/(mail)/_state/use-identities'
import { useProblemText } from '@/app/(mail)/_state/use-problem-text'
import type { Identity, IdentityBody } from '@/lib/contract/identities'

/** Name, reply address, signature and whether new messages are written so. */
export function IdentityForm({ identity, onDone }: { identity: Identity; onDone: () => void }) {
  const t = useTranslations('identities')
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
      <RichPart
        label={t('signature')}
        html={identity.signature}
        pictureLimit={pictureLimits.signature}
        onChange={(signature) => change({ signature })}
      />
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
      <FormEnd
        save={t('save')}
        busy={save.isPending}
        problem={save.error && problemText(save.error)}
        onCancel={onDone}
      />
    </form>
  )
}
