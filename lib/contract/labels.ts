import { z } from 'zod'
import { type LabelColor, labelColors } from '@/lib/contract/label-colors'

/**
 * A label: an IMAP keyword (RFC 9051 section 2.3.2) with a name and a colour of ours. `id` stands in URLs as a list's
 * id: `l-` and a hash of the keyword, because a label's name is user data and does not belong in a URL.
 */
export type Label = {
  id: string
  /** The keyword on the server, as Thunderbird shows it. It stays when the label is renamed. */
  keyword: string
  /** As the person named it; levels separated by `/`. */
  name: string
  color: LabelColor
  /** Not in the navigation. */
  hidden: boolean
  /** Unread messages with it, in all mailboxes but Spam and Trash. */
  unread: number
}

export type LabelList = { labels: Label[] }

export const labelParams = z.object({ id: z.string().regex(/^l-[A-Za-z0-9_-]{16}$/) })

const name = z.string().max(1000)
const color = z.enum(labelColors)

/** POST /api/labels. Answers the `Label`, or `name-refused` (with a `NameProblem` as detail), `label-exists`, `too-many-labels`. */
export const createLabelBody = z.object({ name, color: color.optional() })
export type CreateLabel = z.infer<typeof createLabelBody>

/**
 * PUT /api/labels/[id]. Answers the `Label`. A new name is also the new beginning of the names of all labels below it;
 * keywords stay.
 */
export const changeLabelBody = z.object({ name, color, hidden: z.boolean() }).partial()
export type ChangeLabel = z.infer<typeof changeLabelBody>

/** `removed` messages lost the label in this call. Not `done`: time was up; the same call goes on where it stopped. */
export type LabelDeleted = { removed: number; done: boolean }
