import { describe, expect, it } from 'vitest'
import { isLabelKeyword } from '@/lib/service/label-id'
import { keywordFor } from '@/lib/service/label-keyword'

const free = () => false

describe('the keyword of a new label', () => {
  it.each([
    ['Work', 'work'],
    ['Büro/Süß & Salz', 'buro_suss_salz'],
    ['  (a) "b" {5}\r\n\\* % ] ', 'a_b_5'],
    ['日本語', 'label'],
    ['😀', 'label'],
    ['-_-', 'label'],
  ])('is readable ASCII: %j is %s', (name, keyword) => expect(keywordFor(name, free)).toBe(keyword))

  it('is unique and fits the server', () => {
    const taken = new Set(['work', 'work_2'])
    expect(keywordFor('Work', (keyword) => taken.has(keyword))).toBe('work_3')
    expect(keywordFor('x'.repeat(200), free).length).toBeLessThan(50)
  })

  it('is no keyword that programs keep for themselves', () => {
    for (const name of ['Junk', '$Forwarded', 'NonJunk', '\\Seen']) {
      expect(isLabelKeyword(keywordFor(name, (keyword) => !isLabelKeyword(keyword)))).toBe(true)
    }
  })
})
