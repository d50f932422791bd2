import { Worker } from 'node:worker_threads'
import type { FileReader } from '@/worker/index/readable-files'

/** A file, decoded: its bytes, and the charset its Content-Type names, for text. */
export type FileToRead = { reader: FileReader; bytes: Uint8Array; charset: string }

export type FileAnswer = { text: string }

const timeLimit = 10_000
const watchEvery = 100
/** Of the thread's own heap, and of buffers outside it, which no limit of the engine counts. */
const heapMegabytes = 256
const buffersLimit = 384 * 1024 * 1024

/** Reads files in a thread of its own with bounded time and memory. A file that breaks a bound has no words. */
export class FileThread {
  #thread: Worker | null = null
  #queue: Promise<unknown> = Promise.resolve()

  /** The text of one file; empty when it has none or cannot be read. Files are read one after the other. */
  read(file: FileToRead): Promise<string> {
    const reading = this.#queue.then(() => this.#read(file))
    this.#queue = reading
    return reading
  }

  async stop(): Promise<void> {
    await this.#thread?.terminate()
    this.#thread = null
  }

  #start(): Worker {
    const thread = new Worker(new URL('./read-file.ts', import.meta.url), {
      execArgv: ['--disable-warning=ExperimentalWarning', '--import', 'tsx'],
      resourceLimits: { maxOldGenerationSizeMb: heapMegabytes },
      // what libraries print about broken files is no news
      stdout: true,
      stderr: true,
    })
    thread.unref()
    thread.on('error', () => this.#forget(thread))
    thread.on('exit', () => this.#forget(thread))
    return thread
  }

  #forget(thread: Worker) {
    if (this.#thread === thread) this.#thread = null
  }

  #read(file: FileToRead): Promise<string> {
    this.#thread ??= this.#start()
    const thread = this.#thread
    return new Promise((resolve) => {
      const answered = (message: FileAnswer) => {
        // under --watch Node's own messages come the same way
        if (typeof message.text === 'string') settle(message.text)
      }
      const settle = (text: string) => {
        clearTimeout(timer)
        clearInterval(watch)
        thread.off('message', answered)
        thread.off('exit', given)
        thread.off('error', given)
        resolve(text)
      }
      const given = () => settle('')
      const end = () => {
        this.#forget(thread)
        void thread.terminate()
        given()
      }
      const timer = setTimeout(end, timeLimit)
      const watch = setInterval(() => {
        thread.getHeapStatistics().then(
          (heap) => heap.external_memory > buffersLimit && end(),
          () => undefined,
        )
      }, watchEvery)
      thread.on('message', answered)
      thread.on('exit', given)
      thread.on('error', given)
      thread.postMessage(file)
    })
  }
}
