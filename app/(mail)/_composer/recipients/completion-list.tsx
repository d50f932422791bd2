import { Avatar } from '@/app/_ui/avatar'
import { classNames } from '@/app/_ui/class-names'
import type { Address } from '@/lib/contract/address'

type Props = {
  id: string
  label: string
  options: Address[]
  active: number
  onChoose: (contact: Address) => void
}

export const optionId = (listId: string, index: number) => `${listId}-${index}`

/** The suggestions below a recipient field; focus stays in the field (ARIA combobox pattern). */
export function CompletionList({ id, label, options, active, onChoose }: Props) {
  return (
    <div
      id={id}
      role="listbox"
      aria-label={label}
      className="absolute top-full left-0 z-20 mt-1 w-80 max-w-full animate-rise rounded-lg border border-line bg-raised p-1 shadow-float"
    >
      {options.map((contact, index) => (
        // The keyboard reaches options through the field, by arrows and Enter.
        // biome-ignore lint/a11y/useKeyWithClickEvents: see above
        // biome-ignore lint/a11y/useFocusableInteractive: focus stays in the field
        <div
          key={contact.address}
          id={optionId(id, index)}
          role="option"
          aria-selected={index === active}
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => onChoose(contact)}
          className={classNames(
            'flex cursor-pointer items-center gap-2.5 rounded-md px-2 py-1.5 hover:bg-hover',
            index === active && 'bg-selected forced-colors:outline',
          )}
        >
          <Avatar name={contact.name} address={contact.address} />
          <span className="min-w-0 flex-1">
            {contact.name !== '' && <span className="block truncate font-medium text-sm">{contact.name}</span>}
            <span className="block truncate text-ink-soft text-xs">{contact.address}</span>
          </span>
        </div>
      ))}
    </div>
  )
}
