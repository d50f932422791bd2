'use client'

import { type FormEvent, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '@/app/_ui/button'
import { Field } from '@/app/(mail)/_admin/field'

/** What is looked for; times are ISO 8601 UTC. */
export type LogSearch = { q: string; from?: string; to?: string }

type LogSearchFormProps = { search: LogSearch; onSearch: (search: LogSearch) => void }

/** What `datetime-local` holds, in the zone of the browser, as an instant. */
const instant = (local: string): string | undefined => (local === '' ? undefined : new Date(local).toISOString())

export function LogSearchForm({ search, onSearch }: LogSearchFormProps) {
  const t = useTranslations('admin')
  const [q, setQ] = useState(search.q)
  const [from, setFrom] = useState('')
  const [to, setTo] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const [since, until] = [instant(from), instant(to)]
    onSearch({ q: q.trim(), ...(since && { from: since }), ...(until && { to: until }) })
  }
  return (
    <search>
      <form onSubmit={submit} className="flex flex-wrap items-end gap-3">
        <Field
          type="search"
          label={t('findInLog')}
          value={q}
          onChange={(event) => setQ(event.target.value)}
          className="min-w-64 flex-1"
        />
        <Field type="datetime-local" label={t('from')} value={from} onChange={(event) => setFrom(event.target.value)} />
        <Field type="datetime-local" label={t('until')} value={to} onChange={(event) => setTo(event.target.value)} />
        <Button type="submit" kind="primary" className="h-9 max-md:h-11">
          {t('find')}
        </Button>
      </form>
    </search>
  )
}
