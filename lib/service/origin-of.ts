import type { MailAccount } from '@/lib/auth/signed-in'
import type { MessageRef } from '@/lib/contract/messages'
import type { Hop, MessageOrigin } from '@/lib/contract/origin'
import { findQueued } from '@/lib/db/delivery'
import { listMailHosts } from '@/lib/db/mail-hosts'
import { AppError } from '@/lib/errors'
import { fetchItems } from '@/lib/mail/imap/fetch-items'
import { fetchSections } from '@/lib/mail/imap/fetch-section'
import { trustedResults } from '@/lib/mail/mime/authentication-results'
import { type HeaderField, headerFields } from '@/lib/mail/mime/head-fields'
import { parseReceived, type Received } from '@/lib/mail/mime/received'
import { parseSpamResult } from '@/lib/mail/mime/spam-result'
import type { Filing } from '@/lib/service/delivery-facts'
import { filingRule } from '@/lib/service/filing-rule'
import { readRules } from '@/lib/service/filters/read-filters'
import { rulesOfFlags } from '@/lib/service/filters/rule-marks'
import { readKnown } from '@/lib/service/known-of'
import { mailboxById } from '@/lib/service/mailbox-directory'
import { parseMessageId, requireUidValidity } from '@/lib/service/message-ref'
import { ownAddresses } from '@/lib/service/own-addresses'
import { withMailbox } from '@/lib/service/with-mailbox'
import { witnessHops } from '@/lib/service/witness-hops'

const mostHops = 50
const headBytes = 256 * 1024
const wanted = 'HEADER.FIELDS (RECEIVED AUTHENTICATION-RESULTS X-SPAMD-RESULT X-SPAM MESSAGE-ID)'

type Head = { fields: HeaderField[]; flags: Set<string> }

async function readHead(account: MailAccount, path: string, ref: MessageRef): Promise<Head> {
  const { uidValidity, uid } = parseMessageId(ref.id)
  return withMailbox(account, path, async (connection) => {
    requireUidValidity(connection, uidValidity)
    const found = await fetchSections(connection, uid, [{ section: wanted, start: 0, length: headBytes }])
    const [message] = await fetchItems(connection, String(uid), ['UID', 'FLAGS'], 'uid')
    const head = found.get('HEADER.FIELDS')
    if (head === undefined || message === undefined) {
      throw new AppError('message-gone', 'the message is not there any more')
    }
    return { fields: headerFields(head.toString('utf8')), flags: message.flags }
  })
}

function toHop(hop: Received, before: Received | undefined, witnessed: boolean): Hop {
  const { at, from, by, protocol, tls, id } = hop
  const gap = at && before?.at ? (at.getTime() - before.at.getTime()) / 1000 : null
  return { from, by, protocol, tls, id, at: at?.toISOString() ?? null, witnessed, gap }
}

/** Fields that stand above the first hop nobody of ours wrote: below it everything came with the message. */
function ownPart(fields: HeaderField[], received: Received[], server: string): HeaderField[] {
  const strange = received.findIndex(({ by }) => by !== server)
  const hops = fields.filter(({ name }) => name === 'received')
  const border = strange < 0 ? undefined : hops[strange]
  return border === undefined ? fields : fields.slice(0, fields.indexOf(border))
}

function spamOf(fields: HeaderField[]): MessageOrigin['spam'] {
  const value = fields.findLast(({ name }) => name === 'x-spamd-result')?.value ?? ''
  const result = parseSpamResult(value)
  const marked = fields.some(({ name, value }) => name === 'x-spam' && value.toLowerCase() === 'yes')
  return result && { ...result, marked }
}

function filedBy(
  filing: Filing | undefined,
  { spam, rules }: Pick<MessageOrigin, 'spam' | 'rules'>,
): MessageOrigin['filed'] {
  if (filing === undefined || filing.action !== 'stored') return null
  const { at, target } = filing
  const rule = filingRule(target)
  // what the server did not mark, only the person's own rule can have put there
  const isOwn = rules.filed !== null || (rule === 'spam' && !spam?.marked)
  const by = isOwn ? 'own' : rule
  return { at: at.toISOString(), folder: target, rule: by }
}

/**
 * How a received message came, what our mail host found out about it, and which rule filed it.
 * @throws AppError `message-gone`, `mailbox-not-found`; MailError of the connection
 */
export async function originOf(account: MailAccount, ref: MessageRef): Promise<MessageOrigin> {
  const mailbox = await mailboxById(account, ref.mailbox)
  const { fields, flags } = await readHead(account, mailbox.path, ref)
  const valuesOf = (wanted: string) => fields.filter(({ name }) => name === wanted).map(({ value }) => value)
  const received = valuesOf('received').slice(0, mostHops).map(parseReceived)
  const messageId = valuesOf('message-id')[0] ?? ''
  const known = await readKnown(messageId === '' ? [] : await findQueued([messageId]))
  const names = new Map((await listMailHosts()).map(({ id, hostname }) => [id, hostname]))
  const witnessed = witnessHops(received, known, names, await ownAddresses(account))
  const hops = received.map((hop, i) => toHop(hop, received[i + 1], witnessed.has(hop))).reverse()
  const { results } = trustedResults(ownPart(fields, received, account.host.hostname), account.host.hostname)
  const spam = spamOf(fields)
  const rules = rulesOfFlags(await readRules(account), flags)
  const filing = known.filings.find(
    ({ user, session }) => user === account.address && (received[0]?.id === session || received.length === 0),
  )
  const filed = filedBy(filing, { spam, rules })
  return {
    hops,
    authentication: results,
    ignoredVerdicts: valuesOf('authentication-results').length - (results === null ? 0 : 1),
    spam,
    filed,
    rules,
    moved: filed !== null && filed.folder !== mailbox.path,
  }
}
