/** Why an account waits: something happened in it, or it is to be looked at in its own time. */
export type Line = 'news' | 'filling'

/** Accounts that wait for a turn, each once and in one of two lines; each line is first come, first served. */
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

  /** The next account of the first of these lines in which one waits; null when none does. Call `done` afterwards. */
  take(lines: readonly Line[]): string | null {
    const waiting = { news: this.#news, filling: this.#filling }
    for (const line of lines) {
      for (const address of waiting[line]) {
        waiting[line].delete(address)
        this.#running.add(address)
        return address
      }
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
