import { Users } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { Avatar } from '@/app/_ui/avatar'
import { classNames } from '@/app/_ui/class-names'
import type { Completion } from '@/app/(mail)/_composer/recipients/use-completion'
import type { Address } from '@/lib/contract/address'
import type { GroupMatch } from '@/lib/contract/contacts'

type Props = {
  id: string
  label: string
  options: Completion[]
  active: number
  onChoose: (option: Completion) => void
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
      {options.map((option, index) => (
        // The keyboard reaches options through the field, by arrows and Enter.
        // biome-ignore lint/a11y/useKeyWithClickEvents: see above
        // biome-ignore lint/a11y/useFocusableInteractive: focus stays in the field
        <div
          key={option.kind === 'group' ? option.group.id : option.person.address}
          id={optionId(id, index)}
          role="option"
          aria-selected={index === active}
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => onChoose(option)}
          className={classNames(
            'flex cursor-pointer items-center gap-2.5 rounded-md px-2 py-1.5 hover:bg-hover',
            index === active && 'bg-selected forced-colors:outline',
          )}
        >
          {option.kind === 'group' ? <Group group={option.group} /> : <Person person={option.person} />}
        </div>
      ))}
    </div>
  )
}

function Person({ person: { name, address } }: { person: Address }) {
  return (
    <>
      <Avatar name={name} address={address} />
      <span className="min-w-0 flex-1">
        {name !== '' && <span className="block truncate font-medium text-sm">{name}</span>}
        <span className="block truncate text-ink-soft text-xs">{address}</span>
      </span>
    </>
  )
}

function Group({ group: { name, members } }: { group: GroupMatch }) {
  const t = useTranslations('composer.recipients')
  return (
    <>
      <span className="grid size-8 shrink-0 place-items-center rounded-full bg-hover text-ink-soft">
        <Users size={16} strokeWidth={1.75} aria-hidden />
      </span>
      <span className="min-w-0 flex-1">
        <span className="block truncate font-medium text-sm">{name}</span>
        <span className="block truncate text-ink-soft text-xs">{t('group', { count: members.length })}</span>
      </span>
    </>
  )
}
