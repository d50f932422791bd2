import { randomInt } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import type { Browser, Page } from '@playwright/test'
import type { ImapFlow } from 'imapflow'
import type { TestAccount } from '@/e2e/accounts'
import { withImap } from '@/e2e/deliver'
import { expect, signIn, test } from '@/e2e/fixtures'
import { MailboxPage } from '@/e2e/pages/mailbox'
import { Random } from '@/scripts/seed/random'

const actionCount = 200
const checkEvery = 40
/** All rows of a list must be drawn to be compared, and a screen draws about thirty. */
const most = 24

/** What a list says of each conversation, sorted: `m12 unread starred`. */
type Shown = string[]

const places = ['Inbox', 'Starred', 'Archive', 'Trash', 'Kept'] as const
type Place = (typeof places)[number]
const pathOf: Record<Place, string> = {
  Inbox: 'INBOX',
  Starred: 'virtual/Flagged',
  Archive: 'Archive',
  Trash: 'Trash',
  Kept: 'Kept',
}

const describeRow = (name: string, unread: boolean, starred: boolean) =>
  `${name}${unread ? ' unread' : ''}${starred ? ' starred' : ''}`

/** Two browsers and an outside client on one account, and the dice that decide who does what. */
class World {
  private sent = 0
  readonly done: string[] = []

  constructor(
    readonly account: TestAccount,
    readonly browsers: [Page, Page],
    readonly imap: ImapFlow,
    readonly dice: Random,
  ) {}

  async arrive(): Promise<void> {
    this.sent += 1
    const name = `m${this.sent}`
    const raw = `From: Ann ${name} <${name}@example.org>\r\nTo: ${this.account.address}\r\nSubject: ${name}\r\nMessage-ID: <${name}.${this.account.address}>\r\n\r\nText of ${name}.\r\n`
    await this.imap.append('INBOX', raw, [], new Date(Date.UTC(2026, 0, 1, 0, this.sent)))
  }

  /** What IMAP itself says of a mailbox. */
  async truth(place: Place): Promise<Shown> {
    const lock = await this.imap.getMailboxLock(pathOf[place])
    try {
      await this.imap.noop()
      const rows: Shown = []
      const { exists } = this.imap.mailbox || { exists: 0 }
      if (exists === 0) return rows
      for await (const { envelope, flags } of this.imap.fetch('1:*', { envelope: true, flags: true })) {
        rows.push(describeRow(envelope?.subject ?? '', !flags?.has('\\Seen'), flags?.has('\\Flagged') ?? false))
      }
      return rows.sort()
    } finally {
      lock.release()
    }
  }

  /** Another program marks or moves something. */
  async outside(): Promise<string> {
    const place = this.dice.pick(['Inbox', 'Archive', 'Trash', 'Kept'] as const)
    const lock = await this.imap.getMailboxLock(pathOf[place])
    try {
      await this.imap.noop()
      const { exists } = this.imap.mailbox || { exists: 0 }
      if (exists === 0) return `outside: ${place} is empty`
      const which = String(this.dice.between(1, exists))
      const what = this.dice.pick(['read', 'unread', 'star', 'unstar', 'move'])
      if (what === 'move') await this.imap.messageMove(which, place === 'Inbox' ? 'Kept' : 'INBOX')
      else if (what.startsWith('un')) await this.imap.messageFlagsRemove(which, [flagOf(what)])
      else await this.imap.messageFlagsAdd(which, [flagOf(what)])
      return `outside: ${what} in ${place}`
    } finally {
      lock.release()
    }
  }
}

const flagOf = (what: string) => (what.endsWith('star') ? '\\Flagged' : '\\Seen')

const rowsOf = (page: Page) => page.getByRole('list', { name: 'Conversations' }).getByRole('listitem')

const shown = (page: Page): Promise<Shown> =>
  rowsOf(page).evaluateAll((rows) =>
    rows
      .map((row) => {
        const name = row.querySelector('a')?.textContent ?? ''
        const unread = row.textContent?.includes('unread') ? ' unread' : ''
        return `${name}${unread}${row.querySelector('[aria-pressed=true]') ? ' starred' : ''}`
      })
      .sort(),
  )

/** Waits no longer than a person would for something another browser may have taken away meanwhile. */
const soon = { timeout: 4_000 }

/** One thing a person does with the list in front of them. */
async function act(page: Page, dice: Random): Promise<string> {
  const kind = dice.pick([
    'star',
    'star',
    'read',
    'read',
    'archive',
    'delete',
    'move',
    'several',
    'undo',
    'undo',
    'look',
  ])
  if (kind === 'look') {
    const place = dice.pick(places)
    await open(page, place)
    return `look at ${place}`
  }
  if (kind === 'undo') {
    const undo = page.getByRole('button', { name: 'Undo' }).last()
    if (!(await undo.isVisible())) return 'nothing to undo'
    await undo.click(soon)
    return 'undo'
  }
  const count = await rowsOf(page).count()
  if (count === 0) return 'an empty list'
  const at = dice.between(0, count - 1)
  const row = rowsOf(page).nth(at)
  const name = await row.getByRole('link').first().innerText(soon)
  await perform(page, kind, at, dice)
  return `${kind} ${name}`
}

