import type { Locator, Page } from '@playwright/test'

/** The composer window, by the names people with screen readers use. */
export class Composer {
  readonly dialog: Locator
  constructor(
    private readonly page: Page,
    name: 'New message' | 'Reply' | 'Forward' = 'New message',
  ) {
    this.dialog = page.getByRole('dialog', { name })
  }

  async open(): Promise<this> {
    await this.page.getByRole('button', { name: 'Compose' }).click()
    await this.dialog.waitFor()
    return this
  }

  async fill(message: { to?: string; subject?: string; body?: string }): Promise<void> {
    if (message.to) {
      const to = this.dialog.getByRole('combobox', { name: 'To', exact: true })
      await to.fill(message.to)
      await to.press('Enter')
    }
    if (message.subject) await this.dialog.getByRole('textbox', { name: 'Subject' }).fill(message.subject)
    if (message.body) {
      const body = this.dialog.getByRole('textbox', { name: 'Message body' })
      await body.click()
      await this.page.keyboard.type(message.body)
    }
  }

  /** Chooses files as the person would and waits until all are stored. */
  /** Files as paths, or made up in memory; large ones go through the browser's driver much faster by path. */
  async attach(files: string[] | { name: string; mimeType: string; buffer: Buffer }[]): Promise<void> {
    const chooser = this.page.waitForEvent('filechooser')
    await this.dialog.getByRole('button', { name: 'Attach files' }).click()
    await (await chooser).setFiles(files)
  }

  /** Sends although something was noticed. */
  async sendAnyway(): Promise<void> {
    await this.dialog.getByRole('button', { name: 'Send', exact: true }).click()
    await this.page.getByRole('button', { name: 'Send anyway' }).click()
    await this.page.getByRole('status').filter({ hasText: 'Message sent' }).waitFor({ timeout: 30_000 })
  }

  async send(): Promise<void> {
    await this.dialog.getByRole('button', { name: 'Send', exact: true }).click()
    await this.page.getByRole('status').filter({ hasText: 'Message sent' }).waitFor({ timeout: 30_000 })
  }
}
