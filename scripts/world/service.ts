/** How to start a server in the foreground. */
export interface Launch {
  readonly command: string
  readonly args: readonly string[]
  readonly uid?: number
  readonly gid?: number
  readonly env?: NodeJS.ProcessEnv
  readonly cwd?: string
}

/** One server of the world: how it is made ready, started, asked for a sign of life, and ended. */
export interface Service {
  readonly name: string
  /** Where it answers, for people. */
  readonly address: string
  /** Writes configuration and folders; runs before the first start only. */
  prepare(): Promise<Launch>
  /** Asks the server itself; true when it serves. Must not throw. */
  answers(): Promise<boolean>
  /** What ends it in good order; SIGTERM when left out. */
  readonly stopSignal?: NodeJS.Signals
  /** Seconds for a good end before it is killed. */
  readonly stopSeconds?: number
}