async function perform(page: Page, kind: string, at: number, dice: Random): Promise<void> {
  const row = rowsOf(page).nth(at)
  if (kind === 'star') return row.getByRole('button', { name: /^(Add|Remove) star$/ }).click(soon)
  if (kind === 'several' || kind === 'move') {
    await row.getByRole('checkbox').click(soon)
    if (kind === 'several')
      await rowsOf(page)
        .nth(at === 0 ? 1 : at - 1)
        .getByRole('checkbox')
        .click(soon)
    const toolbar = page.getByRole('toolbar', { name: 'Actions' })
    if (kind === 'several') {
      const name = dice.pick([/^(Add|Remove) star$/, /^Mark (un)?read$/, /^Archive$/, /^Delete$/])
      return toolbar.getByRole('button', { name }).first().click(soon)
    }
    await toolbar.getByRole('button', { name: 'Move to' }).click(soon)
    return page.getByRole('menuitem', { name: dice.pick([/^Kept/, /^Inbox/, /^Archive/]) }).click(soon)
  }
  await row.hover(soon)
  const names = { read: /^Mark (un)?read$/, archive: /^Archive$/, delete: /^Delete$/ } as const
  await row.getByRole('button', { name: names[kind as keyof typeof names] }).click(soon)
}

async function open(page: Page, place: Place): Promise<void> {
  await page.keyboard.press('Escape')
  if (place === 'Archive') await page.goto('/mail/archive')
  else await new MailboxPage(page).goTo(place)
}

/** Every place looks the same in both browsers, and as IMAP has it. */
async function expectSame(world: World, checkpoint: string): Promise<void> {
  const { browsers, done } = world
  for (const place of places) {
    await Promise.all(browsers.map((page) => open(page, place)))
    const looks = async () => {
      const [first, second, truth] = await Promise.all([...browsers.map(shown), world.truth(place)])
      return isDeepStrictEqual(first, truth) && isDeepStrictEqual(second, truth) ? 'same' : { first, second, truth }
    }
    const message = `${checkpoint}, ${place}; the last actions: ${done.slice(-12).join('; ')}`
    await expect.poll(looks, { message, timeout: 20_000 }).toBe('same')
    const order = (page: Page) => rowsOf(page).getByRole('link').allInnerTexts()
    expect(await order(browsers[0]), message).toEqual(await order(browsers[1]))
  }
  await Promise.all(browsers.map((page) => open(page, 'Inbox')))
}

async function openBrowser(browser: Browser, account: TestAccount, baseURL: string | undefined): Promise<Page> {
  const context = await browser.newContext({ baseURL, locale: 'en-GB', viewport: { width: 1280, height: 1200 } })
  const page = await context.newPage()
  await signIn(page, account)
  await page.goto('/mail/inbox')
  return page
}

test('two browsers stay the same under 200 random actions made in both, and so does IMAP', async ({
  browser,
  account,
  baseURL,
}) => {
  test.setTimeout(480_000)
  const seed = process.env.WAYPOST_TEST_SEED ?? String(randomInt(1_000_000))
  console.log(`two browsers: WAYPOST_TEST_SEED=${seed}`)
  await withImap(account, async (imap) => {
    await imap.mailboxCreate('Kept')
    const pages: [Page, Page] = [
      await openBrowser(browser, account, baseURL),
      await openBrowser(browser, account, baseURL),
    ]
    const world = new World(account, pages, imap, new Random(seed))
    const { dice, done } = world
    let messages = 12
    for (let i = 0; i < messages; i += 1) await world.arrive()
    await expectSame(world, `seed ${seed}, at the start`)
    for (let step = 1; step <= actionCount; step += 1) {
      const who = dice.pick(['first', 'second', 'first', 'second', 'first', 'second', 'outside', 'arrival'] as const)
      if (who === 'arrival' && messages < most) {
        messages += 1
        await world.arrive()
        done.push('arrival')
      } else if (who === 'outside' || who === 'arrival') done.push(await world.outside())
      else {
        // What one browser reaches for may be gone by the other's doing: then it does nothing, as a person would.
        const did = await act(pages[who === 'first' ? 0 : 1], dice).catch(() => 'too late')
        done.push(`${who}: ${did}`)
      }
      if (step % checkEvery === 0) await expectSame(world, `seed ${seed}, after ${step} actions`)
    }
    const late = done.filter((did) => did.endsWith('too late')).length
    expect(late, 'most actions find what they reach for').toBeLessThan(actionCount / 2)
  })
})
