/** Accounts that wait for a turn, each once. What has news goes before what only fills; each line is first come, first served. */
export class AccountQueue {
  readonly #news = new Set<string>()
  readonly #filling = new Set<string>()
  /** Accounts that have their turn now, and those of them that got news meanwhile. */
  readonly #running = new Set<string>()
  readonly #again = new Set<string>()
  readonly #wakers = new Set<() => void>()

  get waiting(): number {
    return this.#news.size + this.#filling.size
  }

  get running(): number {
    return this.#running.size
  }

  /** Something happened in the account. */
  addNews(address: string): void {
    if (this.#running.has(address)) this.#again.add(address)
    else {
      this.#filling.delete(address)
      this.#news.add(address)
      this.wakeAll()
    }
  }

  /** The account is to be looked at, in its own time. */
  addFilling(address: string): void {
    if (this.#running.has(address) || this.#news.has(address)) return
    this.#filling.add(address)
    this.wakeAll()
  }

  /** The next account, for a worker that takes everything or news only; null when none waits. Call `done` afterwards. */
  take(newsOnly: boolean): string | null {
    const from = this.#news.size > 0 ? this.#news : newsOnly ? null : this.#filling
    for (const address of from ?? []) {
      from?.delete(address)
      this.#running.add(address)
      return address
    }
    return null
  }

  /** The turn is over; `more` when it did not suffice. */
  done(address: string, more: boolean): void {
    this.#running.delete(address)
    if (this.#again.delete(address)) this.addNews(address)
    else if (more) this.addFilling(address)
  }

  /** Until something is added, or `milliseconds` have gone. */
  changed(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const wake = () => {
        clearTimeout(timer)
        this.#wakers.delete(wake)
        resolve()
      }
      const timer = setTimeout(wake, milliseconds)
      this.#wakers.add(wake)
    })
  }

  /** Lets everybody who waits look again. */
  wakeAll(): void {
    for (const wake of this.#wakers) wake()
  }
}
