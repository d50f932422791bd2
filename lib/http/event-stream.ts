import type { LiveEvent } from '@/lib/contract/events'

type Options = {
  subscribe: (send: (event: LiveEvent) => void) => () => void
  /** Asked at every heartbeat; false ends the stream with `signed-out`. A fault counts as yes: it is not known. */
  stillAllowed: () => Promise<boolean>
  signal: AbortSignal
}

const heartbeatMilliseconds = 15_000

/** Server-sent events: one JSON object each, a comment every 15 seconds so that proxies keep the line open. */
export function eventStream({ subscribe, stillAllowed, signal }: Options): Response {
  const encoder = new TextEncoder()
  let end = () => {}
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      let open = true
      const write = (text: string) => {
        if (open) controller.enqueue(encoder.encode(text))
      }
      const send = (event: LiveEvent) => write(`data: ${JSON.stringify(event)}\n\n`)
      write('retry: 2000\n\n')
      const unsubscribe = subscribe(send)
      const timer = setInterval(async () => {
        write(': alive\n\n')
        if (await stillAllowed().catch(() => true)) return
        send({ type: 'signed-out' })
        end()
      }, heartbeatMilliseconds)
      end = () => {
        if (!open) return
        open = false
        clearInterval(timer)
        unsubscribe()
        try {
          controller.close()
        } catch {
          // the reader had gone already
        }
      }
      signal.addEventListener('abort', end, { once: true })
    },
    cancel: () => end(),
  })
  return new Response(stream, {
    headers: { 'content-type': 'text/event-stream; charset=utf-8', 'x-accel-buffering': 'no' },
  })
}
