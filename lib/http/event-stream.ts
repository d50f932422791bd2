import type { LiveEvent } from '@/lib/contract/events'

type Options = {
  subscribe: (send: (event: LiveEvent) => void) => () => void
  /** Takes what ends the stream at once, with `signed-out`; gives what takes it back. */
  onRevoked: (end: () => void) => () => void
  /** Asked at every heartbeat, should the word of the end be lost. A fault counts as yes: it is not known. */
  stillAllowed: () => Promise<boolean>
  signal: AbortSignal
}

const heartbeatMilliseconds = 15_000
/** A reader that takes nothing for so many bytes is asleep or gone; it comes back and asks for everything. */
const unreadBytes = 64 * 1024

/** Server-sent events: one JSON object each, `alive` every 15 seconds so that both ends and all proxies know. */
export function eventStream({ subscribe, onRevoked, stillAllowed, signal }: Options): Response {
  const encoder = new TextEncoder()
  let end = () => {}
  const stream = new ReadableStream<Uint8Array>(
    {
      start(controller) {
        let open = true
        const write = (text: string) => {
          if (!open) return
          controller.enqueue(encoder.encode(text))
          if ((controller.desiredSize ?? 0) < 0) end()
        }
        const send = (event: LiveEvent) => write(`data: ${JSON.stringify(event)}\n\n`)
        const revoked = () => {
          send({ type: 'signed-out' })
          end()
        }
        const stops: (() => void)[] = []
        end = () => {
          if (!open) return
          open = false
          for (const stop of stops) stop()
          try {
            controller.close()
          } catch {
            // the reader had gone already
          }
        }
        write('retry: 2000\n\n')
        // Throws when there are too many; the request then fails with its reason.
        stops.push(subscribe(send))
        stops.push(onRevoked(revoked))
        const timer = setInterval(async () => {
          send({ type: 'alive' })
          if (!(await stillAllowed().catch(() => true))) revoked()
        }, heartbeatMilliseconds)
        stops.push(() => clearInterval(timer))
        signal.addEventListener('abort', end, { once: true })
      },
      cancel: () => end(),
    },
    { highWaterMark: unreadBytes, size: (chunk) => chunk.byteLength },
  )
  return new Response(stream, {
    headers: { 'content-type': 'text/event-stream; charset=utf-8', 'x-accel-buffering': 'no' },
  })
}
