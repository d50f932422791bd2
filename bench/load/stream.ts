import { Agent, request } from 'node:http'
import { sessionCookieName } from '@/bench/clients/waypost-client'
import type { LiveEvent } from '@/lib/contract/events'

const agent = new Agent({ keepAlive: false, maxSockets: Number.POSITIVE_INFINITY })

export type Stream = { close: () => void }
type Handlers = { event: (event: LiveEvent) => void; lost: () => void }

/** One open page: a live event stream, ready once the server has said so. Throws when it is not within 30 s. */
export function openStream(base: string, cookie: string, { event, lost }: Handlers): Promise<Stream> {
  return new Promise((resolve, reject) => {
    const headers = { cookie: `${sessionCookieName}=${cookie}`, accept: 'text/event-stream' }
    const asked = request(`${base}/api/events`, { agent, headers }, (response) => {
      if (response.statusCode !== 200) return reject(new Error(`the event stream answered ${response.statusCode}`))
      let rest = ''
      response.setEncoding('utf8').on('data', (chunk: string) => {
        const lines = (rest + chunk).split('\n')
        rest = lines.pop() ?? ''
        for (const line of lines.filter((one) => one.startsWith('data: '))) {
          const told = JSON.parse(line.slice(6)) as LiveEvent
          if (told.type === 'ready') resolve({ close: () => asked.destroy() })
          event(told)
        }
      })
      response.on('close', lost)
    })
    asked.on('error', reject)
    asked.setTimeout(60_000, () => reject(new Error('the event stream was silent')))
    setTimeout(() => reject(new Error('the event stream was not ready in 30 s')), 30_000).unref()
    asked.end()
  })
}
