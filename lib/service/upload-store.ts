import { randomUUID } from 'node:crypto'
import { type FileHandle, mkdir, open, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { type Readable, Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { completeUpload, createUpload, removeUploadRow, type StoredUpload, takeOldUploads } from '@/lib/db/uploads'
import { env } from '@/lib/env'
import { AppError } from '@/lib/errors'
import { log } from '@/lib/log'

const keptMs = 24 * 60 * 60 * 1000
const sweepMs = 15 * 60 * 1000

/** Messages being built stand beside the uploads under this prefix. */
const buildPrefix = 'build-'

/** Where the bytes of an upload are. `id` is a UUID of ours, never a person's text. */
export const uploadPath = (id: string) => join(env.uploads, id)

/** Folder of the store, made when first needed; readable by us alone. */
export async function uploadFolder(): Promise<string> {
  await mkdir(env.uploads, { recursive: true, mode: 0o700 })
  return env.uploads
}

/** Lends a place for a file to build a message in, and removes the file afterwards. */
export async function withBuildFile<T>(use: (file: string) => Promise<T>): Promise<T> {
  const file = join(await uploadFolder(), `${buildPrefix}${randomUUID()}`)
  try {
    return await use(file)
  } finally {
    await rm(file, { force: true })
  }
}

export type NewUpload = { accountId: string; name: string; type: string; limit: number; expected: number | null }

/**
 * Streams bytes into the store. Nothing is left behind when they end early, are too many, or the disk is full.
 * @throws AppError `message-too-large` over `limit` bytes, `upload-incomplete` when fewer than `expected` came;
 * NodeJS.ErrnoException `ENOSPC`
 */
export async function storeUpload(upload: NewUpload, content: Readable): Promise<StoredUpload> {
  await uploadFolder()
  sweepSometimes()
  const id = await createUpload(upload.accountId, upload.name, upload.type)
  try {
    const bytes = await writeFile(uploadPath(id), content, upload.limit)
    if (upload.expected !== null && bytes !== upload.expected) {
      throw new AppError('upload-incomplete', 'fewer bytes than announced', { retryable: true })
    }
    await completeUpload(id, bytes)
    return { id, name: upload.name, contentType: upload.type, size: bytes }
  } catch (error) {
    await discard(upload.accountId, id)
    throw interrupted(error)
  }
}

/** Removes the bytes; the row is the caller's to remove. */
export async function removeBytes(id: string): Promise<void> {
  await rm(uploadPath(id), { force: true })
}

/** @returns bytes written @throws AppError `message-too-large`; NodeJS.ErrnoException `ENOSPC` */
async function writeFile(path: string, content: Readable, limit: number): Promise<number> {
  const handle = await open(path, 'wx', 0o600)
  const sink = new FileSink(handle, limit)
  try {
    await pipeline(content, sink)
  } finally {
    await handle.close()
  }
  if (sink.failure !== null) throw sink.failure
  return sink.bytes
}

/**
 * Writes to a file until that fails, then swallows the rest: a browser that is cut off in the middle of its request reports
 * a broken connection and never reads what went wrong.
 */
class FileSink extends Writable {
  bytes = 0
  failure: unknown = null
  readonly #handle: FileHandle
  readonly #limit: number

  constructor(handle: FileHandle, limit: number) {
    super()
    this.#handle = handle
    this.#limit = limit
  }

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: (error?: Error | null) => void) {
    this.bytes += chunk.length
    if (this.bytes > this.#limit) this.failure ??= new AppError('message-too-large', 'the file is over the limit')
    if (this.failure !== null) return done()
    this.#handle.appendFile(chunk).then(
      () => done(),
      (error: unknown) => {
        this.failure = error
        done()
      },
    )
  }
}

function interrupted(error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : null
  const name = error instanceof Error ? error.name : ''
  const gone = code === 'ECONNRESET' || code === 'ERR_STREAM_PREMATURE_CLOSE' || name === 'AbortError'
  return gone ? new AppError('upload-incomplete', 'the upload was cut off', { cause: error, retryable: true }) : error
}

async function discard(accountId: string, id: string) {
  await removeBytes(id)
  await removeUploadRow(accountId, id)
}

let sweptAt = 0

/** Removes what nobody sent within a day. An open draft renews its files with every save. */
function sweepSometimes() {
  if (Date.now() - sweptAt < sweepMs) return
  sweptAt = Date.now()
  sweep().catch((err) => log.warn({ err }, 'old uploads were not removed'))
}

async function sweep() {
  const ids = await takeOldUploads(new Date(Date.now() - keptMs))
  await Promise.all(ids.map(removeBytes))
  // a crash may leave a half-built message behind
  const left = (await readdir(env.uploads)).filter((name) => name.startsWith(buildPrefix))
  for (const name of left) {
    const path = join(env.uploads, name)
    if ((await stat(path)).mtimeMs < Date.now() - keptMs) await rm(path, { force: true })
  }
}
