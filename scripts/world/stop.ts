import { removeRunFolder } from './folders'
import { isAlive, signalGroup, until } from './processes'
import { forgetState, readState } from './state'

/** Ends what this data folder's supervisor started, and nothing else; false when nothing ran. */
export async function stopWorld(): Promise<boolean> {
  const state = readState()
  if (!state) return false
  if (isAlive(state.supervisor)) process.kill(state.supervisor.pid, 'SIGTERM')
  await until(() => !isAlive(state.supervisor), 60)
  // only when the supervisor was killed: its servers lived on
  for (const { mark } of state.servers.toReversed()) {
    if (!isAlive(mark)) continue
    signalGroup(mark.pid, 'SIGTERM')
    if (!(await until(() => !isAlive(mark), 10))) signalGroup(mark.pid, 'SIGKILL')
  }
  await removeRunFolder()
  forgetState()
  return true
}
