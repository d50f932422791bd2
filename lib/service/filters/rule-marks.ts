import type { FilterSet, Rule } from '@/lib/contract/filters'

/**
 * Keywords with which the script says on a message which rules met it: a flag is nothing a message can bring along, as it could a header
 * (docs/decisions/0022). Lower case: servers may change it.
 */
const filedMark = '$filed-'
const metMark = '$rule-'

/** Of the rule that chose where the message is. */
export const filedKeyword = ({ id = '' }: Rule): string => `${filedMark}${id}`
/** Of a rule that did something else to it. */
export const metKeyword = ({ id = '' }: Rule): string => `${metMark}${id}`

/** Names of a person's rules, empty for one without a name; those that were deleted since are not among them. */
export type RulesOfMessage = { filed: string | null; others: string[] }

/** Which rules met a message, by its flags. */
export function rulesOfFlags({ rules }: FilterSet, flags: Iterable<string>): RulesOfMessage {
  const marks = new Set([...flags].map((flag) => flag.toLowerCase()))
  const has = (keyword: string) => marks.has(keyword)
  const known = rules.filter(({ id }) => id !== undefined)
  const filed = known.find((rule) => has(filedKeyword(rule)))
  const others = known.filter((rule) => rule !== filed && has(metKeyword(rule)))
  return { filed: filed?.name ?? null, others: others.map(({ name }) => name) }
}
