import { describe, expect, it } from 'vitest'
import { encodedSize, messageSizeLimit } from '@/lib/contract/uploads'
import { filesThatFit, largestFile, messageSize } from './message-size'

const empty = { html: '', text: '', quote: null, attachments: [] }
const MB = 1_048_576

describe('the size of a message', () => {
  it('counts files as they are on the wire, a third larger', () => {
    const size = messageSize({ ...empty, attachments: [{ size: 30 * MB }] })
    expect(size).toBeGreaterThan(encodedSize(30 * MB))
    expect(size).toBeLessThan(encodedSize(30 * MB) + 10_000)
  })

  it('counts the quote and text outside ASCII by its bytes', () => {
    const quoted = { ...empty, quote: { html: 'é'.repeat(1000), text: '' } }
    expect(messageSize(quoted) - messageSize(empty)).toBeGreaterThanOrEqual(2 * encodedSize(1999))
  })

  it('lets the largest file through and refuses one a little larger', () => {
    expect(messageSize(empty, [{ size: largestFile }])).toBeLessThanOrEqual(messageSizeLimit)
    expect(filesThatFit(empty, [], [{ size: largestFile + 10_000 }]).fits).toEqual([])
  })

  it('counts what is already uploaded and what is under way', () => {
    const draft = { ...empty, attachments: [{ size: 20 * MB }] }
    const { fits, refused } = filesThatFit(draft, [{ size: 10 * MB }], [{ size: 10 * MB }, { size: MB }])
    expect(fits).toEqual([{ size: MB }])
    expect(refused).toEqual([{ size: 10 * MB }])
  })
})
