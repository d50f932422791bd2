import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { FormEnd } from '@/app/_ui/form-end'
import { Skeleton } from '@/app/_ui/skeleton'
import { TextField } from '@/app/_ui/text-field'
import { pictureLimits } from '@/app/(mail)/_editor/data-picture'
import { RichPart } from '@/app/(mail)/_settings/rich-part'
import { useProblemText } from '@/app/(mail)/_state/use-problem-text'
import { templateQuery, useTemplateEdits } from '@/app/(mail)/_state/use-templates'
import type { TemplateBody } from '@/lib/contract/templates'

/** The form of a template that is there: its text is asked for first. */
export function EditTemplate({ id, onDone }: { id: string; onDone: () => void }) {
  const problemText = useProblemText()
  const { data, error } = useQuery(templateQuery(id))
  if (!data && error) return <p className="text-danger-text">{problemText(error)}</p>
  if (!data) return <Skeleton className="h-24 w-full" />
  return <TemplateForm template={data} onDone={onDone} />
}

type Props = { template: TemplateBody & { id: string | null }; onDone: () => void }

/** Name, subject and text; `id` is null for a new one. */
export function TemplateForm({ template, onDone }: Props) {
  const t = useTranslations('templates')
  const problemText = useProblemText()
  const { save } = useTemplateEdits()
  const { id, ...given } = template
  const [body, setBody] = useState<TemplateBody>({ name: given.name, subject: given.subject, html: given.html })
  const [nameless, setNameless] = useState(false)
  const change = (patch: Partial<TemplateBody>) => setBody((now) => ({ ...now, ...patch }))
  const problem = nameless ? t('nameless') : save.error && problemText(save.error)
  return (
    <form
      aria-label={given.name || t('add')}
      className="space-y-3"
      onSubmit={(event) => {
        event.preventDefault()
        setNameless(body.name.trim() === '')
        if (body.name.trim() !== '') save.mutate({ id, body }, { onSuccess: onDone })
      }}
    >
      <TextField label={t('name')} value={body.name} maxLength={100} onChange={(name) => change({ name })} />
      <TextField
        label={t('subject')}
        hint={t('subjectHint')}
        value={body.subject}
        maxLength={500}
        onChange={(subject) => change({ subject })}
      />
      <RichPart
        label={t('text')}
        html={given.html}
        pictureLimit={pictureLimits.template}
        onChange={(html) => change({ html })}
      />
      <FormEnd save={t('save')} busy={save.isPending} problem={problem} onCancel={onDone} />
    </form>
  )
}
