import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { env } from '@/lib/env'

type Server = { name: string; mark: { pid: number } }

/** The process id of a piece of the running world, by the name `npm run status` gives it. Its process leads a group. */
function pidOf(name: string): number {
  const { servers } = JSON.parse(readFileSync(join(env.data, 'world.json'), 'utf8')) as { servers: Server[] }
  const server = servers.find((candidate) => candidate.name === name)
  if (server === undefined) throw new Error(`The world has no ${name}.`)
  return server.mark.pid
}

/**
 * Ends a piece without a word, its own children too; the supervisor starts it again after half a second or more.
 * @returns false where it was down already, from a kill a moment before
 */
export function kill(name: string): boolean {
  try {
    return process.kill(-pidOf(name), 'SIGKILL')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false
    throw error
  }
}

/** Stops a piece in its tracks: it neither answers nor ends, as when its machine is out of reach. Gives what lets it go on. */
export function freeze(name: string): () => void {
  const pid = pidOf(name)
  process.kill(-pid, 'SIGSTOP')
  return () => process.kill(-pid, 'SIGCONT')
}
