import { type FormEvent, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '@/app/_ui/button'
import { Dialog } from '@/app/_ui/dialog'
import { TextField } from '@/app/_ui/text-field'
import { showToast } from '@/app/_ui/toast'
import { PictureTooLarge, templateHtml } from '@/app/(mail)/_composer/templates/template-html'
import type { DraftSession } from '@/app/(mail)/_state/draft-session'
import { useProblemText } from '@/app/(mail)/_state/use-problem-text'
import { sameName, useTemplateEdits, useTemplates } from '@/app/(mail)/_state/use-templates'

type Props = { session: DraftSession; signature: string; onClose: () => void }

/** Keeps subject and text of a message as a template; one of the same name is replaced, which is said before. */
export default function SaveTemplate({ session, signature, onClose }: Props) {
  const t = useTranslations('templates')
  const ui = useTranslations('ui')
  const problemText = useProblemText()
  const { templates } = useTemplates()
  const { save } = useTemplateEdits()
  const [name, setName] = useState(() => session.snapshot().draft.subject.trim().slice(0, 100))
  const [problem, setProblem] = useState<string | null>(null)
  const twin = templates.find(sameName(name))
  const keep = async () => {
    const { draft } = session.snapshot()
    const html = await templateHtml(draft, signature)
    if (html === '' && draft.subject.trim() === '') return setProblem(t('nothing'))
    const body = { name: name.trim(), subject: draft.subject.trim().slice(0, 500), html }
    await save.mutateAsync({ id: twin?.id ?? null, body })
    showToast(t('saved', { name: body.name }))
    onClose()
  }
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    event.stopPropagation()
    if (name.trim() === '') return setProblem(t('nameless'))
    setProblem(null)
    keep().catch((error) =>
      setProblem(
        error instanceof PictureTooLarge ? t('pictureTooLarge', { size: error.kilobytes }) : problemText(error),
      ),
    )
  }
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={t('saveAs')}>
      <form noValidate className="mt-3 grid gap-3" onSubmit={submit}>
        <TextField
          label={t('name')}
          hint={twin ? t('replaces', { name: twin.name }) : t('kept')}
          value={name}
          maxLength={100}
          onChange={setName}
        />
        {problem !== null && (
          <p role="alert" className="text-danger-text text-sm">
            {problem}
          </p>
        )}
        <div className="mt-1 flex justify-end gap-2">
          <Button onClick={onClose}>{ui('cancel')}</Button>
          <Button type="submit" kind="primary" disabled={save.isPending}>
            {t(twin ? 'replace' : 'save')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
