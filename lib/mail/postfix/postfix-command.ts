import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { isQueueId } from '@/lib/mail/postfix/queue-id'

const run = promisify(execFile)
const limits = { timeout: 10_000, maxBuffer: 64 * 1024 * 1024 }

/**
 * Runs one of Postfix's own commands on the instance whose configuration folder is `config`. No shell is between: each
 * argument is one argument. Needs the rights of root.
 * @throws Error with what the command said
 */
export async function postfixCommand(
  program: 'postconf' | 'postqueue' | 'postsuper',
  config: string,
  args: readonly string[],
): Promise<{ stdout: string; stderr: string }> {
  return run(`/usr/sbin/${program}`, ['-c', config, ...args], limits)
}

/** @throws RangeError for what is no queue id */
export function requireQueueIds(ids: readonly string[]): void {
  const strange = ids.find((id) => !isQueueId(id))
  if (strange !== undefined) throw new RangeError(`not a queue id: ${JSON.stringify(strange)}`)
}
