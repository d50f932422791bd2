import { describe, expect, it } from 'vitest'
import { shownParticipants } from '@/app/(mail)/_list/participants'
import type { Participant } from '@/lib/contract/threads'

const person = (name: string, more: Partial<Participant> = {}): Participant => ({
  name,
  address: `${name.toLowerCase().replaceAll(/\W+/g, '.')}@red.example`,
  me: false,
  unread: false,
  ...more,
})
const text = (participants: Participant[]) =>
  shownParticipants(participants)
    .map(({ name, me, gap, unread }) => `${gap ? '.. ' : ''}${me ? 'me' : name}${unread ? '!' : ''}`)
    .join(', ')

describe('who wrote in a conversation', () => {
  it('is one person by the whole name, or the address', () => {
    expect(text([person('Maria Rossi')])).toBe('Maria Rossi')
    expect(text([person('', { address: 'maria@red.example' })])).toBe('maria@red.example')
  })

  it('is several by their first names', () => {
    expect(text([person('Maria Rossi'), person('', { me: true }), person('Smith, John')])).toBe('Maria, me, John')
    expect(text([person('', { address: 'news@red.example' }), person('李 小龙')])).toBe('news, 李')
  })

  it('leaves out the middle of many', () => {
    expect(text(['Ann', 'Ben', 'Cleo', 'Dan', 'Eve'].map((name) => person(name)))).toBe('Ann, .. Dan, Eve')
  })

  it('keeps those with something unread', () => {
    const names = [person('Ann'), person('Ben', { unread: true }), person('Cleo'), person('Dan')]
    expect(text(names)).toBe('Ann, Ben!, .. Dan')
  })
})
