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
}

export const labelColors = ['gray', 'red', 'orange', 'yellow', 'green', 'teal', 'blue', 'purple', 'pink'] as const
export type LabelColor = (typeof labelColors)[number]

export type LabelList = { labels: Label[] }
