import type { Browser } from '@playwright/test'
import { freshContext, type MailPages } from '@/bench/browser/session'
import type { BenchMailbox } from '@/bench/mailboxes'
import { roundcubeUrl } from '@/bench/roundcube/server'

const row = '#messagelist tbody tr'

/** Roundcube as it is shipped, after signing in through its form: the list beside the message. */
export async function roundcubePages(browser: Browser, { address, password }: BenchMailbox): Promise<MailPages> {
  const context = await freshContext(browser, [])
  const page = await context.newPage()
  await page.goto(roundcubeUrl)
  await page.locator('#rcmloginuser').fill(address)
  await page.locator('#rcmloginpwd').fill(password)
  await page.locator('#rcmloginsubmit').click()
  await page.locator(row).first().waitFor()
  const cookies = await context.cookies()
  await context.close()
  return {
    inbox: `${roundcubeUrl}/?_task=mail&_mbox=INBOX`,
    cookies,
    row,
    opens: 'td.subject',
    text: { frame: '#messagecontframe' },
    leave: async () => undefined,
  }
}
