import type { DraftCopies } from '@/app/(mail)/_state/draft-copies'
import { ApiError } from '@/lib/contract/client'
import type { Draft, DraftSaved, MessageSent, SendOptions } from '@/lib/contract/drafts'
import type { MessageRef } from '@/lib/contract/messages'

/**
 * Where a draft stands. `unsaved`: the server refused or did not answer; `kept` says whether this browser holds a
 * copy. `untouched`: nothing was written since it was opened, so there is nothing to save.
 */
export type DraftStatus =
  | { kind: 'untouched' }
  | { kind: 'changed' }
  | { kind: 'saving' }
  | { kind: 'saved'; at: string }
  | { kind: 'unsaved'; error: ApiError; kept: boolean }
  | { kind: 'sending' }
  | { kind: 'gone' }

export type DraftSnapshot = { draft: Draft; status: DraftStatus }

export type DraftServer = {
  save: (draft: Draft, saved: MessageRef | null) => Promise<DraftSaved>
  send: (draft: Draft, saved: MessageRef | null, options: Partial<SendOptions>) => Promise<MessageSent>
  remove: (saved: MessageRef) => Promise<unknown>
}

type Start = { account: string; draft: Draft; saved: MessageRef | null; changed?: boolean }

const keepAfter = 300
const largeDraft = 1_048_576

/** Milliseconds from the last change to a save: every save builds the whole message again, so big ones wait longer. */
export function saveDelay(draft: Draft): number {
  const bytes = draft.attachments.reduce((sum, each) => sum + each.size, draft.html.length)
  return Math.min(30_000, 2000 + Math.floor(bytes / largeDraft) * 1000)
}

/** Milliseconds until a failed save is tried again: 5 s, doubling to a minute. */
const retryDelay = (failures: number) => Math.min(60_000, 2500 * 2 ** failures)

/**
 * One message while it is written. Saves one after the other, each naming the message the last one left in Drafts, so
 * that there are never two drafts of one message; keeps a copy in this browser from every change until it is saved.
 */
export class DraftSession {
  #draft: Draft
  #saved: MessageRef | null
  #status: DraftStatus
  #snapshot: DraftSnapshot
  #revision = 0
  #savedRevision = 0
  #failures = 0
  #running: Promise<void> | null = null
  #saveTimer: ReturnType<typeof setTimeout> | undefined
  #keepTimer: ReturnType<typeof setTimeout> | undefined
  readonly #listeners = new Set<() => void>()
  readonly #account: string
  readonly #server: DraftServer
  readonly #copies: DraftCopies

  constructor(start: Start, server: DraftServer, copies: DraftCopies) {
    this.#account = start.account
    this.#draft = start.draft
    this.#saved = start.saved
    this.#server = server
    this.#copies = copies
    this.#status = { kind: 'untouched' }
    this.#snapshot = { draft: this.#draft, status: this.#status }
    if (start.changed) this.change({})
  }

  subscribe = (listener: () => void) => {
    this.#listeners.add(listener)
    return () => {
      this.#listeners.delete(listener)
    }
  }

  /** The same object until something changes. */
  snapshot = (): DraftSnapshot => this.#snapshot

  /** True while the server does not have everything that was written. */
  get dirty(): boolean {
    return this.#revision !== this.#savedRevision && this.#status.kind !== 'gone'
  }

  /** The message in Drafts the server has of this one, if any. */
  get saved(): MessageRef | null {
    return this.#saved
  }

