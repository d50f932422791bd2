import { BellRing } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { classNames } from '@/app/_ui/class-names'
import { Menu } from '@/app/_ui/menu'

const days = [1, 3, 7, 14]

type Props = { value: number | null; onChange: (days: number | null) => void }

/** Whether to be reminded when nobody answers what is sent. */
export function RemindMenu({ value, onChange }: Props) {
  const t = useTranslations('snooze')
  const options = [
    { value: '', label: t('never') },
    ...days.map((each) => ({ value: String(each), label: t('inDays', { days: each }) })),
  ]
  const chosen = value === null ? '' : ` (${t('inDays', { days: value })})`
  return (
    <Menu
      label={`${t('remind')}${chosen}`}
      className={classNames(
        'grid size-8 place-items-center hover:bg-hover max-md:size-10',
        value === null ? 'text-ink-soft' : 'bg-selected text-accent-text',
      )}
      entries={[
        {
          group: t('remind'),
          value: value === null ? '' : String(value),
          options,
          choose: (next) => onChange(next === '' ? null : Number(next)),
        },
      ]}
    >
      <BellRing size={16} strokeWidth={1.75} aria-hidden />
    </Menu>
  )
}
