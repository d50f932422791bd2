'use client'

import { useTranslations } from 'use-intl'
import { Button } from '@/app/_ui/button'
import { useSwitchFault } from '@/app/(mail)/_system/use-system'
import type { FaultList } from '@/lib/contract/faults'

/** What an admin may break, to see what mail does then. */
export function FaultSwitches({ faults }: FaultList) {
  const t = useTranslations('system')
  const { mutate, isPending } = useSwitchFault()
  const on = faults.filter((fault) => fault.on)
  const healAll = () => {
    for (const { name } of on) mutate({ name, on: false })
  }
  return (
    <fieldset className="mt-6">
      <legend className="float-left w-full font-semibold">{t('break')}</legend>
      <p className="clear-left text-ink-soft text-sm">{t('breakHint')}</p>
      <ul className="mt-2 grid gap-x-6 sm:grid-cols-2">
        {faults.map((fault) => (
          <li key={fault.name}>
            <label className="flex min-h-11 cursor-pointer items-start gap-3 py-1.5">
              <input
                type="checkbox"
                role="switch"
                aria-checked={fault.on}
                checked={fault.on}
                disabled={isPending || !fault.available}
                onChange={() => mutate({ name: fault.name, on: !fault.on })}
                className="mt-0.5 size-4 accent-accent"
              />
              <span>
                {t(`fault.${fault.name}`)}
                <span className="block text-ink-soft text-sm">
                  {fault.available ? t(`faultHint.${fault.name}`) : t('notHere')}
                </span>
              </span>
            </label>
          </li>
        ))}
      </ul>
      {on.length > 0 && (
        <Button className="mt-2" disabled={isPending} onClick={healAll}>
          {t('healAll')}
        </Button>
      )}
    </fieldset>
  )
}
