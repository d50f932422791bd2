import { useQueryClient } from '@tanstack/react-query'
import { type RefObject, useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { Picker } from '@/app/_ui/picker'
import { showToast } from '@/app/_ui/toast'
import type { BodyTools } from '@/app/(mail)/_composer/use-identity'
import type { DraftSession } from '@/app/(mail)/_state/draft-session'
import { PlaceLink } from '@/app/(mail)/_state/place-link'
import { settingsPath } from '@/app/(mail)/_state/place-path'
import { useProblemText } from '@/app/(mail)/_state/use-problem-text'
import { templateQuery, useTemplates } from '@/app/(mail)/_state/use-templates'

type Props = {
  session: DraftSession
  tools: RefObject<BodyTools | null>
  anchor: Element | null
  onClose: () => void
}

/** What a draft may have of HTML (contract/drafts), less what the editor writes around it. */
const htmlLimit = 1_900_000

/** Chooses a template: its text goes where the cursor is, its subject where there is none. */
export default function InsertTemplate({ session, tools, anchor, onClose }: Props) {
  const t = useTranslations('templates')
  const problemText = useProblemText()
  const client = useQueryClient()
  const { templates, settled, error } = useTemplates()
  const items = useMemo(() => templates.map(({ id, name }) => ({ id, label: name })), [templates])
  const insert = async (id: string) => {
    onClose()
    try {
      const { subject, html } = await client.fetchQuery(templateQuery(id))
      if (session.snapshot().draft.html.length + html.length > htmlLimit) {
        return showToast(t('noRoom'), { tone: 'error' })
      }
      tools.current?.insert(html)
      session.change((draft) => (draft.subject.trim() === '' ? { subject } : {}))
    } catch (problem) {
      showToast(problemText(problem), { tone: 'error' })
    }
  }
  const nothing = settled ? t(templates.length === 0 ? 'none' : 'noneFound') : t('loading')
  return (
    <Picker
      title={t('insert')}
      filterLabel={t('filter')}
      anchor={anchor}
      items={items}
      onChoose={(id) => void insert(id)}
      empty={error ? problemText(error) : nothing}
      onClose={onClose}
      footer={
        <PlaceLink
          href={settingsPath('templates')}
          className="rounded-md px-2 py-1 text-accent-text text-sm hover:underline"
        >
          {t('manage')}
        </PlaceLink>
      }
    />
  )
}
