import { expect, test } from 'vitest'
import { deliver, withImap } from '@/e2e/deliver'
import { messagesIn, waitForMessage } from '@/e2e/mailbox-of'
import { ask, person } from '@/e2e/web-client'
import type { Condition, FilterAction, FilterSet, Filters, Forwarding, Rule } from '@/lib/contract/filters'
import type { FolderSaved } from '@/lib/contract/folders'
import type { Label } from '@/lib/contract/labels'
import { noFilters } from '@/lib/contract/no-filters'
import { findMailAccount } from '@/lib/db/accounts'
import { withFilterScripts } from '@/lib/service/filters/with-filter-scripts'
import { sendFromOutside, spamText } from '@/mailserver/from-outside'

type Person = Awaited<ReturnType<typeof person>>

const rule = (conditions: Condition[], actions: FilterAction[]): Rule => ({
  name: 'r',
  enabled: true,
  match: 'all',
  conditions,
  actions,
})
const save = (who: Person, set: Partial<FilterSet>, replace = false) =>
  who.call<Filters>('PUT', '/api/filters', { set: { ...noFilters, ...set }, replace })
const about = (text: string): Condition => ({ of: 'subject', text })
const from = (who: Person) => who.account.address

async function flagsOf(who: Person, mailbox: string, subject: string): Promise<string[]> {
  await waitForMessage(who.account, subject, mailbox)
  return withImap(who.account, async (client) => {
    await client.mailboxOpen(mailbox)
    const message = await client.fetchOne('*', { flags: true })
    return message ? [...(message.flags ?? [])] : []
  })
}

test('a message delivered is where its rule says, with the flags and the label it says', async () => {
  const who = await person('blue')
  const { id } = await who.call<FolderSaved>('POST', '/api/folders', { name: 'Süß "quoted" \\ {5}', parent: null })
  const label = await who.call<Label>('POST', '/api/labels', { name: 'Invoices' })
  await save(who, {
    rules: [
      rule(
        [about('Rechnung "№5" \\ {3}')],
        [{ do: 'move', mailbox: id }, { do: 'read' }, { do: 'star' }, { do: 'label', label: label.id }],
      ),
      rule([{ of: 'words', text: 'unwanted phrase' }], [{ do: 'trash' }]),
      rule([{ of: 'list', text: 'crew.example' }], [{ do: 'read' }]),
    ],
  })
  await deliver(who.account, { from: 'a@redemailserver.com', subject: 'Rechnung "№5" \\ {3}', text: 'x' })
  const flags = await flagsOf(who, 'Süß "quoted" \\ {5}', 'Rechnung')
  expect(flags).toEqual(expect.arrayContaining(['\\Seen', '\\Flagged', label.keyword]))
  await deliver(who.account, { from: 'a@redemailserver.com', subject: 'away', text: 'an UNWANTED phrase here' })
  await waitForMessage(who.account, 'away', 'Trash')
  const list = { 'List-Id': 'The crew <crew.example>' }
  await deliver(who.account, { from: 'a@redemailserver.com', subject: 'listed', text: 'x', headers: list })
  expect(await flagsOf(who, 'INBOX', 'listed')).toContain('\\Seen')
})

test('spam stays spam under every rule but one that says never', async () => {
  const who = await person('blue')
  await save(who, {
    rules: [rule([about('friend')], [{ do: 'never-spam' }]), rule([about('report')], [{ do: 'star' }])],
  })
  for (const subject of ['friend', 'report'])
    await sendFromOutside('blue', { from: 'a@example.net', to: who.account.address, subject, text: spamText })
  await waitForMessage(who.account, 'friend')
  await waitForMessage(who.account, 'report', 'Spam')
})

test('an answer while away comes once, and within its dates only', async () => {
  const [away, writer] = [await person('blue'), await person('red')]
  const hour = 3_600_000
  const vacation = {
    enabled: true,
    begins: new Date(Date.now() - hour).toISOString(),
    ends: new Date(Date.now() + hour).toISOString(),
    subject: 'Away: "back" soon',
    text: 'Line one\n.\nLine "three" \\',
    days: 7,
  }
  await save(away, { vacation })
  const write = async (subject: string) => {
    const draft = { ...(await writer.newDraft()), to: [away.recipient], subject, html: '<p>x</p>' }
    await writer.call('POST', '/api/send', { draft, saved: null })
  }
  await write('first')
  const answer = await waitForMessage(writer.account, 'Away: "back" soon')
  expect(answer.text?.trimEnd()).toBe('Line one\n.\nLine "three" \\')
  await write('second')
  await waitForMessage(away.account, 'second')
  await save(away, { vacation: { ...vacation, ends: new Date(Date.now() - 60_000).toISOString(), subject: 'Over' } })
  await write('third')
  await waitForMessage(away.account, 'third')
  await deliver(writer.account, { from: 'a@redemailserver.com', subject: 'fence', text: 'x' })
  await waitForMessage(writer.account, 'fence')
  expect((await messagesIn(writer.account)).filter(({ subject }) => /Away|Over/.test(subject ?? ''))).toHaveLength(1)
})

