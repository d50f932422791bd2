/**
 * However often it is called, `work` runs once at a time and at most once every `pause` milliseconds; what is called for
 * meanwhile is one more run.
 */
export function makeGate(work: () => Promise<unknown>, pause: number): () => void {
  let busy = false
  let again = false
  const run = async () => {
    busy = true
    again = false
    const started = Date.now()
    await work().catch(() => undefined)
    setTimeout(
      () => {
        busy = false
        if (again) void run()
      },
      Math.max(0, pause - (Date.now() - started)),
    )
  }
  return () => {
    again = true
    if (!busy) void run()
  }
}
