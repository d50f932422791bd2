import MimeNode from 'nodemailer/lib/mime-node'
import type { OutgoingAddress } from '@/lib/mail/mime/build-message'

/** A read receipt to be sent. Addresses are parsed, header texts free of line ends before they come here. */
export type Receipt = {
  /** With angle brackets. */
  messageId: string
  date: Date
  /** The reader, as the address the original was to. */
  from: OutgoingAddress
  to: string[]
  subject: string
  /** What a person reads. */
  text: string
  /** Message-ID of the message that was read, with angle brackets. */
  originalMessageId: string
  /** Some of its header fields, as they came. */
  originalHeader: Buffer
}

/** RFC 8098 section 3.2: the reader said that it may be sent, and the message was on the screen; no more than that is claimed. */
function disposition({ from, originalMessageId }: Receipt): string {
  const domain = from.address.slice(from.address.lastIndexOf('@') + 1)
  return [
    `Reporting-UA: ${domain}; Waypost`,
    `Final-Recipient: rfc822; ${from.address}`,
    `Original-Message-ID: ${originalMessageId}`,
    'Disposition: manual-action/MDN-sent-manually; displayed',
    '',
  ].join('\r\n')
}

/**
 * A message disposition notification (RFC 8098 section 3) as bytes for the wire, ASCII. There is no Original-Recipient: our
 * delivery agent never writes that field, so one in a message is its sender's word.
 */
export function buildReceipt(receipt: Receipt): Promise<Buffer> {
  const { messageId, date, from, to, subject, text, originalMessageId, originalHeader } = receipt
  const root = new MimeNode('multipart/report; report-type=disposition-notification', { newline: 'windows' })
  root.setHeader({
    from: from.name === '' ? from.address : { name: from.name, address: from.address },
    to,
    subject,
    date: date.toUTCString().replace('GMT', '+0000'),
    'message-id': messageId,
    'in-reply-to': originalMessageId,
    references: originalMessageId,
    // RFC 3834 section 5: no vacation answer to this one
    'auto-submitted': 'auto-replied',
  })
  root.createChild('text/plain; charset=utf-8').setContent(text)
  root.createChild('message/disposition-notification').setContent(disposition(receipt))
  root.createChild('text/rfc822-headers').setContent(originalHeader)
  return root.build()
}
