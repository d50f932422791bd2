import type { MailAccount } from '@/lib/auth/signed-in'
import type { Delivery, DeliveryStates, RecipientDelivery } from '@/lib/contract/delivery'
import type { MessageRef } from '@/lib/contract/messages'
import { findQueued, type StoredEvent } from '@/lib/db/delivery'
import { listMailHosts } from '@/lib/db/mail-hosts'
import { listQueues } from '@/lib/db/mail-queues'
import { findReceipts } from '@/lib/db/read-receipts'
import { journeySteps } from '@/lib/service/journey-steps'
import { readKnown, withoutTag } from '@/lib/service/known-of'
import { messageIdsOf } from '@/lib/service/message-ids'
import { ownAddresses } from '@/lib/service/own-addresses'
import { filingsFor, nameOwnRules } from '@/lib/service/own-filing'
import { type Known, recipientDeliveries } from '@/lib/service/recipient-deliveries'
import { sentChain } from '@/lib/service/sent-chain'
import { summarize } from '@/lib/service/summarize-delivery'

/** What one person may see of a message they received: nothing of its other recipients. */
function seenBy(own: Set<string>, known: Known): Known {
  const mine = ({ recipient }: { recipient: string }) => own.has(withoutTag(recipient))
  const stays = new Set(known.tries.filter(mine).map(({ hostId, queueId }) => `${hostId} ${queueId}`))
  const visible = (event: StoredEvent) =>
    stays.has(`${event.hostId} ${event.queueId}`) && (event.recipient === '' || mine(event))
  return {
    stays: known.stays.filter(({ hostId, queueId }) => stays.has(`${hostId} ${queueId}`)),
    events: known.events.filter(visible),
    tries: known.tries.filter(mine),
    filings: known.filings.filter(({ user }) => own.has(user)),
  }
}

/** What either part tells, each fact once. */
const both = (a: Known, b: Known): Known => ({
  stays: [...new Set([...a.stays, ...b.stays])],
  events: [...new Set([...a.events, ...b.events])],
  tries: [...new Set([...a.tries, ...b.tries])],
  filings: [...new Set([...a.filings, ...b.filings])],
})

/** With what the recipients' programs said of reading it. */
async function withReceipts(account: MailAccount, messageId: string, recipients: RecipientDelivery[]) {
  const receipts = recipients.length === 0 ? [] : await findReceipts(account.accountId, messageId)
  return recipients.map((one) => {
    const found = receipts.find(({ recipient }) => recipient === one.recipient)
    return found === undefined ? one : { ...one, receipt: { kind: found.kind, at: found.at.toISOString() } }
  })
}

/** Of the hosts with mailboxes, and of those that only pass mail on. */
async function hostNames(): Promise<Map<string, string>> {
  const [hosts, queues] = await Promise.all([listMailHosts(), listQueues()])
  return new Map([...queues, ...hosts].map(({ id, hostname }) => [id, hostname]))
}

/**
 * Where a message is and how it came there, from what the logs of our mail hosts told. The sender sees every recipient;
 * a recipient sees their own part. Empty when our logs know nothing of it (any more).
 * @throws AppError `message-gone`, `mailbox-not-found`; MailError of the connection
 */
export async function deliveryOf(account: MailAccount, ref: MessageRef): Promise<Delivery> {
  const [messageId = ''] = (await messageIdsOf(account, [ref])).values()
  const stays = messageId === '' ? [] : await findQueued([messageId])
  const names = await hostNames()
  const known = await readKnown(stays)
  const own = await ownAddresses(account)
  const received = seenBy(own, known)
  const roots = stays.filter(({ login }) => login === account.address)
  const sent = filingsFor(own, sentChain(roots, known, names))
  return {
    messageId,
    sender: roots[0]?.sender ?? '',
    recipients: await withReceipts(
      account,
      messageId,
      await nameOwnRules(account, messageId, recipientDeliveries(roots, sent)),
    ),
    steps: journeySteps(both(sent, received), names),
  }
}

/** The state of many sent messages at once, for a list. Messages our logs know nothing of are left out. */
export async function deliveryStatesOf(account: MailAccount, refs: MessageRef[]): Promise<DeliveryStates> {
  const ids = await messageIdsOf(account, refs)
  const stays = await findQueued([...new Set(ids.values())])
  const known = await readKnown(stays)
  const names = await hostNames()
  const states: DeliveryStates['states'] = {}
  for (const [key, messageId] of ids) {
    const roots = stays.filter((stay) => stay.messageId === messageId && stay.login === account.address)
    const summary = summarize(roots, sentChain(roots, known, names))
    if (summary !== null) states[key] = summary
  }
  return { states }
}
