import { describe, expect, it } from 'vitest'
import type { Known } from '@/lib/db/contacts/import'
import { cardsOfFile } from '@/lib/service/contacts/card-of-file'
import { planImport } from '@/lib/service/contacts/plan-import'

const card = (...lines: string[]) => ['BEGIN:VCARD', 'VERSION:4.0', ...lines, 'END:VCARD', ''].join('\n')
const file = (...cards: string[]) => cardsOfFile(Buffer.from(cards.join('')))
const contact = (id: string, parts: Partial<Known['contacts'][number]> = {}): Known['contacts'][number] => ({
  ...{ id, name: '', organisation: '', phones: [], note: '', learned: false, groups: [] },
  addresses: [{ address: `${id}@x.example`, uses: 0, lastUsedAt: null }],
  ...parts,
})
const plan = (text: ReturnType<typeof file>, contacts: Known['contacts'] = [], room = 100) =>
  planImport(text, { contacts, room })

describe('an import', () => {
  it('makes one contact of cards that share an address', () => {
    const { write, preview } = plan(
      file(
        card('FN:Ann', 'EMAIL:a@x.example', 'TEL:+1 2'),
        card('FN:Ann Other', 'EMAIL:A@X.example', 'EMAIL:b@x.example', 'TEL:+12', 'TEL:3'),
        card('FN:Bob', 'EMAIL:b@x.example'),
      ),
    )
    expect(write).toEqual([
      expect.objectContaining({
        id: null,
        name: 'Ann',
        addresses: ['a@x.example', 'b@x.example'],
        phones: ['+1 2', '3'],
      }),
    ])
    expect(preview.created).toEqual({ count: 1, some: [{ line: 1, name: 'Ann', gains: ['a@x.example'] }] })
  })

  it('adds to a contact that is here, and leaves what a person wrote', () => {
    const here = contact('a', { name: 'My Ann', note: 'old' })
    const card1 = card(
      'FN:Ann',
      'ORG:Firm',
      'EMAIL:a@x.example',
      'EMAIL:new@x.example',
      'NOTE:fresh',
      'CATEGORIES:Club',
    )
    const { write, preview } = plan(file(card1), [here])
    expect(write).toEqual([
      {
        ...{ id: 'a', name: 'My Ann', organisation: 'Firm', phones: [], note: 'old\n\nfresh', groups: ['Club'] },
        addresses: ['a@x.example', 'new@x.example'],
      },
    ])
    expect(preview.changed.some).toEqual([
      { line: 1, name: 'My Ann', gains: ['Firm', 'new@x.example', 'fresh', 'Club'] },
    ])
    const both = [...here.addresses, { address: 'new@x.example', uses: 0, lastUsedAt: null }]
    const after = contact('a', {
      ...{ name: 'My Ann', organisation: 'Firm', note: 'old\n\nfresh', addresses: both },
      groups: [{ group: { id: 'g', name: 'club' } }],
    })
    expect(plan(file(card1), [after])).toMatchObject({ write: [], preview: { same: 1 } })
  })

  it('names a contact that was only learned', () => {
    const here = contact('a', { name: 'ann', learned: true })
    expect(plan(file(card('FN:Ann Smith', 'EMAIL:a@x.example')), [here]).write[0]?.name).toBe('Ann Smith')
  })

  it('leaves an address with the contact that has it', () => {
    const all = [contact('a', { name: 'A' }), contact('b', { name: 'B' })]
    const { write } = plan(file(card('FN:A', 'EMAIL:a@x.example', 'EMAIL:b@x.example', 'EMAIL:c@x.example')), all)
    expect(write.map(({ id, addresses }) => [id, addresses])).toEqual([['a', ['a@x.example', 'c@x.example']]])
  })

  it('recognises who has no address by name and phone', () => {
    const plumber = card('FN:Plumber', 'TEL:+49 1')
    const here = contact('p', { name: 'plumber', phones: ['+491'], addresses: [] })
    expect(plan(file(plumber, plumber), [here]).preview).toMatchObject({ created: { count: 0 }, same: 1 })
    expect(plan(file(plumber, plumber)).preview.created.count).toBe(1)
  })

  it('says by line what is refused and why', () => {
    const { preview, write } = plan(
      file(
        card('FN:A', 'EMAIL:no address', 'EMAIL:a@x.example'),
        card('NOTE:only'),
        'stray\n',
        card('FN:B', 'EMAIL:b@x.example'),
        card('FN:C', 'EMAIL:c@x.example'),
      ),
      [],
      2,
    )
    expect(write.map(({ name }) => name)).toEqual(['A', 'B'])
    expect(preview.refused).toEqual({
      count: 4,
      some: [
        { line: 1, reason: 'address', text: 'no address' },
        { line: 7, reason: 'nothing', text: '' },
        { line: 11, reason: 'no-card', text: '' },
        { line: 17, reason: 'too-many', text: 'C' },
      ],
    })
  })

  it('takes texts as one line, without what would let them pose as something else', () => {
    const { write } = plan(file(card('FN:Ann\\nBcc: x\u202e', 'EMAIL:a@x.example\\nBcc: y@x.example')))
    expect(write[0]).toMatchObject({ name: 'Ann Bcc: x', addresses: [] })
  })

  it('is of 10,000 entries at most', () => {
    expect(() => file(card('FN:A').repeat(10_001))).toThrow('more than 10000')
  })
})
