import { randomBytes } from 'node:crypto'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { hash } from '@node-rs/argon2'
import { db } from '@/lib/db/client'
import { data } from '../world/paths'
import { WorldError } from '../world/shell'
import { parseUserArguments, type UserArguments, type Verb } from './arguments'

/** OWASP's lowest advice for argon2id: 19 MiB, two passes (docs/decisions). */
const cost = { memoryCost: 19456, timeCost: 2, parallelism: 1 }

function choosePassword(given: string | undefined) {
  return { password: given ?? randomBytes(12).toString('base64url'), made: given === undefined }
}

async function existing(address: string) {
  const account = await db().account.findUnique({ where: { address }, include: { domain: true } })
  if (!account) throw new WorldError(`There is no account ${address}. "npm run user -- list" shows all.`)
  return account
}

async function add({ address, password, name, admin, quotaBytes }: UserArguments) {
  const domainName = address.slice(address.indexOf('@') + 1)
  if (!(await db().domain.findUnique({ where: { name: domainName } }))) {
    const known = (await db().domain.findMany({ orderBy: { name: 'asc' } })).map((domain) => domain.name).join(', ')
    throw new WorldError(`${domainName} is not a domain of this system. There are: ${known}.`)
  }
  if (await db().account.findUnique({ where: { address } })) throw new WorldError(`${address} exists already.`)
  if (await db().alias.findFirst({ where: { address } })) throw new WorldError(`${address} is an alias already.`)
  const chosen = choosePassword(password)
  const passwordHash = await hash(chosen.password, cost)
  await db().account.create({ data: { address, domainName, displayName: name ?? '', admin, passwordHash, quotaBytes } })
  console.log(`${address} is made.${chosen.made ? ` Password (shown this once): ${chosen.password}` : ''}`)
}

async function changePassword({ address, password }: UserArguments) {
  const { id } = await existing(address)
  const chosen = choosePassword(password)
  await db().account.update({ where: { id }, data: { passwordHash: await hash(chosen.password, cost) } })
  const { count } = await db().session.deleteMany({ where: { accountId: id } })
  console.log(`The password of ${address} is changed${count > 0 ? `, and ${count} sessions are signed out` : ''}.`)
  if (chosen.made) console.log(`Password (shown this once): ${chosen.password}`)
}

async function setActive(address: string, active: boolean) {
  const { id } = await existing(address)
  await db().account.update({ where: { id }, data: { active } })
  if (!active) await db().session.deleteMany({ where: { accountId: id } })
  console.log(`${address} is ${active ? 'enabled again' : 'disabled: it cannot sign in, and mail to it is refused'}.`)
}

async function remove({ address, purge }: UserArguments) {
  const account = await existing(address)
  const [local, domain] = address.split('@')
  const mail = join(data, account.domain.hostId, 'vmail', domain ?? '', local ?? '')
  await db().alias.deleteMany({ where: { target: address } })
  await db().account.delete({ where: { id: account.id } })
  if (purge) rmSync(mail, { recursive: true, force: true })
  console.log(
    `${address} is removed. ${purge ? 'Its mail is gone.' : `Its mail stays in ${mail} (--purge removes it).`}`,
  )
}

async function list() {
  const accounts = await db().account.findMany({ orderBy: [{ domainName: 'asc' }, { address: 'asc' }] })
  for (const account of accounts) {
    const notes = [account.admin && 'admin', !account.active && 'disabled'].filter(Boolean).join(', ')
    const quota = `${(Number(account.quotaBytes) / 2 ** 30).toFixed(1)} GB`
    console.log(
      `${account.address.padEnd(40)} ${quota.padStart(9)}  ${account.displayName.padEnd(24)} ${notes}`.trimEnd(),
    )
  }
}

const actions: Record<Verb, (given: UserArguments) => Promise<void>> = {
  add,
  password: changePassword,
  disable: ({ address }) => setActive(address, false),
  enable: ({ address }) => setActive(address, true),
  remove,
  list,
}

/** Carries out one `npm run user` command. Throws WorldError with a sentence for the person at the keyboard. */
export async function run(args: readonly string[]) {
  const given = parseUserArguments(args)
  try {
    await actions[given.verb](given)
  } catch (error) {
    if (error instanceof WorldError || !/ECONNREFUSED|ENOENT|DatabaseNotReachable|P1001/.test(String(error)))
      throw error
    throw new WorldError('The database does not answer. Start Waypost first: npm run demo', { cause: error })
  } finally {
    await db()
      .$disconnect()
      .catch(() => undefined)
  }
}
