import type { Locator, Page } from '@playwright/test'

/** The page of contacts, by the names people with screen readers use. */
export class ContactsPage {
  readonly list: Locator
  readonly groups: Locator
  readonly details: Locator
  constructor(private readonly page: Page) {
    this.list = page.getByRole('list', { name: 'Contacts', exact: true })
    this.groups = page.getByRole('navigation', { name: 'Groups' })
    this.details = page.getByRole('region', { name: 'Contact', exact: true })
  }

  row(name: string): Locator {
    return this.list.getByRole('listitem').filter({ hasText: name })
  }

  heading(name: string): Locator {
    return this.details.getByRole('heading', { name })
  }

  async open(name: string): Promise<void> {
    await this.row(name).getByRole('link').click()
    await this.heading(name).waitFor()
  }

  async add(name: string, address: string): Promise<void> {
    await this.page.getByRole('button', { name: 'New contact' }).first().click()
    const form = this.page.getByRole('form', { name: 'New contact' })
    await form.getByRole('textbox', { name: 'Name', exact: true }).fill(name)
    await form.getByRole('textbox', { name: 'Address 1' }).fill(address)
    await form.getByRole('button', { name: 'Save' }).click()
    await this.heading(name).waitFor()
  }

  /** Chooses in the menu of import and export. */
  async choose(entry: string): Promise<void> {
    await this.page.getByRole('button', { name: 'More', exact: true }).click()
    await this.page.getByRole('menuitem', { name: entry, exact: true }).click()
  }

  /** Saves through the browser and gives the text of the file. */
  async save(click: () => Promise<void>): Promise<string> {
    const download = this.page.waitForEvent('download')
    await click()
    const chunks: Buffer[] = []
    for await (const chunk of await (await download).createReadStream()) chunks.push(chunk as Buffer)
    return Buffer.concat(chunks).toString()
  }
}
