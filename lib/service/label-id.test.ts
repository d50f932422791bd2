import { describe, expect, it } from 'vitest'
import { mailboxIdSchema } from '@/lib/contract/messages'
import { isLabelKeyword, labelIdOf, labelIdsOf } from '@/lib/service/label-id'

describe('the id of a label', () => {
  it('is a list id, the same for every case of the keyword', () => {
    expect(mailboxIdSchema.safeParse(labelIdOf('work')).success).toBe(true)
    expect(labelIdOf('Work')).toBe(labelIdOf('work'))
    expect(labelIdOf('work_2')).not.toBe(labelIdOf('work'))
  })

  it('leaves out system flags and what programs mark for themselves', () => {
    const others = ['\\Seen', '\\Flagged', '$Forwarded', '$MDNSent', '$Junk', 'NonJunk', '$Muted', '$label6']
    expect(others.filter(isLabelKeyword)).toEqual([])
    expect(labelIdsOf([...others, '$label1', '$Label5', 'work'])).toEqual(['$label1', '$label5', 'work'].map(labelIdOf))
  })
})
