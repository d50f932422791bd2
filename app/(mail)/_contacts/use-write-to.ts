import { showToast } from '@/app/_ui/toast'
import { openComposer } from '@/app/(mail)/_state/composer-intents'
import { useProblemText } from '@/app/(mail)/_state/use-problem-text'
import type { Address } from '@/lib/contract/address'
import { contactsApi } from '@/lib/contract/contacts-client'

/** Opens the composer: to people, or to everybody in a group who has an address. */
export function useWriteTo() {
  const problemText = useProblemText()
  return {
    people: (to: Address[]) => openComposer({ kind: 'new', to }),
    async group(id: string) {
      try {
        const { members } = await contactsApi.members(id)
        openComposer({ kind: 'new', to: members })
      } catch (error) {
        showToast(problemText(error), { tone: 'error' })
      }
    },
  }
}
