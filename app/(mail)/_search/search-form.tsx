'use client'

import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '@/app/_ui/button'
import { emptyForm, type FormValues, readForm, writeForm } from '@/app/(mail)/_search/form-values'
import { PlaceOptions } from '@/app/(mail)/_search/place-options'

type Props = {
  text: string
  onText: (text: string) => void
  onSearch: (text: string) => void
  onClose: () => void
}

/** How each control of the form looks. */
const control =
  'h-8 min-w-0 rounded-md border border-line bg-surface px-2 text-ink text-sm outline-none focus:border-accent-text max-md:h-10 max-md:text-lg'

/** The search as fields. It writes the text of the box, and reads it when opened. */
export default function SearchForm({ text, onText, onSearch, onClose }: Props) {
  const t = useTranslations('search.form')
  const [values, setValues] = useState(() => readForm(text))
  const first = useRef<HTMLInputElement>(null)
  useEffect(() => first.current?.focus(), [])
  useEffect(() => {
    const elsewhere = ({ target }: PointerEvent) => {
      if (target instanceof Node && !first.current?.form?.contains(target)) onClose()
    }
    document.addEventListener('pointerdown', elsewhere)
    return () => document.removeEventListener('pointerdown', elsewhere)
  }, [onClose])
  const set = (change: Partial<FormValues>) => {
    const next = { ...values, ...change }
    setValues(next)
    onText(writeForm(next))
  }
  const field = (name: 'from' | 'to' | 'subject' | 'words' | 'without') => (
    <Field label={t(name)}>
      {(id) => (
        <input
          ref={name === 'from' ? first : undefined}
          id={id}
          type="text"
          autoComplete="off"
          className={control}
          value={values[name]}
          onChange={(event) => set({ [name]: event.target.value })}
        />
      )}
    </Field>
  )
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as this grid in every browser
    <div
      role="group"
      aria-label={t('label')}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        onClose()
      }}
      className="absolute inset-x-0 top-full z-30 mt-1 grid max-h-[calc(100dvh-5rem)] animate-rise grid-cols-[auto_minmax(0,1fr)] items-center gap-x-4 gap-y-2 overflow-y-auto rounded-lg border border-line bg-raised p-4 shadow-float max-md:grid-cols-1 max-md:gap-y-1"
    >
      {field('from')}
      {field('to')}
      {field('subject')}
      {field('words')}
      {field('without')}
      <Size values={values} set={set} />
      <Dates values={values} set={set} />
      <Field label={t('place')}>
        {(id) => (
          <select id={id} className={control} value={values.place} onChange={(e) => set({ place: e.target.value })}>
            <PlaceOptions chosen={values.place} />
          </select>
        )}
      </Field>
      <label className="col-start-2 flex min-h-8 items-center gap-2 text-sm max-md:col-start-1 max-md:min-h-11">
        <input
          type="checkbox"
          className="size-4 accent-accent"
          checked={values.attachment}
          onChange={(event) => set({ attachment: event.target.checked })}
        />
        {t('attachment')}
      </label>
      <div className="col-span-full mt-1 flex justify-end gap-2">
        <Button kind="quiet" onClick={() => set(emptyForm)}>
          {t('clear')}
        </Button>
        <Button kind="primary" onClick={() => onSearch(writeForm(values))}>
          {t('search')}
        </Button>
      </div>
    </div>
  )
}

function Field({ label, children }: { label: string; children: (id: string) => ReactNode }) {
  const id = useId()
  return (
    <>
      <label htmlFor={id} className="text-ink-soft text-sm">
        {label}
      </label>
      {children(id)}
    </>
  )
}

type PartProps = { values: FormValues; set: (change: Partial<FormValues>) => void }

function Size({ values, set }: PartProps) {
  const t = useTranslations('search.form')
  return (
    <Field label={t('size')}>
      {(id) => (
        <span className="flex min-w-0 gap-2">
          <select
            id={id}
            className={control}
            value={values.sizeIs}
            onChange={(event) => set({ sizeIs: event.target.value === 'smaller' ? 'smaller' : 'larger' })}
          >
            <option value="larger">{t('larger')}</option>
            <option value="smaller">{t('smaller')}</option>
          </select>
          <input
            type="text"
            aria-label={t('sizeValue')}
            placeholder="5M"
            autoComplete="off"
            className={`${control} w-24`}
            value={values.size}
            onChange={(event) => set({ size: event.target.value })}
          />
        </span>
      )}
    </Field>
  )
}

const ages = ['1d', '3d', '7d', '14d', '1m', '3m', '6m', '1y'] as const
const isAge = (value: string): value is (typeof ages)[number] => ages.some((age) => age === value)

function Dates({ values, set }: PartProps) {
  const t = useTranslations('search.form')
  const others = values.within === '' || isAge(values.within) ? [] : [values.within]
  const date = (name: 'after' | 'before') => (
    <label className="flex min-w-0 items-center gap-2 text-ink-soft text-sm">
      {t(name)}
      <input
        type="date"
        className={control}
        value={values[name]}
        onChange={(event) => set({ [name]: event.target.value })}
      />
    </label>
  )
  return (
    <Field label={t('within')}>
      {(id) => (
        <span className="flex min-w-0 flex-wrap gap-x-4 gap-y-2">
          <select id={id} className={control} value={values.within} onChange={(e) => set({ within: e.target.value })}>
            <option value="">{t('anyTime')}</option>
            {ages.map((age) => (
              <option key={age} value={age}>
                {t(`ages.${age}`)}
              </option>
            ))}
            {others.map((age) => (
              <option key={age}>{age}</option>
            ))}
          </select>
          {date('after')}
          {date('before')}
        </span>
      )}
    </Field>
  )
}
