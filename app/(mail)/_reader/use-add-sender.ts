import { useTranslations } from 'use-intl'
import { loadCode } from '@/app/_ui/lazy-view'
import { showToast } from '@/app/_ui/toast'
import { contactsPath } from '@/app/(mail)/_state/contacts-path'
import { goTo } from '@/app/(mail)/_state/place'
import { useProblemText } from '@/app/(mail)/_state/use-problem-text'
import type { Address } from '@/lib/contract/address'

/** Takes somebody into the contacts who is not there yet, and offers to show who is. */
export function useAddSender(): (sender: Address) => Promise<void> {
  const t = useTranslations('contacts')
  const problemText = useProblemText()
  return async ({ name, address }) => {
    try {
      const { contactsApi } = await loadCode(() => import('@/lib/contract/contacts-client'))
      const known = (await contactsApi.lookup(address)).id
      const body = { name, addresses: [address], organisation: '', phones: [], note: '' }
      const id = known ?? (await contactsApi.create(body)).id
      const show = () => goTo(contactsPath({ group: null, contact: id }))
      showToast(t('senderAdded', { name: name || address }), { action: { label: t('showSender'), run: show } })
    } catch (error) {
      showToast(problemText(error), { tone: 'error' })
    }
  }
}
