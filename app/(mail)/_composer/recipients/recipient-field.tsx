import { type ReactNode, useEffect, useId } from 'react'
import { useTranslations } from 'use-intl'
import { CompletionList, optionId } from '@/app/(mail)/_composer/recipients/completion-list'
import { checkAddress } from '@/app/(mail)/_composer/recipients/parse-recipients'
import { RecipientChip } from '@/app/(mail)/_composer/recipients/recipient-chip'
import { type RecipientFieldInput, useRecipientField } from '@/app/(mail)/_composer/recipients/use-recipient-field'

type Props = RecipientFieldInput & { label: string; focusFirst: boolean; children?: ReactNode }

/** A row `To`, `Cc` or `Bcc`: chips, then an input with completion. */
export function RecipientField({ label, focusFirst, children, ...field }: Props) {
  const t = useTranslations('composer.recipients')
  const id = useId()
  const listId = `${id}-list`
  const { text, type, choose, commit, options, selected, input, chips, edit, remove, onChipKey, onInputKey, onPaste } =
    useRecipientField(field)
  useEffect(() => {
    if (focusFirst) input.current?.focus()
  }, [focusFirst, input])
  const open = options.length > 0
  const invalid = field.value.some((each) => checkAddress(each.address) !== null)
  return (
    <div className="relative flex items-start gap-2 border-line border-b px-3 py-1">
      <label htmlFor={id} className="w-7 shrink-0 py-1 text-ink-faint text-sm">
        {label}
      </label>
      <div className="flex max-h-28 min-w-0 flex-1 flex-wrap items-center gap-1 overflow-y-auto py-0.5">
        <ul className="contents">
          {field.value.map((recipient, index) => (
            <RecipientChip
              key={recipient.address}
              recipient={recipient}
              labelRef={(element) => {
                chips.current[index] = element
              }}
              onEdit={() => edit(index)}
              onRemove={() => remove(index)}
              onKeyDown={onChipKey(index)}
            />
          ))}
        </ul>
        <input
          ref={input}
          id={id}
          role="combobox"
          type="text"
          inputMode="email"
          autoComplete="off"
          autoCapitalize="off"
          autoCorrect="off"
          spellCheck={false}
          aria-autocomplete="list"
          aria-expanded={open}
          aria-controls={open ? listId : undefined}
          aria-activedescendant={selected >= 0 ? optionId(listId, selected) : undefined}
          aria-invalid={invalid || undefined}
          value={text}
          onChange={(event) => type(event.target.value)}
          onKeyDown={onInputKey}
          onPaste={onPaste}
          onBlur={commit}
          className="h-6 min-w-32 flex-1 bg-transparent text-ink outline-none max-md:text-lg"
        />
      </div>
      {children}
      {open && (
        <CompletionList
          id={listId}
          label={t('suggestions')}
          options={options}
          active={selected}
          onChoose={(option) => {
            choose(option)
            input.current?.focus()
          }}
        />
      )}
    </div>
  )
}
