import { expect, test } from 'vitest'
import { append } from '@/e2e/deliver'
import { waitForMessage } from '@/e2e/mailbox-of'
import { ask, person } from '@/e2e/web-client'
import type { MessageDetail } from '@/lib/contract/messages'
import type { ThreadWindow } from '@/lib/contract/threads'

type Person = Awaited<ReturnType<typeof person>>

/** A message with these fields on top, as its reader sees it. */
async function listed(who: Person, ...fields: string[]): Promise<MessageDetail> {
  await append(who.account, [...fields, 'From: l@x.example', 'Subject: list', '', 'text', ''].join('\r\n'))
  const { rows } = await who.call<ThreadWindow>('GET', '/api/threads?mailbox=inbox')
  return who.call<MessageDetail>('GET', `/api/messages/inbox/${rows[0]?.ref.id}`)
}
const oneClick = ['List-Unsubscribe: <https://127.0.0.1/leave>', 'List-Unsubscribe-Post: List-Unsubscribe=One-Click']

test('a list that is left by mail gets one, from the address it wrote to, with nothing but what was shown', async () => {
  const [who, list] = [await person('blue'), await person('red')]
  const leave = `List-Unsubscribe: <mailto:${list.account.address}?subject=leave%20me&body=a%20stranger>`
  const from = who.account.address.replace('@', '+news@')
  const { ref, list: said } = await listed(
    who,
    'List-Id: Crew <crew.example>',
    leave,
    `To: Crew <x@x.example>, <${from}>`,
  )
  const mail = { from, to: list.account.address, subject: 'leave me' }
  expect(said).toEqual({ id: 'crew.example', leave: 'mail', link: null, mail })
  await who.call('POST', `/api/messages/inbox/${ref.id}/unsubscribe`, {})
  const message = await waitForMessage(list.account, 'leave me')
  expect(message.from?.value[0]?.address).toBe(from)
  expect(message.text ?? '').not.toContain('stranger')
})

test('one click is offered only where our own server found the signature good, and never leads inside', async () => {
  const who = await person('blue')
  expect((await listed(who, ...oneClick)).list).toEqual({
    id: '',
    leave: 'link',
    link: 'https://127.0.0.1/leave',
    mail: null,
  })
  const forged = 'Authentication-Results: mx.evil.example; dkim=pass header.d=x.example'
  expect((await listed(who, forged, ...oneClick)).list?.leave).toBe('link')
  const ours = 'Authentication-Results: mx1.blueemailserver.com; dkim=pass header.d=x.example'
  const { ref, list } = await listed(who, ours, ...oneClick)
  expect(list).toEqual({ id: '', leave: 'one-click', link: null, mail: null })
  const answer = await ask('POST', `/api/messages/inbox/${ref.id}/unsubscribe`, { cookie: who.cookie, json: {} })
  expect(answer).toMatchObject({ status: 502, json: { code: 'unsubscribe-refused' } })
})
