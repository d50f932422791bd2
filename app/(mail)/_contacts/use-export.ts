import { useTranslations } from 'use-intl'
import { showToast } from '@/app/_ui/toast'
import { useProblemText } from '@/app/(mail)/_state/use-problem-text'
import type { ExportBody } from '@/lib/contract/contacts'
import { contactsApi } from '@/lib/contract/contacts-client'

/** Has the browser save a file. */
function saveFile(file: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(file)
  link.download = name
  link.click()
  // the browser has it by then; kept, it would stay in memory as long as the page
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}

/** Saves contacts as a vCard file: all, a group, or those named. */
export function useExport(): (body: ExportBody) => Promise<void> {
  const t = useTranslations('contacts')
  const problemText = useProblemText()
  return async (body) => {
    try {
      saveFile(await contactsApi.export(body), `${t('exportFile')}.vcf`)
    } catch (error) {
      showToast(problemText(error), { tone: 'error' })
    }
  }
}
