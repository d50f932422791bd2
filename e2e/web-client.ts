import { request as httpRequest, type IncomingHttpHeaders } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { setTimeout } from 'node:timers/promises'
import { createAccount, type TestAccount } from '@/e2e/accounts'
import type { DraftStarted } from '@/lib/contract/drafts'
import type { MessageRef } from '@/lib/contract/messages'
import type { ThreadWindow } from '@/lib/contract/threads'
import type { Upload } from '@/lib/contract/uploads'
import { env } from '@/lib/env'

/** `from` is the loopback address the request comes from, so that a test can be another client than all others. */
type Options = { cookie?: string; json?: unknown; bytes?: Buffer; headers?: Record<string, string>; from?: string }
export type Answer = { status: number; headers: IncomingHttpHeaders; bytes: Buffer; json: unknown }

/** One request to the running web server, below the browser: no cookie, header or redirect happens by itself. */
export async function ask(method: string, path: string, options: Options = {}): Promise<Answer> {
  const body = options.json === undefined ? options.bytes : Buffer.from(JSON.stringify(options.json))
  const headers = {
    ...(options.json === undefined ? {} : { 'content-type': 'application/json' }),
    ...(body === undefined ? {} : { 'content-length': String(body.length) }),
    ...(options.cookie === undefined ? {} : { cookie: options.cookie }),
    ...options.headers,
  }
  const { hostname, port } = new URL(env.publicUrl)
  return new Promise((resolve, reject) => {
    const request = httpRequest({ hostname, port, path, method, headers, localAddress: options.from }, (response) => {
      buffer(response).then((bytes) => {
        const isJson = response.headers['content-type']?.startsWith('application/json')
        const json: unknown = isJson ? JSON.parse(bytes.toString()) : null
        resolve({ status: response.statusCode ?? 0, headers: response.headers, bytes, json })
      }, reject)
    })
    request.on('error', reject)
    request.end(body)
  })
}

/** All tests come from one address, and those that fail to sign in make the others wait, as they are told to. */
async function signIn(json: { email: string; password: string }): Promise<Answer> {
  const answer = await ask('POST', '/api/sign-in', { json })
  const seconds = Number(answer.headers['retry-after'])
  if (answer.status !== 429 || !(seconds <= 30)) return answer
  await setTimeout(seconds * 1000)
  return signIn(json)
}

/** Signs in and gives the cookie to send along. */
export async function cookieOf(account: TestAccount): Promise<string> {
  const answer = await signIn({ email: account.address, password: account.password })
  const cookie = answer.headers['set-cookie']?.[0]?.split(';')[0]
  if (answer.status !== 200 || !cookie) throw new Error(`Signing in as ${account.address} answered ${answer.status}.`)
  return cookie
}

/** A person with a browser: a fresh account, signed in. Each call expects 200 and gives the JSON. */
export async function person(host: 'blue' | 'red', name?: string, quotaBytes?: bigint) {
  const account = await createAccount(host, name, quotaBytes)
  const cookie = await cookieOf(account)
  const call = async <T>(method: string, path: string, json?: unknown): Promise<T> => {
    const answer = await ask(method, path, { cookie, json })
    if (answer.status !== 200) throw new Error(`${method} ${path}: ${answer.status} ${answer.bytes}`)
    return answer.json as T
  }
  const upload = async (name: string, type: string, bytes: Buffer): Promise<Upload> => {
    const headers = { 'content-type': type, 'x-file-name': encodeURIComponent(name) }
    const answer = await ask('POST', '/api/uploads', { cookie, bytes, headers })
    if (answer.status !== 200) throw new Error(`upload: ${answer.status} ${answer.bytes}`)
    return answer.json as Upload
  }
  const newDraft = async () => (await call<DraftStarted>('POST', '/api/drafts/start', { kind: 'new' })).draft
  return { account, cookie, call, upload, newDraft, recipient: { name: account.displayName, address: account.address } }
}

/** Waits for a message with that subject (or one that matches) in the inbox, and gives its name. */
export async function inboxRef(
  { call }: Pick<Awaited<ReturnType<typeof person>>, 'call'>,
  subject: string | RegExp,
): Promise<MessageRef> {
  const fits = (text: string) => (typeof subject === 'string' ? text === subject : subject.test(text))
  const deadline = Date.now() + 30_000
  while (Date.now() < deadline) {
    const { rows } = await call<ThreadWindow>('GET', '/api/threads?mailbox=inbox&mode=messages')
    const found = rows.find((row) => fits(row.subject))
    if (found) return found.ref
    await setTimeout(250)
  }
  throw new Error(`No message ${subject} came within 30 s.`)
}
