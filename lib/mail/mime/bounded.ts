import { createContext, Script } from 'node:vm'

const script = new Script('work()')
// one for all: making a context costs more than most of the work
const context = createContext({ work: () => {} })

/**
 * Runs synchronous work and stops it from outside when its time is over: what a hostile message makes a parser do
 * can never hold the server longer than this (security class 12).
 * @throws Error with code `ERR_SCRIPT_EXECUTION_TIMEOUT`, and whatever the work throws
 */
export function withinTime<T>(milliseconds: number, work: () => T): T {
  let result: { value: T } | undefined
  context.work = () => {
    result = { value: work() }
  }
  script.runInContext(context, { timeout: milliseconds })
  if (result === undefined) throw new Error('the work left without an end')
  return result.value
}
