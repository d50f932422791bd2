import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ApiError } from '@/lib/contract/client'
import type { Draft, DraftSaved, MessageSent } from '@/lib/contract/drafts'
import { emptyDraft } from '@/lib/contract/empty-draft'
import type { MessageRef } from '@/lib/contract/messages'
import type { DraftCopy } from './draft-copies'
import { DraftSession, saveDelay } from './draft-session'

const blank = emptyDraft('<1@blueemailserver.com>')

/** A server that numbers what it saves, answers when told to, and remembers what it was asked. */
function world() {
  const kept = new Map<string, DraftCopy>()
  const saves: { subject: string; over: MessageRef | null; answer: () => void; fail: (error: Error) => void }[] = []
  const removed: MessageRef[] = []
  const sends: string[] = []
  let sendError: Error | null = null
  const server = {
    save: (draft: Draft, over: MessageRef | null) =>
      new Promise<DraftSaved>((resolve, reject) => {
        const saved = { mailbox: 'drafts', id: `1-${saves.length + 1}` }
        const answer = () => resolve({ saved, savedAt: '2026-01-01T14:02:00Z' })
        saves.push({ subject: draft.subject, over, answer, fail: reject })
      }),
    send: async (draft: Draft): Promise<MessageSent> => {
      if (sendError) throw sendError
      sends.push(draft.subject)
      return { messageId: draft.messageId, copy: null, held: null }
    },
    remove: async (saved: MessageRef) => removed.push(saved),
  }
  const copies = {
    put: async (copy: DraftCopy) => {
      kept.set(copy.messageId, copy)
    },
    remove: async (messageId: string) => {
      kept.delete(messageId)
    },
    list: async () => [...kept.values()],
  }
  const session = new DraftSession({ account: 'brian@x.y', draft: blank, saved: null }, server, copies)
  const refuseSend = (error: Error | null) => {
    sendError = error
  }
  return { kept, saves, removed, sends, session, refuseSend }
}

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

describe('a draft being written', () => {
  it('is saved two seconds after the last change, not before', async () => {
    const { session, saves } = world()
    session.change({ subject: 'a' })
    await vi.advanceTimersByTimeAsync(1500)
    session.change({ subject: 'ab' })
    await vi.advanceTimersByTimeAsync(1500)
    expect(saves).toEqual([])
    await vi.advanceTimersByTimeAsync(500)
    expect(saves.map((save) => save.subject)).toEqual(['ab'])
  })

  it('saves one after the other, each over the message the last one left', async () => {
    const { session, saves } = world()
    session.change({ subject: 'one' })
    await vi.advanceTimersByTimeAsync(2000)
    session.change({ subject: 'two' })
    await vi.advanceTimersByTimeAsync(5000)
    expect(saves).toHaveLength(1)
    saves[0]?.answer()
    await vi.advanceTimersByTimeAsync(2000)
    expect(saves.map((save) => [save.subject, save.over?.id ?? null])).toEqual([
      ['one', null],
      ['two', '1-1'],
    ])
  })

  it('is kept in the browser until the server has it', async () => {
    const { session, saves, kept } = world()
    session.change({ subject: 'a' })
    await vi.advanceTimersByTimeAsync(300)
    expect(kept.get(blank.messageId)?.draft.subject).toBe('a')
    await vi.advanceTimersByTimeAsync(2000)
    saves[0]?.answer()
    await vi.advanceTimersByTimeAsync(0)
    expect(kept.size).toBe(0)
    expect(session.snapshot().status).toEqual({ kind: 'saved', at: '2026-01-01T14:02:00Z' })
  })

  it('says that it is not saved, keeps the copy, and goes on by itself after signing in again', async () => {
    const { session, saves, kept } = world()
    session.change({ subject: 'a' })
    await vi.advanceTimersByTimeAsync(2000)
    saves[0]?.fail(new ApiError({ code: 'not-signed-in' }))
    await vi.advanceTimersByTimeAsync(0)
    expect(session.snapshot().status).toMatchObject({ kind: 'unsaved', kept: true, error: { code: 'not-signed-in' } })
    expect(kept.size).toBe(1)
    await vi.advanceTimersByTimeAsync(5000)
    saves[1]?.answer()
    await vi.advanceTimersByTimeAsync(0)
    expect(session.dirty).toBe(false)
    expect(kept.size).toBe(0)
  })

  it('is not tried again by itself where the same save would be refused again', async () => {
    const { session, saves } = world()
    session.change({ subject: 'a' })
    await vi.advanceTimersByTimeAsync(2000)
    saves[0]?.fail(new ApiError({ code: 'quota-exceeded' }))
    await vi.advanceTimersByTimeAsync(120_000)
    expect(saves).toHaveLength(1)
  })

  it('waits longer between saves with large files', () => {
    const attachment = { uploadId: 'x', name: 'a', type: 'b', contentId: null }
    expect(saveDelay(blank)).toBe(2000)
    expect(saveDelay({ ...blank, attachments: [{ ...attachment, size: 8 * 1_048_576 }] })).toBe(10_000)
    expect(saveDelay({ ...blank, attachments: [{ ...attachment, size: 2 ** 30 }] })).toBe(30_000)
  })
})

describe('sending', () => {
  it('waits for the save under way and leaves nothing behind', async () => {
    const { session, saves, sends, kept } = world()
    session.change({ subject: 'a' })
    await vi.advanceTimersByTimeAsync(2000)
    const sent = session.send()
    await vi.advanceTimersByTimeAsync(0)
    expect(sends).toEqual([])
    saves[0]?.answer()
    await sent
    expect(sends).toEqual(['a'])
    await vi.advanceTimersByTimeAsync(60_000)
    expect(saves).toHaveLength(1)
    expect(kept.size).toBe(0)
  })

  it('keeps everything when it is refused', async () => {
    const { session, kept, refuseSend } = world()
    session.change({ subject: 'a' })
    refuseSend(new ApiError({ code: 'recipient-refused', detail: 'no such user' }))
    await expect(session.send()).rejects.toMatchObject({ code: 'recipient-refused' })
    expect(kept.get(blank.messageId)?.draft.subject).toBe('a')
    expect(session.snapshot().status.kind).toBe('changed')
    refuseSend(null)
    await expect(session.send()).resolves.toMatchObject({ messageId: blank.messageId })
  })
})

describe('discarding', () => {
  it('removes the saved message and the copy, and saves nothing more', async () => {
    const { session, saves, removed, kept } = world()
    session.change({ subject: 'a' })
    await vi.advanceTimersByTimeAsync(2000)
    saves[0]?.answer()
    await vi.advanceTimersByTimeAsync(0)
    session.change({ subject: 'b' })
    await session.discard()
    await vi.advanceTimersByTimeAsync(60_000)
    expect(removed).toEqual([{ mailbox: 'drafts', id: '1-1' }])
    expect(saves).toHaveLength(1)
    expect(kept.size).toBe(0)
  })
})
