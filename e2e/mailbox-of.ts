import { type ParsedMail, simpleParser } from 'mailparser'
import type { TestAccount } from '@/e2e/accounts'
import { withImap } from '@/e2e/deliver'

/** Every message of a mailbox, parsed, oldest first. */
export function messagesIn(account: TestAccount, mailbox = 'INBOX'): Promise<ParsedMail[]> {
  return withImap(account, async (client) => {
    const lock = await client.getMailboxLock(mailbox)
    try {
      const parsed: ParsedMail[] = []
      for await (const message of client.fetch('1:*', { source: true })) {
        if (message.source) parsed.push(await simpleParser(message.source))
      }
      return parsed
    } finally {
      lock.release()
    }
  })
}

/** Waits until a message with that subject (or one that contains it) is there. Throws after `seconds`. */
export async function waitForMessage(
  account: TestAccount,
  subject: string,
  mailbox = 'INBOX',
  seconds = 40,
): Promise<ParsedMail> {
  const deadline = Date.now() + seconds * 1000
  while (Date.now() < deadline) {
    const found = (await messagesIn(account, mailbox)).find((message) => message.subject?.includes(subject))
    if (found) return found
    await new Promise((again) => setTimeout(again, 250))
  }
  throw new Error(`No message "${subject}" came to ${account.address} (${mailbox}) within ${seconds} s.`)
}
