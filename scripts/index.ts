// `npm run index -- status [ADDRESS]`: how far the index of words is. `npm run index -- rebuild [ADDRESS]`: forgets the words of
// one account, or of all, and the worker reads them anew.
import { db } from '@/lib/db/client'
import { forgetAccounts, indexedAccounts } from '@/lib/db/word-index/accounts'
import { wordIndex } from '@/lib/db/word-index/pool'
import { main, WorldError } from './world/shell'

async function status(address: string | null) {
  for (const one of await indexedAccounts(address)) {
    const files = one.filesWaiting > 0 ? `, files of ${one.filesWaiting} wait` : ''
    const state = one.indexed >= one.messages && one.filesWaiting === 0 ? 'complete' : 'filling'
    console.log(`${one.address.padEnd(40)} ${one.indexed} of ${one.messages} messages${files}  ${state}`)
  }
}

async function rebuild(address: string | null) {
  const accounts = await db().account.findMany({
    where: { active: true, ...(address === null ? {} : { address }) },
    select: { id: true, address: true },
    orderBy: { address: 'asc' },
  })
  if (accounts.length === 0) throw new WorldError(`There is no account ${address}. "npm run user -- list" shows all.`)
  await forgetAccounts(accounts)
  console.log(
    `The worker reads ${address ?? `${accounts.length} accounts`} anew; "npm run index -- status" shows how far.`,
  )
}

const verbs: Record<string, (address: string | null) => Promise<void>> = { status, rebuild }

await main(async () => {
  const [verb = '', address, ...rest] = process.argv.slice(2)
  const act = verbs[verb]
  if (act === undefined || rest.length > 0) throw new WorldError('Usage: npm run index -- status|rebuild [ADDRESS]')
  try {
    await act(address?.toLowerCase() ?? null)
  } catch (error) {
    if (!/ECONNREFUSED|ENOENT|DatabaseNotReachable|P1001/.test(String(error))) throw error
    throw new WorldError('The database does not answer. Start Waypost first: npm run demo', { cause: error })
  } finally {
    await Promise.allSettled([db().$disconnect(), wordIndex().end()])
  }
})
