'use client'

import { useTranslations } from 'use-intl'
import { useLabels } from '@/app/(mail)/_state/use-labels'
import { useMailboxes, useMailboxName } from '@/app/(mail)/_state/use-mailboxes'
import { printName } from '@/lib/contract/search-print'

/** The options of `Search in`; each value is the term it stands for. What is chosen is among them, known or not. */
export function PlaceOptions({ chosen }: { chosen: string }) {
  const t = useTranslations('search.form')
  const nameOf = useMailboxName()
  const { data } = useMailboxes()
  const mailboxes = (data?.mailboxes ?? [])
    .filter(({ role }) => role !== 'all')
    .map(({ id, role, path }) => ({ term: `in:${role ?? printName(path)}`, name: role ? nameOf(id) : path }))
  const labels = useLabels().map(({ name }) => ({ term: `label:${printName(name)}`, name }))
  const places = [...mailboxes, ...labels]
  const known = ['', 'in:anywhere', ...places.map(({ term }) => term)].includes(chosen)
  return (
    <>
      <option value="">{t('allMail')}</option>
      <option value="in:anywhere">{t('anywhere')}</option>
      {places.map(({ term, name }) => (
        <option key={term} value={term}>
          {name}
        </option>
      ))}
      {!known && <option>{chosen}</option>}
    </>
  )
}
