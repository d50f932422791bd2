'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { showToast } from '@/app/_ui/toast'
import { labelsKey, threadsKey } from '@/app/(mail)/_state/query-keys'
import { useProblemText } from '@/app/(mail)/_state/use-problem-text'
import type { ChangeLabel, CreateLabel, Label, LabelList } from '@/lib/contract/labels'
import { organiseApi } from '@/lib/contract/organise-client'

/** What can be done with labels themselves. Faults are said in a toast; null and false are what they give then. */
export function useLabelVerbs() {
  const client = useQueryClient()
  const t = useTranslations('labels')
  const problemText = useProblemText()
  return useMemo(() => {
    const failed = (error: unknown) => {
      showToast(problemText(error), { tone: 'error' })
      return null
    }
    const paint = (edit: (labels: Label[]) => Label[]) =>
      client.setQueryData<LabelList>(labelsKey, (list) => list && { labels: edit(list.labels) })
    const refresh = () => client.invalidateQueries({ queryKey: labelsKey })
    const create = async (body: CreateLabel): Promise<Label | null> => {
      try {
        const label = await organiseApi.createLabel(body)
        paint((labels) => [...labels, label].sort((a, b) => a.name.localeCompare(b.name)))
        return label
      } catch (error) {
        return failed(error)
      } finally {
        void refresh()
      }
    }
    const change = async (label: Label, body: ChangeLabel): Promise<boolean> => {
      // A name is the server's to judge; colour and hiding show at once.
      if (body.name === undefined) {
        paint((labels) => labels.map((other) => (other.id === label.id ? { ...other, ...body } : other)))
      }
      try {
        await organiseApi.changeLabel(label.id, body)
        return true
      } catch (error) {
        return failed(error) ?? false
      } finally {
        await refresh()
      }
    }
    const remove = async (label: Label): Promise<boolean> => {
      try {
        let done = false
        while (!done) ({ done } = await organiseApi.deleteLabel(label.id))
        paint((labels) => labels.filter(({ id }) => id !== label.id))
        showToast(t('deleted', { name: label.name }))
        return true
      } catch (error) {
        return failed(error) ?? false
      } finally {
        void refresh()
        void client.invalidateQueries({ queryKey: threadsKey() })
      }
    }
    return { create, change, remove }
  }, [client, t, problemText])
}
