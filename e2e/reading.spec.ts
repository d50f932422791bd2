import type { Page } from '@playwright/test'
import sharp from 'sharp'
import type { TestAccount } from '@/e2e/accounts'
import { deliver } from '@/e2e/deliver'
import { expect, test } from '@/e2e/fixtures'
import { MailboxPage } from '@/e2e/pages/mailbox'

const subject = 'Plans with a picture'

/** A message with a picture in its text and two files of the same name, opened in the reader. */
async function openPlans(page: Page, account: TestAccount): Promise<MailboxPage> {
  const blue = { width: 60, height: 40, channels: 3, background: '#2457a7' } as const
  const picture = await sharp({ create: blue }).png().toBuffer()
  await deliver(account, {
    subject,
    html: '<p>The plan:</p><img src="cid:plan@test" alt="The plan">',
    attachments: [
      { filename: 'plan.png', content: picture, cid: 'plan@test', contentDisposition: 'inline' },
      { filename: 'Größen.txt', content: 'one' },
      { filename: 'Größen.txt', content: 'two' },
    ],
  })
  const mailbox = new MailboxPage(page)
  await mailbox.openMessage(subject)
  await expect(mailbox.body()).toContainText('The plan:')
  return mailbox
}

async function chooseMore(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Message menu' }).click()
  await page.getByRole('menuitem', { name }).click()
}

test('a picture inside the text is shown without a request to anywhere', async ({ inbox, account }) => {
  const mailbox = await openPlans(inbox, account)
  const width = () =>
    mailbox
      .body()
      .getByRole('img', { name: 'The plan' })
      .evaluate((image: HTMLImageElement) => image.naturalWidth)
  await expect.poll(width).toBe(60)
  await expect(mailbox.attachments().getByRole('listitem')).toHaveCount(2)
})

test('all files are saved as one zip, files of one name apart', async ({ inbox, account }) => {
  await openPlans(inbox, account)
  const download = inbox.waitForEvent('download')
  await inbox.getByRole('link', { name: 'Save all as zip' }).click()
  const stream = await (await download).createReadStream()
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(chunk as Buffer)
  const zip = Buffer.concat(chunks)
  expect(zip.subarray(0, 2).toString()).toBe('PK')
  expect(zip.toString('utf8').match(/Größen[^/]*?\.txt/g)?.length).toBeGreaterThanOrEqual(4)
})

test('the original is shown as text and saved as a file', async ({ inbox, account, context }) => {
  await openPlans(inbox, account)
  const page = context.waitForEvent('page')
  await chooseMore(inbox, 'Show original')
  const original = await page
  await expect(original.locator('body')).toContainText(`Subject: ${subject}`)
  await original.close()
  const download = inbox.waitForEvent('download')
  await chooseMore(inbox, 'Download message (.eml)')
  expect((await download).suggestedFilename()).toMatch(/\.eml$/)
})

test('a message is laid out for paper', async ({ inbox, account, context }) => {
  await openPlans(inbox, account)
  const page = context.waitForEvent('page')
  await chooseMore(inbox, 'Print')
  const paper = await page
  await expect(paper.locator('body')).toContainText(subject)
  await expect(paper.locator('body')).toContainText('The plan:')
})

test('a message is reported as spam, found in Spam and given back', async ({ inbox, account }) => {
  const mailbox = await openPlans(inbox, account)
  await inbox.getByRole('button', { name: 'Report spam' }).first().click()
  await expect(mailbox.row(subject)).toHaveCount(0)
  await mailbox.goTo('Spam')
  await mailbox.openMessage(subject)
  await inbox.getByRole('button', { name: 'Not spam' }).first().click()
  await mailbox.goTo('Inbox')
  await expect(mailbox.row(subject)).toBeVisible()
})
