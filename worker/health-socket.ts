import { existsSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { RoleState } from '@/worker/role'

/** Answers every request on the Unix socket with the state of each role: 200, or 503 when one is not ok. */
export function openHealthSocket(path: string, states: () => Record<string, RoleState>): Promise<Server> {
  // left behind by a process that was killed
  if (existsSync(path)) rmSync(path)
  const server = createServer((_request, response) => {
    const roles = states()
    const ok = Object.values(roles).every((state) => state.ok)
    response.writeHead(ok ? 200 : 503, { 'content-type': 'application/json', connection: 'close' })
    response.end(JSON.stringify({ ok, roles }))
  })
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(path, () => resolve(server))
  })
}
