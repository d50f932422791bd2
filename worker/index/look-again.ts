/** Names that come up again after a while, each once: at the earliest time that was asked for. */
export class LookAgain {
  readonly #due = new Map<string, { at: number; timer: NodeJS.Timeout }>()
  readonly #look: (name: string) => void

  constructor(look: (name: string) => void) {
    this.#look = look
  }

  /** Does nothing when the name comes up before that anyway. The process may end meanwhile. */
  in(milliseconds: number, name: string): void {
    const at = Date.now() + milliseconds
    const due = this.#due.get(name)
    if (due !== undefined && due.at <= at) return
    clearTimeout(due?.timer)
    const look = () => {
      this.#due.delete(name)
      this.#look(name)
    }
    this.#due.set(name, { at, timer: setTimeout(look, milliseconds).unref() })
  }
}
