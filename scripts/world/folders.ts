import { chmodSync, chownSync, lstatSync, mkdirSync, rmdirSync, rmSync, statSync, symlinkSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { data, logs, run as runFolder, secrets, served } from './paths'
import { run, WorldError } from './shell'
import type { SystemUser } from './users'

/** Makes a folder with this owner and mode, also when it is there already. */
export function folder(path: string, mode: number, owner: SystemUser = { uid: 0, gid: 0 }): string {
  mkdirSync(path, { recursive: true })
  chownSync(path, owner.uid, owner.gid)
  chmodSync(path, mode)
  return path
}

/** Whether every folder above `path` lets other users through. */
function reachable(path: string): boolean {
  for (let at = dirname(path); ; at = dirname(at)) {
    if ((statSync(at).mode & 0o001) === 0) return false
    if (at === '/') return true
  }
}

/**
 * Shows the data folder to the servers at a short path that their users can enter: a link when its own path is open
 * to all, else (under /root, say) a bind mount, taken away at stop.
 */
async function serveData() {
  if (lstatSync(served, { throwIfNoEntry: false })) return
  if (reachable(data)) return symlinkSync(data, served)
  mkdirSync(served)
  try {
    await run('mount', ['--bind', data, served])
  } catch (cause) {
    rmdirSync(served)
    throw new WorldError(
      `The servers' own users cannot enter ${data}, and a bind mount is not possible here (${String(cause)}).\n` +
        'Choose a folder that is open to all, for example: WAYPOST_DATA=/var/lib/waypost npm run demo',
    )
  }
}

/** The folders every start needs. */
export async function makeFolders() {
  folder(data, 0o755)
  folder(secrets, 0o700)
  folder(join(secrets, 'token-keys'), 0o700)
  folder(logs, 0o755)
  folder(runFolder, 0o755)
  await serveData()
}

/** Removes the run folder, and never what a mount inside it shows. */
export async function removeRunFolder() {
  const entry = lstatSync(served, { throwIfNoEntry: false })
  if (entry?.isDirectory()) await run('umount', [served])
  // rmdir refuses a folder that is not empty, so a mount that stayed is never emptied
  if (entry?.isDirectory()) rmdirSync(served)
  else rmSync(served, { force: true })
  rmSync(runFolder, { recursive: true, force: true })
}
