'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '@/app/_ui/button'
import { Skeleton } from '@/app/_ui/skeleton'
import { showToast } from '@/app/_ui/toast'
import { EditTemplate, TemplateForm } from '@/app/(mail)/_settings/template-form'
import { useProblemText } from '@/app/(mail)/_state/use-problem-text'
import { useTemplateEdits, useTemplates } from '@/app/(mail)/_state/use-templates'
import { templateLimits } from '@/lib/contract/template-limits'
import type { Template, TemplateRow } from '@/lib/contract/templates'

const blank = { id: null, name: '', subject: '', html: '' }

/** Texts kept to begin messages with. */
export function Templates() {
  const t = useTranslations('templates')
  const problemText = useProblemText()
  const { templates, settled, error } = useTemplates()
  /** The one that is open; null for a new one. */
  const [open, setOpen] = useState<string | null>()
  const close = () => setOpen(undefined)
  if (error) return <p className="py-4 text-danger-text">{problemText(error)}</p>
  if (!settled) return <Skeleton className="my-4 h-8 w-2/3" />
  return (
    <>
      <p className="pt-4 text-ink-soft text-sm">{t('hint')}</p>
      <ul aria-label={t('list')}>
        {templates.map((template) => (
          <li key={template.id} className="border-line border-b py-3">
            {open === template.id ? (
              <EditTemplate id={template.id} onDone={close} />
            ) : (
              <TemplateLine template={template} onEdit={() => setOpen(template.id)} />
            )}
          </li>
        ))}
      </ul>
      <div className="py-4">
        {templates.length === 0 && open === undefined && <p className="pb-3 text-ink-soft">{t('none')}</p>}
        {open === null && <TemplateForm template={blank} onDone={close} />}
        {open !== null && templates.length < templateLimits.count && (
          <Button onClick={() => setOpen(null)}>{t('add')}</Button>
        )}
        {templates.length >= templateLimits.count && (
          <p className="text-ink-soft text-sm">{t('full', { count: templateLimits.count })}</p>
        )}
      </div>
    </>
  )
}

function TemplateLine({ template, onEdit }: { template: TemplateRow; onEdit: () => void }) {
  const t = useTranslations('templates')
  const ui = useTranslations('ui')
  const problemText = useProblemText()
  const { save, remove } = useTemplateEdits()
  const { id, name, subject, excerpt } = template
  const onError = (error: unknown) => showToast(problemText(error), { tone: 'error' })
  // promises, not callbacks of `mutate`: those are lost with this line, which goes with its template
  const bringBack = ({ id: _, ...body }: Template) => void save.mutateAsync({ id: null, body }).catch(onError)
  const onSuccess = (removed: Template) =>
    showToast(t('removed', { name }), { action: { label: ui('undo'), run: () => bringBack(removed) } })
  return (
    <div className="flex items-start gap-2">
      <div className="min-w-0 flex-1">
        <p className="break-words font-semibold">{name}</p>
        <p className="line-clamp-2 break-words text-ink-soft text-sm">
          {[subject, excerpt].filter((part) => part !== '').join(' · ')}
        </p>
      </div>
      <Button
        kind="quiet"
        aria-label={t('removeOf', { name })}
        onClick={() => void remove.mutateAsync(id).then(onSuccess, onError)}
      >
        {t('remove')}
      </Button>
      <Button aria-label={t('editOf', { name })} onClick={onEdit}>
        {t('edit')}
      </Button>
    </div>
  )
}
