/** zip-stream ships no types; this is what we use of it. */
declare module 'zip-stream' {
  import type { Readable } from 'node:stream'
  import { Transform } from 'node:stream'

  export default class ZipStream extends Transform {
    constructor(options?: { level?: number; store?: boolean })
    entry(source: Readable | Buffer, data: { name: string }, done: (error: Error | null) => void): this
    finish(): void
  }
}
