import { createAccount } from '@/e2e/accounts'
import { append } from '@/e2e/deliver'
import { expect, test } from '@/e2e/fixtures'
import { Composer } from '@/e2e/pages/composer'
import { MailboxPage } from '@/e2e/pages/mailbox'

test('what offers Undo stays while it is pointed at or has the focus, and goes some time after', async ({
  inbox,
  account,
}) => {
  await append(account, 'From: Ann <ann@example.net>\r\nSubject: File me\r\n\r\nHello\r\n')
  await new MailboxPage(inbox).row('File me').getByRole('link').focus()
  await inbox.clock.install()
  await inbox.keyboard.press('e')
  const undo = inbox.getByRole('button', { name: 'Undo' })
  await undo.hover()
  await inbox.clock.fastForward(60_000)
  await expect(undo).toBeVisible()
  await undo.focus()
  await inbox.mouse.move(640, 10)
  await inbox.clock.fastForward(60_000)
  await expect(undo).toBeVisible()
  await undo.blur()
  await inbox.clock.fastForward(9_000)
  await expect(undo).toBeVisible()
  await inbox.clock.fastForward(2_000)
  await expect(undo).toHaveCount(0)
})

test('an Undo that the server promises for some seconds goes with them', async ({ inbox }) => {
  const headers = { origin: new URL(inbox.url()).origin }
  await inbox.request.put('/api/preferences', { data: { undoSeconds: 10 }, headers })
  const receiver = await createAccount('red')
  const composer = await new Composer(inbox).open()
  await composer.fill({ to: receiver.address, subject: 'On its way', body: 'Hello' })
  await composer.send()
  const undo = inbox.getByRole('button', { name: 'Undo' })
  await undo.hover()
  await expect(undo).toHaveCount(0, { timeout: 20_000 })
})
