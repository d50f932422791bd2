import type { MailAccount } from '@/lib/auth/signed-in'
import { type LabelColor, labelColors } from '@/lib/contract/label-colors'
import type { Label } from '@/lib/contract/labels'
import { type LabelRow, listLabelRows } from '@/lib/db/labels'
import { AppError } from '@/lib/errors'
import { MailError } from '@/lib/mail/errors'
import type { ImapConnection } from '@/lib/mail/imap/connection'
import { countUnseenByKeyword, knownKeywords, usedKeywords } from '@/lib/mail/imap/keywords'
import { isLabelKeyword, labelIdOf } from '@/lib/service/label-id'
import { colorIndexOf } from '@/lib/service/label-keyword'
import { mailboxById } from '@/lib/service/mailbox-directory'
import { withMailbox } from '@/lib/service/with-mailbox'

/** Keywords that other programs made and that are shown at most. */
const foreignLimit = 300

/** Thunderbird's tags, which have these names and about these colours in every installation. */
const thunderbird: Record<string, { name: string; color: LabelColor }> = {
  $label1: { name: 'Important', color: 'red' },
  $label2: { name: 'Work', color: 'orange' },
  $label3: { name: 'Personal', color: 'green' },
  $label4: { name: 'To do', color: 'blue' },
  $label5: { name: 'Later', color: 'purple' },
}

const isColor = (color: string): color is LabelColor => labelColors.some((known) => known === color)

/** How a keyword is shown that nobody has named here; `asMet` has the case the server keeps. */
const unnamed = ([keyword, asMet]: [keyword: string, asMet: string]): LabelRow => {
  const color = labelColors[colorIndexOf(keyword, labelColors.length)] ?? 'gray'
  return { keyword, hidden: false, ...(thunderbird[keyword] ?? { name: asMet, color }) }
}

/** A row as the contract has it. */
export const toLabel = ({ keyword, name, color, hidden }: LabelRow, unread: number): Label => ({
  id: labelIdOf(keyword),
  keyword,
  name,
  color: isColor(color) ? color : 'gray',
  hidden,
  unread,
})

const byName = (a: Label, b: Label) => a.name.localeCompare(b.name, 'en', { numeric: true })

/** Label keywords of the selected mailbox, lower case, each with the case the server keeps. */
const labelKeywords = (connection: ImapConnection): Map<string, string> =>
  new Map(
    knownKeywords(connection)
      .filter(isLabelKeyword)
      .map((keyword) => [keyword.toLowerCase(), keyword]),
  )

async function readShown(account: MailAccount, rows: LabelRow[], path: string): Promise<Label[]> {
  const named = new Set(rows.map(({ keyword }) => keyword))
  return withMailbox(account, path, async (connection) => {
    const foreign = [...labelKeywords(connection)].filter(([keyword]) => !named.has(keyword)).slice(0, foreignLimit)
    const shown = [...rows, ...foreign.map(unnamed)]
    const unread = await countUnseenByKeyword(
      connection,
      shown.map(({ keyword }) => keyword),
    )
    const countOf = (keyword: string) => unread.get(keyword) ?? 0
    // The server never forgets a keyword: one that no message has any more was deleted.
    const silent = foreign.map(([keyword]) => keyword).filter((keyword) => countOf(keyword) === 0)
    const unused = new Set(silent)
    for (const keyword of await usedKeywords(connection, silent)) unused.delete(keyword)
    return shown.filter(({ keyword }) => !unused.has(keyword)).map((row) => toLabel(row, countOf(row.keyword)))
  })
}

/**
 * Every label: those named here, and the keywords that other programs have put on messages. By name.
 * @throws MailError of the connection
 */
export async function readLabels(account: MailAccount): Promise<Label[]> {
  const [rows, all] = await Promise.all([listLabelRows(account.accountId), mailboxById(account, 'all')])
  const read = () => readShown(account, rows, all.path)
  const labels = await read().catch((error: unknown) => {
    // A folder made meanwhile ends the session in the midst of counting; reading again does no harm.
    if (error instanceof MailError && error.code === 'imap-unavailable') return read()
    throw error
  })
  return labels.sort(byName)
}

/**
 * The keyword behind a label's id, also when no message has it any more: an undo may want it back.
 * @throws AppError `label-not-found`
 */
export async function keywordOfLabel(account: MailAccount, id: string): Promise<string> {
  const rows = await listLabelRows(account.accountId)
  const row = rows.find(({ keyword }) => labelIdOf(keyword) === id)
  if (row !== undefined) return row.keyword
  const all = await mailboxById(account, 'all')
  const known = await withMailbox(account, all.path, async (connection) => labelKeywords(connection))
  const keyword = [...known.keys()].find((candidate) => labelIdOf(candidate) === id)
  if (keyword === undefined) throw new AppError('label-not-found', 'no label has this id')
  return keyword
}
