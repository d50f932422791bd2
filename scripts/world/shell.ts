import { execFile } from 'node:child_process'

/** A failure that the person at the keyboard can do something about; printed without a stack. */
export class WorldError extends Error {
  override readonly name = 'WorldError'
}

interface RunOptions {
  cwd?: string
  env?: NodeJS.ProcessEnv
  uid?: number
  gid?: number
}

/** Runs a program to its end and gives its standard output; throws WorldError with the end of what it said. */
export function run(command: string, args: readonly string[], options: RunOptions = {}): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = execFile(command, args, { ...options, maxBuffer: 1 << 26 }, (error, stdout, stderr) => {
      if (!error) return resolve(stdout)
      const said = `${stdout}${stderr}`.trim().split('\n').slice(-12).join('\n')
      reject(new WorldError(`${command} ${args.slice(0, 3).join(' ')} failed:\n${said || error.message}`))
    })
    // a program that ended before its input was closed is no fault
    child.stdin?.on('error', () => undefined).end()
  })
}

/** Turns a failed command into one readable message and exit status 1. */
export async function main(work: () => Promise<void>) {
  try {
    await work()
  } catch (error) {
    console.error(error instanceof WorldError ? error.message : error)
    process.exit(1)
  }
}
