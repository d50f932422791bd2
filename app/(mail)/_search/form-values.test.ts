import { describe, expect, it } from 'vitest'
import { emptyForm, type FormValues, readForm, writeForm } from '@/app/(mail)/_search/form-values'
import { parseSearch } from '@/lib/contract/search-grammar'

describe('the search form', () => {
  it('writes what one could have typed', () => {
    const form: FormValues = {
      ...emptyForm,
      from: 'amy OR bo',
      subject: 'last page',
      words: 'contract*',
      without: 'draft',
      size: '5M',
      within: '7d',
      place: 'in:sent',
      attachment: true,
    }
    expect(writeForm(form)).toBe(
      'from:(amy OR bo) subject:(last page) contract* -draft larger:5M newer_than:7d in:sent has:attachment',
    )
    expect(writeForm(emptyForm)).toBe('')
  })
  it('reads back what it wrote', () => {
    const form: FormValues = {
      ...emptyForm,
      from: 'amy OR "Bo Li"',
      to: 'maria@red.example',
      subject: 'last page',
      words: 'signed contract',
      without: '"first draft" copy',
      sizeIs: 'smaller',
      size: '100K',
      after: '2026-01-04',
      before: '2026-11-24',
      place: 'label:"To do"',
      attachment: true,
    }
    expect(readForm(writeForm(form))).toEqual(form)
  })
  it('keeps what has no field of its own among the words', () => {
    for (const q of [
      'is:unread (a OR subject:b) from:amy',
      'from:amy from:bo',
      '-from:amy -(a b)',
      'larger:1M smaller:5M',
    ]) {
      const again = parseSearch(writeForm(readForm(q)))
      const conditions = (node: typeof again.node) => (node?.kind === 'and' ? node.nodes : [node])
      expect(again.problems).toEqual([])
      expect(new Set(conditions(again.node))).toEqual(new Set(conditions(parseSearch(q).node)))
    }
  })
  it('leaves alone what cannot be understood', () => {
    expect(readForm('frm:amy "x').words).toBe('frm:amy "x')
  })
  it('takes odd text in a field for what it says', () => {
    for (const from of ['a"b', 'x)', 'to:amy', '((']) {
      expect(parseSearch(writeForm({ ...emptyForm, from })).problems, from).toEqual([])
    }
  })
})
