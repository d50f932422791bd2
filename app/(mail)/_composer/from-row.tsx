import { useId } from 'react'
import { useTranslations } from 'use-intl'
import type { Identity } from '@/lib/contract/identities'

type Props = { from: string | null; identities: Identity[]; onChoose: (address: string) => void }

const named = ({ name, address }: Identity) => (name === '' ? address : `${name} <${address}>`)

/** `From`, where there is more than one to choose. An address that is not the account's any more is shown, not hidden. */
export function FromRow({ from, identities, onChoose }: Props) {
  const t = useTranslations('composer')
  const id = useId()
  const account = identities.find(({ kind }) => kind === 'account')
  const chosen = from ?? account?.address ?? ''
  const known = identities.some(({ address }) => address === chosen)
  if (identities.length < 2 && known) return null
  if (identities.length === 0) return null
  return (
    <div className="flex shrink-0 items-center gap-2 border-line border-b px-3 py-1">
      <label htmlFor={id} className="w-10 shrink-0 text-ink-faint text-sm">
        {t('from')}
      </label>
      <select
        id={id}
        value={chosen}
        onChange={(event) => onChoose(event.target.value)}
        className="h-7 min-w-0 flex-1 truncate rounded-md bg-surface text-ink text-sm max-md:h-10 max-md:text-lg"
      >
        {!known && <option value={chosen}>{chosen}</option>}
        {identities.map((each) => (
          <option key={each.address} value={each.address}>
            {named(each)}
          </option>
        ))}
      </select>
    </div>
  )
}
