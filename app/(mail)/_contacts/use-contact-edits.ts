import { useMutation, useQueryClient } from '@tanstack/react-query'
import { showToast } from '@/app/_ui/toast'
import { dropUnsaved, newContact } from '@/app/(mail)/_contacts/unsaved-contacts'
import { completionKey, contactsKey } from '@/app/(mail)/_state/query-keys'
import { useProblemText } from '@/app/(mail)/_state/use-problem-text'
import type { ContactBody } from '@/lib/contract/contacts'
import { contactsApi } from '@/lib/contract/contacts-client'

/** What is asked again after a change: the contacts but those that are `gone`, and what completion offered before it. */
export function useRefresh() {
  const client = useQueryClient()
  return (gone: string[] = []) =>
    Promise.all([
      client.invalidateQueries({
        queryKey: contactsKey,
        predicate: ({ queryKey }) => !gone.some((id) => queryKey.includes(id)),
      }),
      client.invalidateQueries({ queryKey: completionKey }),
    ])
}

/** Writes a contact, a new one for the id null. Its refusal is shown in the form. */
export function useSaveContact() {
  const refresh = useRefresh()
  return useMutation({
    mutationFn: ({ id, body }: { id: string | null; body: ContactBody }) =>
      id === null ? contactsApi.create(body) : contactsApi.change(id, body),
    onSuccess: (_, { id }) => {
      dropUnsaved(id ?? newContact)
      return refresh()
    },
  })
}

/** Everything else that changes contacts and groups. Each gives what it did, or null when it was refused; that is said. */
export function useContactEdits() {
  const refresh = useRefresh()
  const problemText = useProblemText()
  const edit = async <T>(work: Promise<T>, gone: string[] = []): Promise<T | null> => {
    try {
      return await work
    } catch (error) {
      showToast(problemText(error), { tone: 'error' })
      return null
    } finally {
      await refresh(gone)
    }
  }
  return {
    remove: (ids: string[]) => edit(contactsApi.remove(ids), ids),
    restore: (undo: string) => edit(contactsApi.restore(undo)),
    createGroup: (name: string) => edit(contactsApi.createGroup({ name })),
    renameGroup: (id: string, name: string) => edit(contactsApi.renameGroup(id, { name })),
    removeGroup: (id: string) => edit(contactsApi.removeGroup(id)),
    addTo: (group: string, ids: string[]) => edit(contactsApi.changeMembers(group, { add: ids, remove: [] })),
    takeFrom: (group: string, ids: string[]) => edit(contactsApi.changeMembers(group, { add: [], remove: ids })),
  }
}
