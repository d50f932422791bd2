import { expect, test } from 'vitest'
import { ask, person } from '@/e2e/web-client'
import { templateLimits } from '@/lib/contract/template-limits'
import type { Template, TemplateList } from '@/lib/contract/templates'
import { db } from '@/lib/db/client'

type Person = Awaited<ReturnType<typeof person>>
const dot =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

const list = async (who: Person) => (await who.call<TemplateList>('GET', '/api/templates')).templates
const create = (who: Person, name: string, html = '<p>x</p>', subject = '') =>
  who.call<Template>('POST', '/api/templates', { name, subject, html })
const refusal = async (who: Person, method: string, path: string, json?: unknown) =>
  (await ask(method, path, { cookie: who.cookie, json })).json

test('a template is kept, listed by name, read, renamed, removed and brought back', async () => {
  const who = await person('blue')
  const offer = await create(who, 'Offer', '<p>Our <b>offer</b></p><p>is good</p>', 'An offer')
  await create(who, 'Absence')
  expect(await list(who)).toMatchObject([
    { name: 'Absence' },
    { id: offer.id, name: 'Offer', subject: 'An offer', excerpt: 'Our offer is good' },
  ])
  const path = `/api/templates/${offer.id}`
  await who.call('PUT', path, { name: '  Our offer ', subject: 'x', html: offer.html })
  expect(await who.call('GET', path)).toEqual({ ...offer, name: 'Our offer', subject: 'x' })
  const { id, ...removed } = await who.call<Template>('DELETE', path)
  expect(await refusal(who, 'GET', path)).toMatchObject({ code: 'not-found' })
  expect(await refusal(who, 'PUT', path, removed)).toMatchObject({ code: 'not-found' })
  expect(await who.call('POST', '/api/templates', removed)).toMatchObject({ ...removed, html: offer.html })
})

test('a template is cleaned as mail is, its pictures stay', async () => {
  const who = await person('blue')
  const hostile = `<p onclick="x()">Hi<script>alert(1)</script></p><img src="${dot}"><img src="https://spy.example/x.png"><img src="cid:a@b"><div class="waypost-signature"><svg><use href="data:x"/></svg></div>`
  const { html } = await create(who, '<img src=x onerror=alert(1)>', hostile, 'a\r\nBcc: x@y.example')
  expect(html).toBe(`<p>Hi</p><img src="${dot}"><img><img><div></div>`)
  expect(await list(who)).toMatchObject([{ name: '<img src=x onerror=alert(1)>', subject: 'a Bcc: x@y.example' }])
})

test('two templates cannot have one name, whatever its case', async () => {
  const who = await person('blue')
  await create(who, 'Grüße')
  const { id } = await create(who, 'Other')
  const taken = { name: 'GRÜSSE'.replace('SS', 'ß'), subject: '', html: '' }
  expect(await refusal(who, 'POST', '/api/templates', taken)).toMatchObject({ code: 'template-exists' })
  expect(await refusal(who, 'PUT', `/api/templates/${id}`, taken)).toMatchObject({ code: 'template-exists' })
  await who.call('PUT', `/api/templates/${id}`, { ...taken, name: 'OTHER' })
})

test('what is too large and what is too many is refused in words', async () => {
  const who = await person('blue')
  const large = { name: 'x', subject: '', html: `<p>${'x'.repeat(templateLimits.html)}</p>` }
  expect(await refusal(who, 'POST', '/api/templates', large)).toMatchObject({ code: 'template-too-large' })
  const { id: accountId } = await db().account.findUniqueOrThrow({ where: { address: who.account.address } })
  const rows = Array.from({ length: templateLimits.count }, (_, n) => ({ name: `t${n}`, nameKey: `t${n}` }))
  await db().template.createMany({
    data: rows.map((row) => ({ accountId, subject: '', html: '', excerpt: '', ...row })),
  })
  const one = { name: 'one more', subject: '', html: '' }
  expect(await refusal(who, 'POST', '/api/templates', one)).toMatchObject({ code: 'too-many-templates' })
  expect(await list(who)).toHaveLength(templateLimits.count)
})

test('a template of somebody else is not there', async () => {
  const [owner, other] = [await person('blue'), await person('blue')]
  const { id } = await create(owner, 'secret', '<p>secret</p>')
  for (const [method, json] of [['GET'], ['PUT', { name: 'y', subject: '', html: '' }], ['DELETE']] as const) {
    expect((await ask(method, `/api/templates/${id}`, { cookie: other.cookie, json })).status, method).toBe(404)
  }
  expect(await list(other)).toEqual([])
  expect(await list(owner)).toHaveLength(1)
})
