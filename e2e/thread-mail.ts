import type { TestAccount } from '@/e2e/accounts'
import { withImap } from '@/e2e/deliver'

export type ThreadMail = {
  from: { name: string; address: string } | 'me'
  text: string
  mailbox?: string
  read?: boolean
}

const day = 86_400_000

/** Puts a conversation into the mailboxes of `account`: each message answers the one before, a day apart, the last now. */
export async function appendThread(account: TestAccount, subject: string, mails: ThreadMail[]): Promise<void> {
  const tag = `${Date.now()}-${Math.floor(Math.random() * 1e9)}`
  const id = (i: number) => `<thread-${tag}-${i}@blueemailserver.com>`
  await withImap(account, async (client) => {
    for (const [i, mail] of mails.entries()) {
      const mine = mail.from === 'me'
      const me = `${account.displayName} <${account.address}>`
      const other = mail.from === 'me' ? 'Maria Rossi <maria@red.example>' : `${mail.from.name} <${mail.from.address}>`
      const date = new Date(Date.now() - (mails.length - 1 - i) * day)
      const raw = [
        `From: ${mine ? me : other}`,
        `To: ${mine ? other : me}`,
        `Subject: ${i === 0 ? '' : 'Re: '}${subject}`,
        `Date: ${date.toUTCString()}`,
        `Message-ID: ${id(i)}`,
        ...(i === 0
          ? []
          : [
              `In-Reply-To: ${id(i - 1)}`,
              `References: ${mails
                .slice(0, i)
                .map((_, j) => id(j))
                .join(' ')}`,
            ]),
        'MIME-Version: 1.0',
        'Content-Type: text/plain; charset=utf-8',
        '',
        mail.text,
      ].join('\r\n')
      const flags = mail.read === false ? [] : ['\\Seen']
      await client.append(mail.mailbox ?? (mine ? 'Sent' : 'INBOX'), Buffer.from(raw), flags, date)
    }
  })
}
