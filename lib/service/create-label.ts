import type { MailAccount } from '@/lib/auth/signed-in'
import { labelColors } from '@/lib/contract/label-colors'
import type { CreateLabel, Label } from '@/lib/contract/labels'
import { saveLabelRows } from '@/lib/db/labels'
import { AppError } from '@/lib/errors'
import { readLabels, toLabel } from '@/lib/service/label-directory'
import { isLabelKeyword } from '@/lib/service/label-id'
import { keywordFor } from '@/lib/service/label-keyword'
import { requireLabelName } from '@/lib/service/require-name'

const countLimit = 500

/** The colour fewest labels have. */
function leastUsedColor(labels: Label[]) {
  const uses = (color: string) => labels.filter((label) => label.color === color).length
  // Grey is for those who choose it.
  const [, ...bright] = labelColors
  return bright.reduce((best, color) => (uses(color) < uses(best) ? color : best))
}

/**
 * Makes a label: a name and a colour for a keyword that no message has yet.
 * @throws AppError `name-refused`, `label-exists`, `too-many-labels`
 */
export async function createLabel(account: MailAccount, { name: typed, color }: CreateLabel): Promise<Label> {
  const name = requireLabelName(typed)
  const labels = await readLabels(account)
  if (labels.length >= countLimit) throw new AppError('too-many-labels', `there are ${labels.length} labels`)
  if (labels.some((label) => label.name.toLowerCase() === name.toLowerCase())) {
    throw new AppError('label-exists', 'a label has this name')
  }
  const taken = new Set(labels.map(({ keyword }) => keyword))
  const keyword = keywordFor(name, (candidate) => taken.has(candidate) || !isLabelKeyword(candidate))
  const row = { keyword, name, color: color ?? leastUsedColor(labels), hidden: false }
  await saveLabelRows(account.accountId, [row])
  return toLabel(row, 0)
}
