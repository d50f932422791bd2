import { listen } from '@/lib/db/listen'
import { storeQueue } from '@/lib/db/mail-queues'
import { type CommandEnd, commandChannel, endCommand, takeCommand } from '@/lib/db/queue-commands'
import { log } from '@/lib/log'
import { changeQueue, retryQueued } from '@/lib/mail/postfix/change-queue'
import { instanceFacts } from '@/lib/mail/postfix/instance-facts'
import { type QueueCommand, queueCommandSchema } from '@/lib/service/queue/queue-command'
import { readQueue } from '@/lib/service/queue/read-queue'

export type PostfixConfig = { hostId: string; path: string }

const presenceMs = 10_000
/** A notification can be lost with its connection: the table is looked at besides. */
const lookAgainMs = 2_000

async function carryOut({ hostId, path: config }: PostfixConfig, command: QueueCommand): Promise<unknown> {
  if (command.verb === 'list') return readQueue(config, hostId, command)
  if (command.verb === 'retry') {
    await retryQueued(config, command.queueIds)
    return { changed: command.queueIds.length }
  }
  return { changed: await changeQueue(config, command.verb, command.queueIds) }
}

/** Carries out what the web asks of these Postfix, one after the other, and tells every few seconds that it is there. */
export class QueueKeeper {
  readonly state = { commands: 0, failing: false }
  readonly #configs: readonly PostfixConfig[]
  #timers: NodeJS.Timeout[] = []
  #unlisten = () => {}
  #running: Promise<void> | null = null
  #again = false

  constructor(configs: readonly PostfixConfig[]) {
    this.#configs = configs
  }

  async start(): Promise<void> {
    if (this.#configs.length === 0) return
    await this.#tellPresence()
    this.#unlisten = listen(commandChannel, () => this.#look())
    this.#timers = [
      setInterval(() => this.#look(), lookAgainMs),
      setInterval(() => void this.#tellPresence(), presenceMs),
    ]
  }

  async stop(): Promise<void> {
    this.#unlisten()
    for (const timer of this.#timers) clearInterval(timer)
    await this.#running
  }

  #look() {
    this.#again = true
    this.#running ??= this.#work().finally(() => {
      this.#running = null
    })
  }

  async #work() {
    while (this.#again) {
      this.#again = false
      try {
        await this.#carryOutAll()
        this.state.failing = false
      } catch (err) {
        this.state.failing = true
        log.warn({ err }, 'queue commands could not be read; trying again')
      }
    }
  }

  /** One at a time: what is not begun yet stays with who asked, whatever becomes of the one before it. */
  async #carryOutAll() {
    const queues = this.#configs.map(({ hostId }) => hostId)
    for (let next = await takeCommand(queues); next !== null; next = await takeCommand(queues)) {
      await endCommand(next.id, await this.#end(next.queue, next.command))
      this.state.commands++
    }
  }

  async #end(queue: string, command: unknown): Promise<CommandEnd> {
    const config = this.#configs.find(({ hostId }) => hostId === queue)
    try {
      if (config === undefined) throw new Error(`no configuration of ${queue}`)
      return { state: 'done', answer: await carryOut(config, queueCommandSchema.parse(command)) }
    } catch (err) {
      log.warn({ err, queue }, 'a queue command was not carried out')
      return { state: 'failed', answer: { reason: err instanceof Error ? err.message : 'unknown' } }
    }
  }

  async #tellPresence() {
    try {
      for (const { hostId, path } of this.#configs) await storeQueue({ id: hostId, ...(await instanceFacts(path)) })
    } catch (err) {
      log.warn({ err }, 'a queue could not be written down')
    }
  }
}
