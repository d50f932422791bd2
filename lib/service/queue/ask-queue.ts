import type { MailAccount } from '@/lib/auth/signed-in'
import { listen } from '@/lib/db/listen'
import {
  answerChannel,
  askQueue,
  type CommandEnd,
  findCommandEnd,
  newCommandId,
  takeBackCommand,
} from '@/lib/db/queue-commands'
import { AppError } from '@/lib/errors'
import type { QueueCommand } from '@/lib/service/queue/queue-command'

const patienceMs = 12_000
/** What a worker has begun is soon done or failed, and then it is not true that nobody answered. */
const begunMs = 3_000
/** The table is looked at besides: a notification that was told while the connection was away is lost. */
const lookAgainMs = 750

const shared = globalThis as typeof globalThis & { waypostAnswers?: Map<string, () => void> }

/** Whoever waits for an answer, by the id of the command. */
function waiting(): Map<string, () => void> {
  if (!shared.waypostAnswers) {
    const waiters = new Map<string, () => void>()
    shared.waypostAnswers = waiters
    listen(answerChannel, (id) => waiters.get(id)?.())
  }
  return shared.waypostAnswers
}

/** How it ended. What no worker began meanwhile is taken back, so that it is not done after all when nobody waits. */
async function ended(id: string): Promise<CommandEnd | null> {
  const end = await endedWithin(id, patienceMs)
  if (end !== null || (await takeBackCommand(id))) return end
  return (await endedWithin(id, begunMs)) ?? findCommandEnd(id)
}

async function endedWithin(id: string, ms: number): Promise<CommandEnd | null> {
  const until = Date.now() + ms
  while (Date.now() < until) {
    const told = new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, lookAgainMs)
      waiting().set(id, () => {
        clearTimeout(timer)
        resolve()
      })
    })
    const end = await findCommandEnd(id)
    if (end !== null) return end
    await told
  }
  return null
}

/**
 * Asks the worker beside a Postfix and waits for its answer: the web itself never touches a queue. Whether the account
 * may ask this, the caller has checked.
 * @throws AppError `queue-silent` when no worker answers, `queue-refused` when Postfix would not
 */
export async function askMailQueue(
  account: MailAccount,
  queue: string,
  command: QueueCommand,
): Promise<{ id: string; answer: unknown }> {
  const id = newCommandId()
  try {
    await askQueue(id, queue, account.accountId, command)
    const end = await ended(id)
    if (end === null)
      throw new AppError('queue-silent', `no worker answers for the queue ${queue}`, { retryable: true })
    if (end.state === 'failed') throw new AppError('queue-refused', `the queue ${queue} refused ${command.verb}`)
    return { id, answer: end.answer }
  } finally {
    waiting().delete(id)
  }
}
