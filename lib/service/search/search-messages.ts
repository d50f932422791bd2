import type { MailAccount } from '@/lib/auth/signed-in'
import type { SearchQuery, SearchWindow } from '@/lib/contract/search'
import { parseSearch } from '@/lib/contract/search-grammar'
import type { ParsedSearch, SearchNode, SearchProblem } from '@/lib/contract/search-tree'
import { findMessages, indexProgress } from '@/lib/db/word-index/find-messages'
import { MailError } from '@/lib/mail/errors'
import { readLabels } from '@/lib/service/label-directory'
import { type Hit, type HitRows, rowsOfHits } from '@/lib/service/rows-of-hits'
import { knownZone } from '@/lib/service/search/day-start'
import { hitKey, readExcerpts } from '@/lib/service/search/excerpts'
import { FlagSets } from '@/lib/service/search/flag-sets'
import { isAnywhere, leavesOf, mailboxNamed, scopeOf, searchableMailboxes } from '@/lib/service/search/scope'
import { labelNamed, type SearchContext, toCondition } from '@/lib/service/search/to-condition'

/** Messages counted; a search that finds more says so. Pages beyond are found as they are asked for. */
const counted = 1_000

const emptyWindow = (query: SearchQuery, problems: SearchProblem[]): Omit<SearchWindow, 'index'> => ({
  mailbox: 'search',
  total: 0,
  unread: 0,
  offset: query.offset,
  rows: [],
  more: false,
  problems,
})

/** Mailboxes and labels that are named and do not exist: nothing is searched until they are. */
export function unknownNames({ terms }: ParsedSearch, { all, labels }: SearchContext, text: string): SearchProblem[] {
  return terms.flatMap(({ node, start, end }): SearchProblem[] => {
    const code =
      node.kind === 'in' && !isAnywhere(node.mailbox) && mailboxNamed(all, node.mailbox) === null
        ? 'unknown-mailbox'
        : node.kind === 'label' && labelNamed(labels, node.label) === null
          ? 'unknown-label'
          : null
    return code === null ? [] : [{ code, start, end, text: text.slice(start, end) }]
  })
}

export async function contextOf(account: MailAccount, node: SearchNode, zone: string): Promise<SearchContext> {
  const asksLabels = leavesOf(node).some(({ kind }) => kind === 'label')
  const [{ all, known }, labels] = await Promise.all([
    searchableMailboxes(account, node),
    asksLabels ? readLabels(account) : [],
  ])
  return { all, scope: scopeOf(node, all, known), labels, flags: new FlagSets(), zone, now: new Date() }
}

/** Hits of a search, newest or best first, at most `limit`. */
export async function findHits(
  account: MailAccount,
  node: SearchNode,
  context: SearchContext,
  { sort, limit }: { sort: SearchQuery['sort']; limit: number },
): Promise<Hit[]> {
  const condition = toCondition(node, context)
  await context.flags.read(account, context.scope)
  const pathOf = new Map(context.scope.map(({ indexId, path }) => [indexId, path]))
  const mailboxIds = [...pathOf.keys()]
  const found = await findMessages({ accountId: account.accountId, mailboxIds, condition, sort, limit })
  return found.map(({ mailboxId, uid }) => ({ path: pathOf.get(mailboxId) ?? '', uid }))
}

/** The server ends a connection whose view lost a mailbox (renamed, removed) under it: a new one sees what is there now. */
async function rowsOf(...[account, hits, window, onShown]: Required<Parameters<typeof rowsOfHits>>): Promise<HitRows> {
  try {
    return await rowsOfHits(account, hits, window, onShown)
  } catch (error) {
    const lost = error instanceof MailError && ['mailbox-not-found', 'imap-unavailable'].includes(error.code)
    if (!lost) throw error
    return rowsOfHits(account, hits, window, onShown)
  }
}

/** What a search that is understood finds; its rows and their pieces of text are read at the same time. */
async function find(account: MailAccount, node: SearchNode, context: SearchContext, query: SearchQuery) {
  const { mode, offset, limit, sort } = query
  const wanted = Math.max(counted, offset + limit * 4)
  const hits = await findHits(account, node, context, { sort, limit: wanted + 1 })
  const shown = Promise.withResolvers<Hit[]>()
  const [{ total, rows: found }, excerpts] = await Promise.all([
    rowsOf(account, hits.slice(0, wanted), { mode, offset, limit }, shown.resolve),
    shown.promise.then((first) => readExcerpts(account, node, first, context.scope)),
  ])
  const rows = found.map(({ row, hits: [hit] }) => ({ ...row, excerpts: (hit && excerpts.get(hitKey(hit))) ?? [] }))
  const unread = rows.filter(({ flags }) => !flags.seen).length
  return { total, unread, rows, more: hits.length > wanted }
}

/**
 * Results of all mailboxes in one list, words and flags answered together. A search that is not understood finds nothing
 * and says why.
 * @throws MailError of the connection
 */
export async function searchMessages(account: MailAccount, query: SearchQuery): Promise<SearchWindow> {
  const zone = knownZone(query.zone)
  const parsed = parseSearch(query.q, { zone })
  const { node } = parsed
  const look = async (): Promise<Omit<SearchWindow, 'index'>> => {
    if (node === null) return emptyWindow(query, parsed.problems)
    const context = await contextOf(account, node, zone)
    const problems = unknownNames(parsed, context, query.q)
    if (problems.length > 0) return emptyWindow(query, problems)
    return { mailbox: 'search', offset: query.offset, problems: [], ...(await find(account, node, context, query)) }
  }
  const [found, index] = await Promise.all([look(), indexProgress(account.accountId)])
  return { ...found, index }
}
