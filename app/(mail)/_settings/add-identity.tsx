import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '@/app/_ui/button'
import { TextField } from '@/app/_ui/text-field'
import { useIdentityEdits } from '@/app/(mail)/_state/use-identities'
import { useProblemText } from '@/app/(mail)/_state/use-problem-text'
import type { Identity } from '@/lib/contract/identities'

type Props = { identities: Identity[]; onAdded: (address: string) => void }

/** Another address of one's own: `name+word@domain`, which needs no administrator. */
export function AddIdentity({ identities, onAdded }: Props) {
  const t = useTranslations('identities')
  const problemText = useProblemText()
  const { save } = useIdentityEdits()
  const [word, setWord] = useState('')
  const [account] = identities
  if (!account) return null
  const [local = '', domain = ''] = account.address.split('@')
  const address = `${local}+${word.trim().toLowerCase()}@${domain}`
  const body = { name: account.name, replyTo: '', signature: '', isDefault: false }
  return (
    <form
      className="space-y-2 py-4"
      onSubmit={(event) => {
        event.preventDefault()
        if (word.trim() === '') return
        save.mutate(
          { address, body },
          {
            onSuccess: () => {
              setWord('')
              onAdded(address)
            },
          },
        )
      }}
    >
      <TextField
        label={t('add')}
        hint={t('addHint', { address: `${local}+${word.trim().toLowerCase() || t('word')}@${domain}` })}
        value={word}
        maxLength={60}
        onChange={setWord}
      />
      {save.error && (
        <p role="alert" className="text-danger-text text-sm">
          {problemText(save.error)}
        </p>
      )}
      <Button type="submit" disabled={save.isPending}>
        {t('addVerb')}
      </Button>
    </form>
  )
}
