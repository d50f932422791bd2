import type { MailAccount } from '@/lib/auth/signed-in'
import type { ChangeLabel, Label } from '@/lib/contract/labels'
import { saveLabelRows } from '@/lib/db/labels'
import { AppError } from '@/lib/errors'
import { readLabels } from '@/lib/service/label-directory'
import { requireLabelName } from '@/lib/service/require-name'

/** The label and those below it with their new names. @throws AppError `name-refused`, `label-exists` */
function renamed(labels: Label[], label: Label, typed: string): Label[] {
  const name = requireLabelName(typed)
  const isBelow = (other: Label) => other.name.startsWith(`${label.name}/`)
  const moving = labels
    .filter((other) => other === label || isBelow(other))
    .map((other) => ({ ...other, name: requireLabelName(name + other.name.slice(label.name.length)) }))
  const keywords = new Set(moving.map(({ keyword }) => keyword))
  const taken = new Set(labels.filter(({ keyword }) => !keywords.has(keyword)).map((other) => other.name.toLowerCase()))
  if (moving.some((other) => taken.has(other.name.toLowerCase()))) {
    throw new AppError('label-exists', 'a label has this name')
  }
  return moving
}

/**
 * Changes how a label is called and shown; what has it stays untouched. A keyword of another program gets a row by it.
 * @throws AppError `label-not-found`, `name-refused`, `label-exists`
 */
export async function changeLabel(account: MailAccount, id: string, change: ChangeLabel): Promise<Label> {
  const labels = await readLabels(account)
  const label = labels.find((candidate) => candidate.id === id)
  if (label === undefined) throw new AppError('label-not-found', 'no label has this id')
  const { name = label.name, ...look } = change
  const named = name === label.name ? [label] : renamed(labels, label, name)
  const changed = named.map((other) => (other.id === id ? { ...other, ...look } : other))
  await saveLabelRows(
    account.accountId,
    changed.map(({ keyword, name, color, hidden }) => ({ keyword, name, color, hidden })),
  )
  return changed.find((other) => other.id === id) ?? label
}
