import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { RecipientField } from '@/app/(mail)/_composer/recipients/recipient-field'
import type { Draft } from '@/lib/contract/drafts'

type Row = 'to' | 'cc' | 'bcc'
type Props = {
  draft: Pick<Draft, Row>
  onChange: (patch: Partial<Pick<Draft, Row>>) => void
  register: (commit: () => void) => () => void
  focusTo: boolean
}

const toggle = 'h-7 rounded-md px-1.5 text-ink-soft text-sm hover:bg-hover hover:text-ink'

/** `To`, and `Cc` and `Bcc` once they are asked for or hold somebody. */
export function AddressRows({ draft, onChange, register, focusTo }: Props) {
  const t = useTranslations('composer.recipients')
  const [asked, setAsked] = useState<{ cc: boolean; bcc: boolean; last: Row | null }>({
    cc: draft.cc.length > 0,
    bcc: draft.bcc.length > 0,
    last: null,
  })
  const hidden = (['cc', 'bcc'] as const).filter((row) => !asked[row])
  return (
    <>
      {(['to', 'cc', 'bcc'] as const)
        .filter((row) => row === 'to' || asked[row])
        .map((row) => (
          <RecipientField
            key={row}
            label={t(row)}
            value={draft[row]}
            onChange={(next) => onChange({ [row]: next })}
            register={register}
            focusFirst={row === 'to' ? focusTo : asked.last === row}
          >
            {row === 'to' &&
              hidden.map((each) => (
                <button
                  key={each}
                  type="button"
                  className={toggle}
                  onClick={() => setAsked((now) => ({ ...now, [each]: true, last: each }))}
                >
                  {t(each)}
                </button>
              ))}
          </RecipientField>
        ))}
    </>
  )
}
