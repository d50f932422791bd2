'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { showToast } from '@/app/_ui/toast'
import { mailboxesKey, threadsKey } from '@/app/(mail)/_state/query-keys'
import { useProblemText } from '@/app/(mail)/_state/use-problem-text'
import type { ChangeFolder, CreateFolder } from '@/lib/contract/folders'
import type { Mailbox } from '@/lib/contract/mailboxes'
import { organiseApi } from '@/lib/contract/organise-client'

/** What can be done with folders themselves. Faults are said in a toast; null and false are what they give then. */
export function useFolderVerbs() {
  const client = useQueryClient()
  const t = useTranslations('folders')
  const problemText = useProblemText()
  return useMemo(() => {
    const refresh = () => client.invalidateQueries({ queryKey: mailboxesKey })
    const attempt = async <T>(work: () => Promise<T>): Promise<T | null> => {
      try {
        return await work()
      } catch (error) {
        showToast(problemText(error), { tone: 'error' })
        return null
      } finally {
        void refresh()
      }
    }
    const create = async (body: CreateFolder): Promise<string | null> => {
      const made = await attempt(() => organiseApi.createFolder(body))
      // What comes next may name it.
      await refresh()
      return made?.id ?? null
    }
    const change = async (folder: Mailbox, body: ChangeFolder): Promise<string | null> =>
      (await attempt(() => organiseApi.changeFolder(folder.id, body)))?.id ?? null
    const remove = async (folder: Mailbox): Promise<boolean> => {
      const moved = await attempt(async () => {
        let moved = 0
        for (let finished = false; !finished; ) {
          const part = await organiseApi.deleteFolder(folder.id)
          moved += part.moved
          finished = part.done
        }
        return moved
      })
      void client.invalidateQueries({ queryKey: threadsKey() })
      if (moved !== null) showToast(t('deleted', { name: folder.name, count: moved }))
      return moved !== null
    }
    return { create, change, remove }
  }, [client, t, problemText])
}
