import { type ChangeQueue, mostChanged, type QueueChanged } from '@/lib/contract/queue'

/** Changes as many messages as it is given, one request after the other, and gives how many it was in all. */
export async function changeInParts(
  { queueIds, ...rest }: ChangeQueue,
  change: (body: ChangeQueue) => Promise<QueueChanged>,
): Promise<QueueChanged> {
  let changed = 0
  for (let at = 0; at < queueIds.length; at += mostChanged) {
    changed += (await change({ ...rest, queueIds: queueIds.slice(at, at + mostChanged) })).changed
  }
  return { changed }
}
