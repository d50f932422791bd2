'use client'

/**
 * Runs `lead` in one tab of this browser at a time (Web Locks); when that tab closes, another goes on. Where there are
 * no locks (plain HTTP from another machine) every tab leads. `lead` gives what ends it; so does this.
 */
export function inOneTab(name: string, lead: () => () => void): { takeOver: () => void; leave: () => void } {
  const { locks } = navigator as { locks?: LockManager }
  if (!locks) return { takeOver: () => undefined, leave: lead() }
  let left = false
  let release: (() => void) | null = null
  const wait = new AbortController()
  const hold = () =>
    new Promise<void>((resolve) => {
      if (left) return resolve()
      const end = lead()
      release = () => {
        release = null
        end()
        resolve()
      }
    })
  const queue = () => locks.request(name, { signal: wait.signal }, hold).catch(lost)
  // Another tab took over a lock whose holder did not answer: this one queues up behind it.
  const lost = () => {
    release?.()
    if (!left) void queue()
  }
  void queue()
  return {
    takeOver: () => {
      if (!release && !left) void locks.request(name, { steal: true }, hold).catch(lost)
    },
    leave: () => {
      left = true
      wait.abort()
      release?.()
    },
  }
}
