import { describe, expect, it } from 'vitest'
import { ApiError } from '@/lib/contract/client'
import type { Upload } from '@/lib/contract/uploads'
import { UploadQueue } from './upload-queue'

/** A server that answers when told to. */
function slowServer() {
  const calls: { file: File; answer: () => void; fail: (error: Error) => void; signal: AbortSignal }[] = []
  const send = (file: File, _progress: (sent: number) => void, signal: AbortSignal) =>
    new Promise<Upload>((resolve, reject) => {
      const upload = { uploadId: file.name, name: file.name, type: file.type, size: file.size }
      calls.push({ file, answer: () => resolve(upload), fail: reject, signal })
    })
  return { calls, send }
}

const file = (name: string) => new File(['x'], name)
const settle = () => new Promise((resolve) => setImmediate(resolve))

describe('UploadQueue', () => {
  it('sends two files at a time and reports each one done', async () => {
    const { calls, send } = slowServer()
    const done: string[] = []
    const queue = new UploadQueue(send, (upload) => done.push(upload.name))
    queue.add([file('a'), file('b'), file('c')], false)
    expect(calls.map((call) => call.file.name)).toEqual(['a', 'b'])
    calls[0]?.answer()
    await settle()
    expect(calls.map((call) => call.file.name)).toEqual(['a', 'b', 'c'])
    expect(done).toEqual(['a'])
  })

  it('keeps a failed file with its reason until it is tried again', async () => {
    const { calls, send } = slowServer()
    const done: string[] = []
    const queue = new UploadQueue(send, (upload) => done.push(upload.name))
    queue.add([file('a')], false)
    calls[0]?.fail(new ApiError({ code: 'disk-full', retryable: true }))
    await settle()
    expect(queue.pending()[0]).toMatchObject({ state: 'failed', error: { code: 'disk-full' } })
    queue.retryAll()
    calls[1]?.answer()
    await settle()
    expect(done).toEqual(['a'])
    expect(queue.pending()).toEqual([])
  })

  it('aborts a cancelled file and never reports it done', async () => {
    const { calls, send } = slowServer()
    const done: string[] = []
    const queue = new UploadQueue(send, (upload) => done.push(upload.name))
    queue.add([file('a')], false)
    queue.cancel('u1')
    calls[0]?.answer()
    await settle()
    expect(calls[0]?.signal.aborted).toBe(true)
    expect(done).toEqual([])
    expect(queue.pending()).toEqual([])
  })
})