test('forwarding keeps a copy, tells its owner where to, and ends when it goes round', async () => {
  const [one, two] = [await person('blue'), await person('red')]
  const forwardAll = (who: Person, address: string) =>
    save(who, { rules: [rule([{ of: 'smaller', kilobytes: 1000 }], [{ do: 'forward', address }])] })
  await forwardAll(one, from(two))
  await forwardAll(two, from(one))
  const notice = await waitForMessage(one.account, 'Your mail is now forwarded')
  expect(notice.text).toContain(from(two))
  expect(notice.text).toContain('127.')
  expect((await one.call<Forwarding>('GET', '/api/filters/forwarding')).addresses).toEqual([from(two)])
  await deliver(one.account, { from: 'a@redemailserver.com', to: from(one), subject: 'round', text: 'x' })
  await waitForMessage(one.account, 'round')
  await waitForMessage(two.account, 'round')
  await deliver(one.account, { from: 'a@redemailserver.com', to: from(one), subject: 'fence', text: 'x' })
  await waitForMessage(two.account, 'fence')
  const copies = async (who: Person) =>
    (await messagesIn(who.account)).filter((mail) => mail.subject === 'round').length
  expect(await copies(two)).toBe(1)
  expect(await copies(one)).toBeLessThanOrEqual(2)
})

test('a script made elsewhere is shown and kept; it is replaced only when that is said', async () => {
  const who = await person('blue')
  const account = await findMailAccount(who.account.address)
  if (account === null) throw new Error('no account')
  const script = '# by hand\r\nrequire "fileinto";\r\nif false { fileinto "Trash"; }\r\n'
  await withFilterScripts(account, ({ install }) => install('mine "by" hand', script))
  expect(await who.call<Filters>('GET', '/api/filters')).toEqual({
    set: noFilters,
    foreign: { name: 'mine "by" hand', script },
  })
  const set = { ...noFilters, rules: [rule([about('x')], [{ do: 'read' }])] }
  const refused = await ask('PUT', '/api/filters', { cookie: who.cookie, json: { set, replace: false } })
  expect(refused).toMatchObject({ status: 409, json: { code: 'filters-foreign' } })
  const saved = await save(who, set, true)
  expect(saved).toMatchObject({ set, foreign: null })
  expect(await who.call<Filters>('GET', '/api/filters')).toEqual(saved)
  await withFilterScripts(account, ({ install }) => install('mine "by" hand', script))
  expect((await who.call<Filters>('GET', '/api/filters')).foreign?.script).toBe(script)
})

test('a script made elsewhere under our name stays, however often rules are saved', async () => {
  const who = await person('blue')
  const account = await findMailAccount(who.account.address)
  if (account === null) throw new Error('no account')
  const script = '# theirs\r\nkeep;\r\n'
  await withFilterScripts(account, ({ install }) => install('waypost', script))
  await save(who, { rules: [rule([about('one')], [{ do: 'read' }])] }, true)
  await save(who, { rules: [rule([about('two')], [{ do: 'read' }])] })
  const kept = await withFilterScripts(account, async ({ names, read, active }) => ({
    names: (await names()).sort(),
    theirs: await read('waypost'),
    ours: (await active())?.script,
  }))
  expect(kept).toMatchObject({ names: ['waypost', 'waypost-2'], theirs: script })
  expect(kept.ours).toContain('"two"')
})

test('a rule whose folder or label is gone is switched off; the others are saved', async () => {
  const who = await person('blue')
  const gone = { ...rule([about('x')], [{ do: 'move', mailbox: 'no-such-folder' }]), name: 'Old project' }
  const unlabelled = rule([about('x')], [{ do: 'label', label: 'no-such-label' }, { do: 'trash' }])
  const forward = rule([about('y')], [{ do: 'forward', address: 'else@example.net' }])
  const { set } = await save(who, { rules: [gone, unlabelled, forward] })
  expect(set.rules.map(({ enabled }) => enabled)).toEqual([false, false, true])
  expect(set.rules[0]).toMatchObject({ name: 'Old project', actions: gone.actions })
  expect((await who.call<Forwarding>('GET', '/api/filters/forwarding')).addresses).toEqual(['else@example.net'])
  await deliver(who.account, { from: 'a@redemailserver.com', subject: 'x stays', text: 'x' })
  await waitForMessage(who.account, 'x stays')
})

test('a rule keeps the id it was given, and no two share one', async () => {
  const who = await person('blue')
  const first = await save(who, { rules: [rule([about('x')], [{ do: 'read' }])] })
  const [kept] = first.set.rules
  if (kept === undefined) throw new Error('no rule')
  const { set } = await save(who, { rules: [{ ...kept, name: 'renamed' }, kept] })
  expect(set.rules[0]?.id).toBe(kept.id)
  expect(set.rules[1]?.id).toMatch(/^[0-9a-f]{10}$/)
  expect(set.rules[1]?.id).not.toBe(kept.id)
})

test('hostile text in every field compiles to what it says', async () => {
  const who = await person('blue')
  const nasty = '"; discard; stop; #\\\r\n.\r\n}{5+}\r\n/* \u2028 \x24{x}'
  const conditions: Condition[] = (['from', 'to', 'subject', 'words', 'list'] as const).map((of) => ({
    of,
    text: nasty,
  }))
  const rules = [rule(conditions, [{ do: 'read' }])]
  await save(who, { rules, vacation: { ...noFilters.vacation, enabled: true, subject: nasty, text: nasty } })
  await deliver(who.account, { from: 'a@redemailserver.com', subject: 'still here', text: 'x' })
  await waitForMessage(who.account, 'still here')
})
