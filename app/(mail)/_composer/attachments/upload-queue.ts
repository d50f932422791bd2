import { ApiError } from '@/lib/contract/client'
import type { Upload } from '@/lib/contract/uploads'

/** One file on its way to the upload store. `sent` counts bytes; `error` says why it stopped. */
export type PendingUpload = {
  id: string
  file: File
  size: number
  sent: number
  state: 'waiting' | 'sending' | 'failed'
  error: ApiError | null
  inline: boolean
}

type Send = (file: File, onProgress: (sent: number) => void, signal: AbortSignal) => Promise<Upload>
type Done = (upload: Upload, pending: PendingUpload) => void

/** Two at a time: a third would only make each of them slower. */
const parallel = 2

/** The uploads of one message that are not done yet. `done` is called once for each that arrived. */
export class UploadQueue {
  #pending: PendingUpload[] = []
  readonly #aborts = new Map<string, AbortController>()
  readonly #listeners = new Set<() => void>()
  readonly #send: Send
  readonly #done: Done
  #next = 0

  constructor(send: Send, done: Done) {
    this.#send = send
    this.#done = done
  }

  subscribe = (listener: () => void) => {
    this.#listeners.add(listener)
    return () => {
      this.#listeners.delete(listener)
    }
  }

  /** The same array until something changes. */
  pending = (): PendingUpload[] => this.#pending

  add(files: File[], inline: boolean) {
    const added = files.map((file): PendingUpload => {
      this.#next += 1
      return { id: `u${this.#next}`, file, size: file.size, sent: 0, state: 'waiting', error: null, inline }
    })
    this.#set([...this.#pending, ...added])
    this.#pump()
  }

  cancel(id: string) {
    this.#aborts.get(id)?.abort(new DOMException('cancelled', 'AbortError'))
    this.#set(this.#pending.filter((each) => each.id !== id))
    this.#pump()
  }

  retry(id: string) {
    this.#patch(id, { state: 'waiting', sent: 0, error: null })
    this.#pump()
  }

  /** After signing in again, or when the network is back. */
  retryAll() {
    for (const { id, error } of this.#pending) if (error?.retryable || error?.code === 'not-signed-in') this.retry(id)
  }

  cancelAll() {
    for (const each of this.#pending) this.cancel(each.id)
  }

  #pump() {
    const sending = this.#pending.filter((each) => each.state === 'sending').length
    const next = this.#pending.find((each) => each.state === 'waiting')
    if (!next || sending >= parallel) return
    void this.#run(next)
    this.#pump()
  }

  async #run(pending: PendingUpload) {
    const abort = new AbortController()
    this.#aborts.set(pending.id, abort)
    this.#patch(pending.id, { state: 'sending' })
    try {
      const upload = await this.#send(pending.file, (sent) => this.#patch(pending.id, { sent }), abort.signal)
      if (abort.signal.aborted) return
      this.#set(this.#pending.filter((each) => each.id !== pending.id))
      this.#done(upload, pending)
    } catch (error) {
      if (!abort.signal.aborted) this.#patch(pending.id, { state: 'failed', error: asApiError(error) })
    } finally {
      this.#aborts.delete(pending.id)
      this.#pump()
    }
  }

  #patch(id: string, change: Partial<PendingUpload>) {
    this.#set(this.#pending.map((each) => (each.id === id ? { ...each, ...change } : each)))
  }

  #set(pending: PendingUpload[]) {
    this.#pending = pending
    for (const listener of this.#listeners) listener()
  }
}

const asApiError = (error: unknown) =>
  error instanceof ApiError ? error : new ApiError({ code: 'internal', retryable: true }, { cause: error })