  change(patch: Partial<Draft> | ((draft: Draft) => Partial<Draft>)) {
    if (this.#status.kind === 'gone') return
    this.#draft = { ...this.#draft, ...(typeof patch === 'function' ? patch(this.#draft) : patch) }
    this.#revision += 1
    const busy = this.#status.kind === 'saving' || this.#status.kind === 'sending' || this.#status.kind === 'unsaved'
    this.#publish(busy ? this.#status : { kind: 'changed' })
    if (this.#keepTimer === undefined) this.#keepTimer = setTimeout(() => void this.keep(), keepAfter)
    this.#schedule(saveDelay(this.#draft))
  }

  /** What stands there before anybody writes. It is no change: for it alone nothing is saved. */
  prefill(patch: Partial<Draft>) {
    if (this.#status.kind !== 'untouched') return
    this.#draft = { ...this.#draft, ...patch }
    this.#publish(this.#status)
  }

  /** Writes the copy of this browser now. False where the browser does not let us. */
  async keep(): Promise<boolean> {
    clearTimeout(this.#keepTimer)
    this.#keepTimer = undefined
    if (!this.dirty) return true
    try {
      const { messageId } = this.#draft
      const keptAt = new Date().toISOString()
      await this.#copies.put({ messageId, account: this.#account, draft: this.#draft, saved: this.#saved, keptAt })
      // saved, sent or discarded while the copy was being written: it must not come back as something lost
      if (!this.dirty) await this.#forget()
      return true
    } catch {
      return false
    }
  }

  /** Saves what is not saved yet; resolves when the server has it all or has refused. Never rejects: see `status`. */
  async save(): Promise<void> {
    clearTimeout(this.#saveTimer)
    while (this.#running) await this.#running
    if (!this.dirty || this.#status.kind === 'sending') return
    this.#running = this.#saveOnce().finally(() => {
      this.#running = null
    })
    await this.#running
  }

  /** Sends the message once a save under way is over. Throws `ApiError`; then everything is as it was before. */
  async send(options: Partial<SendOptions> = {}): Promise<MessageSent> {
    clearTimeout(this.#saveTimer)
    while (this.#running) await this.#running
    clearTimeout(this.#saveTimer)
    this.#publish({ kind: 'sending' })
    try {
      const sent = await this.#server.send(this.#draft, this.#saved, options)
      this.#end()
      return sent
    } catch (error) {
      this.#publish({ kind: 'changed' })
      this.#revision += 1
      await this.keep()
      this.#schedule(saveDelay(this.#draft))
      throw asApiError(error)
    }
  }

  /** Removes the message from Drafts and from this browser. What was written stays in `snapshot()` for an undo. */
  async discard(): Promise<void> {
    clearTimeout(this.#saveTimer)
    while (this.#running) await this.#running
    this.#end()
    if (this.#saved) await this.#server.remove(this.#saved)
  }

  #end() {
    clearTimeout(this.#saveTimer)
    clearTimeout(this.#keepTimer)
    this.#keepTimer = undefined
    this.#publish({ kind: 'gone' })
    void this.#forget()
  }

  async #saveOnce(): Promise<void> {
    const revision = this.#revision
    this.#publish({ kind: 'saving' })
    try {
      const { saved, savedAt } = await this.#server.save(this.#draft, this.#saved)
      this.#saved = saved
      this.#savedRevision = revision
      this.#failures = 0
      const more = this.dirty
      this.#publish(more ? { kind: 'changed' } : { kind: 'saved', at: savedAt })
      if (more) this.#schedule(saveDelay(this.#draft))
      else await this.#forget()
    } catch (error) {
      await this.#notSaved(asApiError(error))
    }
  }

  async #notSaved(error: ApiError): Promise<void> {
    this.#failures += 1
    const kept = await this.keep()
    this.#publish({ kind: 'unsaved', error, kept })
    if (error.retryable || error.code === 'not-signed-in') this.#schedule(retryDelay(this.#failures))
  }

  async #forget(): Promise<void> {
    try {
      await this.#copies.remove(this.#draft.messageId)
    } catch {
      // a browser that keeps no copies has none to remove
    }
  }

  #schedule(delay: number) {
    clearTimeout(this.#saveTimer)
    this.#saveTimer = setTimeout(() => void this.save(), delay)
  }

  #publish(status: DraftStatus) {
    this.#status = status
    this.#snapshot = { draft: this.#draft, status }
    for (const listener of this.#listeners) listener()
  }
}

const asApiError = (error: unknown) =>
  error instanceof ApiError ? error : new ApiError({ code: 'internal', retryable: true }, { cause: error })
