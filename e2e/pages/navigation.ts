import { expect, type Locator, type Page } from '@playwright/test'

/** The left column: mailboxes, labels, folders and their menus. */
export class NavigationPage {
  readonly nav: Locator
  constructor(private readonly page: Page) {
    this.nav = page.getByRole('navigation', { name: 'Mailboxes' })
  }

  label(name: string): Locator {
    return this.nav.getByRole('list', { name: 'Labels' }).getByRole('link', { name })
  }

  folder(name: string): Locator {
    return this.nav.getByRole('list', { name: 'Folders' }).getByRole('link', { name })
  }

  /** Chooses `item` in the menu of the label or folder of that whole name. */
  async choose(name: string, item: string): Promise<void> {
    const button = this.nav.getByRole('button', { name: `Options for ${name}`, exact: true })
    await button.focus()
    await button.click()
    await this.page.getByRole('menu').getByText(item, { exact: true }).click()
  }

  async createLabel(name: string, color?: string): Promise<void> {
    await this.nav.getByRole('button', { name: 'New label' }).click()
    const dialog = this.page.getByRole('dialog', { name: 'New label' })
    await dialog.getByRole('textbox', { name: 'Name' }).fill(name)
    if (color) await dialog.getByRole('radio', { name: color }).check()
    await dialog.getByRole('button', { name: 'Create label' }).click()
    await expect(dialog).toHaveCount(0)
  }

  async createFolder(name: string, inside?: string): Promise<void> {
    await this.nav.getByRole('button', { name: 'New folder' }).click()
    const dialog = this.page.getByRole('dialog', { name: 'New folder' })
    await dialog.getByRole('textbox', { name: 'Name' }).fill(name)
    if (inside) await dialog.getByRole('combobox', { name: 'Inside' }).selectOption(inside)
    await dialog.getByRole('button', { name: 'Create folder' }).click()
    await expect(dialog).toHaveCount(0)
  }
}
