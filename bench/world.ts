import { spawn } from 'node:child_process'
import { once } from 'node:events'

/** Runs one of the project's commands in the bench's world and shows what it says. Throws when it fails. */
export async function script(...args: string[]): Promise<void> {
  const child = spawn(process.execPath, ['scripts/bootstrap.mjs', ...args], { stdio: 'inherit' })
  const [code] = await once(child, 'exit')
  if (code !== 0) throw new Error(`"${args.join(' ')}" ended with ${code}.`)
}

type Undo = () => Promise<void> | void

/** What was started and has to end again, last first, also after Ctrl-C. */
export class Ending {
  readonly #undos: Undo[] = []
  #ended: Promise<void> | null = null

  constructor() {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
      process.once(signal, () => void this.end().then(() => process.exit(130)))
  }

  add(undo: Undo): void {
    this.#undos.push(undo)
  }

  end(): Promise<void> {
    this.#ended ??= this.#run()
    return this.#ended
  }

  async #run() {
    for (const undo of this.#undos.toReversed()) {
      try {
        await undo()
      } catch (error) {
        console.error('Something did not end well:', error)
      }
    }
  }
}
