import { randomBytes } from 'node:crypto'
import { addresses, type HostName } from '@/e2e/world'
import { SmtpTalk } from '@/mailserver/smtp-talk'

/** Every rspamd calls a text with this spam; see mailserver/rspamd/rspamd.local.lua. */
export const spamText = 'YJS*C4JDBQADN1.NSBN3*2IDNEN*GTUBE-STANDARD-ANTI-UBE-TEST-EMAIL*C.34X'

type Letter = { from: string; to: string; subject: string; text: string }

/** Hands a message to port 25 of a host, as the server of a stranger does. @throws Error with what the host said */
export async function sendFromOutside(host: HostName, { from, to, subject, text }: Letter): Promise<void> {
  const talk = await SmtpTalk.open(addresses[host])
  const head = [
    `From: <${from}>`,
    `To: <${to}>`,
    `Subject: ${subject}`,
    `Message-ID: <x${randomBytes(5).toString('hex')}@a.test>`,
  ]
  await talk.say(`MAIL FROM:<${from}>`)
  const accepted = await talk.say(`RCPT TO:<${to}>`)
  if (!accepted.startsWith('250')) throw new Error(`The recipient was not taken: ${accepted}`)
  await talk.say('DATA')
  talk.write(`${head.join('\r\n')}\r\n\r\n${text}\r\n.\r\n`)
  const taken = await talk.reply()
  talk.close()
  if (!taken.startsWith('250')) throw new Error(`The message was not taken: ${taken}`)
}
