import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { createAccount } from '@/e2e/accounts'
import { append, withImap } from '@/e2e/deliver'
import { waitForMessage } from '@/e2e/mailbox-of'
import { sendFromOutside, spamText } from '@/mailserver/from-outside'
import { rspamd } from '@/scripts/world/addresses'

const unique = (text: string) => `${text} ${randomBytes(5).toString('hex')}`
/** How many messages rspamd has learned, of both kinds. */
async function learned(): Promise<number> {
  const answer = await fetch(`http://${rspamd.address}:${rspamd.controllerPort}/stat`)
  return ((await answer.json()) as { learned: number }).learned
}

async function learnedMoreThan(before: number): Promise<boolean> {
  for (let tries = 0; tries < 80; tries += 1) {
    if ((await learned()) > before) return true
    await new Promise((again) => setTimeout(again, 250))
  }
  return false
}

test('what rspamd marks lies in the Spam folder', async () => {
  const to = await createAccount('red')
  const subject = unique('Marked')
  await sendFromOutside('red', { from: 'someone@example.net', to: to.address, subject, text: spamText })
  await waitForMessage(to, subject, 'Spam')
})

test('mail that only claims to come from blue lies in the Spam folder, with the verdict', async () => {
  const to = await createAccount('red')
  const subject = unique('Forged')
  await sendFromOutside('red', { from: 'brian@blueemailserver.com', to: to.address, subject, text: 'It is really me.' })
  await waitForMessage(to, subject, 'Spam')
})

test('a message moved into Spam is learned as spam, and moved out of it as wanted', async () => {
  const account = await createAccount('red')
  const words = Array.from({ length: 80 }, () => randomBytes(4).toString('hex')).join(' ')
  await append(account, `From: a@b.test\r\nTo: ${account.address}\r\nSubject: Learn\r\n\r\n${words}\r\n`)
  await withImap(account, async (client) => {
    const before = await learned()
    await client.mailboxOpen('INBOX')
    await client.messageMove('1', 'Spam')
    expect(await learnedMoreThan(before)).toBe(true)
    const between = await learned()
    await client.mailboxOpen('Spam')
    await client.messageMove('1', 'INBOX')
    expect(await learnedMoreThan(between)).toBe(true)
  })
})
