import { expect, type Page } from '@playwright/test'
import type { RecipientProblem, RecipientsChecked } from '@/lib/contract/recipients'

/**
 * Waits until the server says that of an address. Send waits two seconds only for what is noticed, and the first
 * connections and the first answer of the DNS may take longer.
 */
export async function waitForProblem(page: Page, address: string, problem: RecipientProblem['problem']): Promise<void> {
  const problems = async () => {
    const headers = { origin: new URL(page.url()).origin }
    const answer = await page.request.post('/api/recipients/check', { data: { addresses: [address] }, headers })
    const checked = (await answer.json()) as Partial<RecipientsChecked>
    return checked.problems?.map((found) => found.problem) ?? []
  }
  await expect.poll(problems, { timeout: 30_000 }).toContain(problem)
}
