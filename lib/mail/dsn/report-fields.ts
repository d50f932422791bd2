const textLimit = 2_000
const partLimit = 512 * 1024

export type ReportFields = Map<string, string>

/** Groups of header-like fields, separated by empty lines; folded lines are joined (RFC 3464 section 2.1). At most 512 KB are looked at. */
export function fieldGroups(text: string): ReportFields[] {
  const unfolded = text
    .slice(0, partLimit)
    .replace(/\r\n?/g, '\n')
    .replace(/\n[ \t]+(?=\S)/g, ' ')
  return unfolded.split(/\n[ \t]*\n+/).map((group) => {
    const fields: ReportFields = new Map()
    for (const line of group.split('\n')) {
      const colon = line.indexOf(':')
      const name = line.slice(0, colon).trim().toLowerCase()
      // The first of a name counts: what a quoted reply adds below does not.
      if (colon > 0 && !fields.has(name)) fields.set(name, line.slice(colon + 1).trim())
    }
    return fields
  })
}

/** `rfc822; a@b` and `smtp; 550 no` without their type (RFC 3464 section 2.1.2); comments of old servers are left as words. */
export const withoutType = (value = ''): string =>
  value
    .replace(/^\s*[A-Za-z0-9-]+\s*;\s*/, '')
    .trim()
    .slice(0, textLimit)

/** xtext of ORCPT and ENVID (RFC 3461 section 4): `+2B` is `+`. Values that only look so stay as they are. */
export const fromXtext = (value: string): string =>
  value.replace(/\+([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))

/** The address of a recipient field, decoded: `rfc822;a@b` is `a@b`. */
export const reportedAddress = (value: string | undefined): string => {
  const bare = withoutType(value).replace(/^<(.*)>$/, '$1')
  return /^[^\s@]+@[^\s@]+$/.test(fromXtext(bare)) ? fromXtext(bare) : bare
}
