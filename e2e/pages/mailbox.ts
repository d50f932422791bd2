import type { Locator, Page } from '@playwright/test'

/** The list and the reader, by the names people with screen readers use. */
export class MailboxPage {
  readonly list: Locator
  constructor(private readonly page: Page) {
    this.list = page.getByRole('list', { name: 'Conversations' })
  }

  row(text: string | RegExp): Locator {
    return this.list.getByRole('listitem').filter({ hasText: text })
  }

  async goTo(name: string): Promise<void> {
    await this.page.getByRole('navigation', { name: 'Mailboxes' }).getByRole('link', { name }).click()
  }

  /** Opens the message with that subject and waits until it is shown. */
  async openMessage(subject: string): Promise<void> {
    await this.row(subject).getByText(subject).first().click()
    await this.page.getByRole('heading', { name: subject }).waitFor()
  }

  /** The text of the shown body, which is a document of its own. */
  body(): Locator {
    return this.page.getByRole('article').frameLocator('iframe').locator('body')
  }

  attachments(): Locator {
    return this.page.getByRole('list', { name: 'Attachments' })
  }

  /** Saves an attachment through the browser and gives its bytes. */
  async save(name: string): Promise<Buffer> {
    const download = this.page.waitForEvent('download')
    await this.attachments()
      .getByRole('link', { name: `Download ${name}` })
      .click()
    const stream = await (await download).createReadStream()
    const chunks: Buffer[] = []
    for await (const chunk of stream) chunks.push(chunk as Buffer)
    return Buffer.concat(chunks)
  }
}
