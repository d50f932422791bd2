import { type FileHandle, open, readdir, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

/** The file by inode, and the byte after the last line that was taken. */
export type LogPlace = { inode: bigint; offset: bigint }

/** Whole lines without their ends, and the place after them. */
export type LogChunk = { lines: string[]; place: LogPlace }

const chunkBytes = 256 * 1024

/** Written within one tick of the file system's clock: `.2` is older than `.1`. */
const byNumber = (a: { path: string }, b: { path: string }) => b.path.localeCompare(a.path, 'en', { numeric: true })

type Current = { handle: FileHandle; inode: bigint; offset: bigint }

/**
 * Reads a log that grows and is rotated (renamed, or copied and cut) while nobody looks: each line once, in order.
 * What is compressed already before it was read is lost.
 */
export class LogReader {
  readonly #path: string
  #from: LogPlace | null
  #current: Current | null = null

  /** `from` is where an earlier reader stopped; null begins at the start of the file. */
  constructor(path: string, from: LogPlace | null) {
    this.#path = path
    this.#from = from
  }

  /** The next whole lines, or null when there are none for now. */
  async next(): Promise<LogChunk | null> {
    for (;;) {
      this.#current ??= await this.#first()
      if (this.#current === null) return null
      const chunk = await this.#read(this.#current)
      if (chunk !== null) return chunk
      if (!(await this.#advance(this.#current))) return null
    }
  }

  async close(): Promise<void> {
    await this.#current?.handle.close()
    this.#current = null
  }

  async #read(current: Current): Promise<LogChunk | null> {
    const { size } = await current.handle.stat({ bigint: true })
    if (size < current.offset) current.offset = 0n
    const bytes = Buffer.allocUnsafe(chunkBytes)
    const { bytesRead } = await current.handle.read(bytes, 0, chunkBytes, Number(current.offset))
    const end = bytes.subarray(0, bytesRead).lastIndexOf(0x0a)
    // a line longer than a chunk is nothing Postfix wrote
    if (end < 0 && bytesRead < chunkBytes) return null
    const taken = end < 0 ? bytesRead : end + 1
    current.offset += BigInt(taken)
    const lines = end < 0 ? [] : bytes.toString('utf8', 0, end).split('\n')
    return { lines, place: { inode: current.inode, offset: current.offset } }
  }

  /** Where to begin: the file an earlier reader stopped in, by whatever name it has now, or the log itself. */
  async #first(): Promise<Current | null> {
    const files = await this.#files()
    const stopped = files.find(({ inode }) => inode === this.#from?.inode)
    if (stopped !== undefined && this.#from !== null) return this.#open(stopped.path, this.#from.offset)
    // the one it stopped in is gone: everything that is there is newer
    const begin = this.#from === null ? files.find(({ path }) => path === this.#path) : files[0]
    return begin === undefined ? null : this.#open(begin.path, 0n)
  }

  /** Goes on to the file written after `current`, if it was rotated away. */
  async #advance(current: Current): Promise<boolean> {
    const files = await this.#files()
    const at = files.findIndex(({ inode }) => inode === current.inode)
    const following = files[at + 1]
    if (following === undefined || following.inode === current.inode) return false
    await current.handle.close()
    this.#current = await this.#open(following.path, 0n)
    return true
  }

  /** The log and its uncompressed older files, oldest first, the log itself last. */
  async #files(): Promise<{ path: string; inode: bigint }[]> {
    const folder = dirname(this.#path)
    const names = await readdir(folder).catch(() => [])
    const ours = names.filter((name) => name.startsWith(basename(this.#path)) && !/\.(gz|xz|zst|bz2)$/.test(name))
    const found = await Promise.all(
      ours.map(async (name) => {
        const path = join(folder, name)
        const facts = await stat(path, { bigint: true }).catch(() => null)
        return facts?.isFile() ? [{ path, inode: facts.ino, at: facts.mtimeNs }] : []
      }),
    )
    return found.flat().sort((a, b) => this.#rank(a) - this.#rank(b) || Number(a.at - b.at) || byNumber(a, b))
  }

  #rank({ path }: { path: string }): number {
    return path === this.#path ? 1 : 0
  }

  async #open(path: string, offset: bigint): Promise<Current | null> {
    const handle = await open(path, 'r').catch(() => null)
    if (handle === null) return null
    const { ino } = await handle.stat({ bigint: true })
    return { handle, inode: ino, offset }
  }
}
