'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '@/app/_ui/button'
import { showToast } from '@/app/_ui/toast'
import { AddIdentity } from '@/app/(mail)/_settings/add-identity'
import { IdentityForm } from '@/app/(mail)/_settings/identity-form'
import { useIdentities, useIdentityEdits } from '@/app/(mail)/_state/use-identities'
import { useProblemText } from '@/app/(mail)/_state/use-problem-text'
import type { Identity } from '@/lib/contract/identities'

/** The addresses one writes as: name, signature and reply address of each. */
export function Identities() {
  const t = useTranslations('identities')
  const problemText = useProblemText()
  const { identities, error } = useIdentities()
  const [open, setOpen] = useState<string | null>(null)
  if (error) return <p className="py-4 text-danger-text">{problemText(error)}</p>
  return (
    <>
      <p className="pt-4 text-ink-soft text-sm">{t('hint')}</p>
      <ul aria-label={t('list')}>
        {identities.map((identity) => (
          <li key={identity.address} className="border-line border-b py-3">
            {open === identity.address ? (
              <IdentityForm identity={identity} onDone={() => setOpen(null)} />
            ) : (
              <IdentityLine identity={identity} onEdit={() => setOpen(identity.address)} />
            )}
          </li>
        ))}
      </ul>
      <AddIdentity identities={identities} onAdded={setOpen} />
    </>
  )
}

function IdentityLine({ identity, onEdit }: { identity: Identity; onEdit: () => void }) {
  const t = useTranslations('identities')
  const problemText = useProblemText()
  const { remove } = useIdentityEdits()
  const { address, name, kind, isDefault, signature } = identity
  return (
    <div className="flex items-center gap-2">
      <div className="min-w-0 flex-1">
        <p className="break-words font-semibold">
          {name || address}
          {isDefault && <span className="font-normal text-good-text"> · {t('isDefault')}</span>}
        </p>
        <p className="break-words text-ink-soft text-sm">
          {address} · {t(`kinds.${kind}`)} · {t(signature === '' ? 'noSignature' : 'hasSignature')}
        </p>
      </div>
      {kind === 'tag' && (
        <Button
          kind="quiet"
          aria-label={t('removeOf', { address })}
          onClick={() => remove.mutate(address, { onError: (e) => showToast(problemText(e), { tone: 'error' }) })}
        >
          {t('remove')}
        </Button>
      )}
      <Button aria-label={t('editOf', { address })} onClick={onEdit}>
        {t('edit')}
      </Button>
    </div>
  )
}
