import { createServer } from 'node:http'
import next from 'next'
import { env } from '@/lib/env'
import { markClient } from '@/lib/http/client-address'
import { log } from '@/lib/log'

/** Open downloads get this long to end after SIGTERM; event streams would never. */
const shutdownMs = 5_000

const app = next({ dev: env.nodeEnv !== 'production', hostname: env.bind, port: env.port })
await app.prepare()
const handle = app.getRequestHandler()

const server = createServer((request, response) => {
  markClient(request, env.trustedProxies)
  handle(request, response).catch((err) => {
    log.error({ err }, 'a request ended in an error nobody caught')
    if (!response.headersSent) response.writeHead(500)
    response.end()
  })
})
// a file of 50 MB over a slow line takes longer than Node's five minutes for a whole request
server.requestTimeout = 60 * 60_000
server.headersTimeout = 30_000
// longer than proxies keep a connection (a minute): else they send a request into one that is just being closed
server.keepAliveTimeout = 75_000
server.on('upgrade', app.getUpgradeHandler())

server.on('error', (err: NodeJS.ErrnoException) => {
  const where = `${env.bind}:${env.port}`
  log.fatal({ err }, err.code === 'EADDRINUSE' ? `${where} is in use by another program` : `cannot listen on ${where}`)
  process.exit(1)
})
server.listen(env.port, env.bind, () => log.info({ address: env.publicUrl }, 'web is listening'))

let stopping = false
function shutDown(signal: string) {
  if (stopping) return
  stopping = true
  log.info({ signal }, 'web is stopping')
  server.close(() => process.exit(0))
  server.closeIdleConnections()
  setTimeout(() => process.exit(0), shutdownMs).unref()
}
process.on('SIGTERM', () => shutDown('SIGTERM'))
process.on('SIGINT', () => shutDown('SIGINT'))
process.on('unhandledRejection', (err) => log.error({ err }, 'a promise was rejected and nobody looked'))
