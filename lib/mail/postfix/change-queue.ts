import { postfixCommand, requireQueueIds } from '@/lib/mail/postfix/postfix-command'

/** Options of postsuper(1). */
const options = { hold: '-h', release: '-H', delete: '-d', requeue: '-r' } as const
export type QueueChange = keyof typeof options

/**
 * Holds, releases, deletes or requeues messages of one queue. Gives how many it was; those that had left are no error.
 * @throws RangeError for what is no queue id; Error with what Postfix said
 */
export async function changeQueue(config: string, change: QueueChange, ids: readonly string[]): Promise<number> {
  requireQueueIds(ids)
  if (ids.length === 0) return 0
  const args = ids.flatMap((id) => [options[change], id])
  const { stderr } = await postfixCommand('postsuper', config, args)
  return Number(/: (\d+) messages?/.exec(stderr)?.[1] ?? 0)
}

/**
 * Has these deferred messages tried at once, whatever their next time is.
 * @throws RangeError for what is no queue id; Error with what Postfix said
 */
export async function retryQueued(config: string, ids: readonly string[]): Promise<void> {
  requireQueueIds(ids)
  for (const id of ids) await postfixCommand('postqueue', config, ['-i', id])
}

/** Has everything in the queue tried at once. */
export async function retryAll(config: string): Promise<void> {
  await postfixCommand('postqueue', config, ['-f'])
}
