import { z } from 'zod'
import { postfixCommand } from '@/lib/mail/postfix/postfix-command'

/** One line of `postqueue -j` (postqueue(1), JSON object format). */
const line = z.object({
  queue_name: z.string(),
  queue_id: z.string(),
  /** Seconds since 1970. */
  arrival_time: z.number(),
  message_size: z.number(),
  sender: z.string(),
  recipients: z.array(z.object({ address: z.string(), delay_reason: z.string().optional() })),
})

/** A message in a queue. `sender` is empty for notices; reasons are the words of other servers. */
export type QueuedMail = {
  queueId: string
  /** The queue it is in: `active`, `deferred`, `hold`. */
  state: string
  /** ISO 8601 UTC. */
  arrivedAt: string
  /** Bytes. */
  size: number
  sender: string
  recipients: { address: string; reason: string }[]
}

/** Reads the output of `postqueue -j`: a JSON object a line. Lines that are none are left out. */
export function parseQueue(output: string): QueuedMail[] {
  return output.split('\n').flatMap((text) => {
    const parsed = line.safeParse(readJson(text))
    if (!parsed.success) return []
    const { queue_name, queue_id, arrival_time, message_size, sender, recipients } = parsed.data
    return [
      {
        queueId: queue_id,
        state: queue_name,
        arrivedAt: new Date(arrival_time * 1000).toISOString(),
        size: message_size,
        sender: sender === 'MAILER-DAEMON' ? '' : sender,
        recipients: recipients.map(({ address, delay_reason }) => ({ address, reason: delay_reason ?? '' })),
      },
    ]
  })
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

type Wanted = { words: string; queueIds?: string[] | undefined; most: number }
/** The newest of what was found; how many were found, and how many wait in all. */
export type QueuePart = { entries: QueuedMail[]; found: number; waiting: number }

/** Everything that waits in the queue of the Postfix configured in `config`. */
export async function wholeQueue(config: string): Promise<QueuedMail[]> {
  return parseQueue((await postfixCommand('postqueue', config, ['-j'])).stdout)
}

/** A queue may be far longer than anybody reads. */
export function partOf(all: QueuedMail[], { words, queueIds, most }: Wanted): QueuePart {
  const ids = queueIds && new Set(queueIds)
  const found = all.filter((mail) => (ids?.has(mail.queueId) ?? true) && says(mail, words.trim().toLowerCase()))
  const newest = found.toSorted((a, b) => (a.arrivedAt < b.arrivedAt ? 1 : -1))
  return { entries: newest.slice(0, most), found: found.length, waiting: all.length }
}

const says = ({ queueId, sender, recipients }: QueuedMail, words: string): boolean =>
  words === '' ||
  [queueId, sender, ...recipients.flatMap(({ address, reason }) => [address, reason])].some((text) =>
    text.toLowerCase().includes(words),
  )
