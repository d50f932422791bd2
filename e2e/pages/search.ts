import type { Locator, Page } from '@playwright/test'

/** The search box and what is found, by the names people with screen readers use. */
export class SearchPage {
  readonly box: Locator
  readonly options: Locator
  /** Why a search was not made. */
  readonly problem: Locator
  constructor(private readonly page: Page) {
    this.box = page.getByRole('searchbox', { name: 'Search mail' })
    this.options = page.getByRole('listbox', { name: 'Suggestions' }).getByRole('option')
    this.problem = page.getByRole('alert').filter({ hasText: 'This search was not made yet' })
  }

  /** Searches, and waits until the list before is gone: while code is loaded its rows are still there. */
  async for(q: string): Promise<void> {
    await this.box.fill(q)
    await this.box.press('Enter')
    await this.page.getByRole('heading', { level: 1, name: `Search: ${q}`, exact: true }).waitFor()
  }

  chip(name: string | RegExp): Locator {
    return this.page.getByRole('group', { name: 'Narrow the search' }).getByRole('button', { name })
  }

  /** A field of the form behind the button `Search filters`. */
  field(name: string): Locator {
    return this.page.getByRole('group', { name: 'Search filters' }).getByLabel(name, { exact: true })
  }
}
