import { conditionsOf, printConditions } from '@/app/(mail)/_search/query-edits'
import { parseSearch } from '@/lib/contract/search-grammar'
import { printName, printSearch, quoted } from '@/lib/contract/search-print'
import type { SearchField, SearchNode } from '@/lib/contract/search-tree'

/** The fields of the search form, as typed. Empty means any. */
export type FormValues = {
  from: string
  to: string
  subject: string
  words: string
  without: string
  /** `larger` or `smaller` than `size`, e.g. `5M`. */
  sizeIs: 'larger' | 'smaller'
  size: string
  /** An age (`7d`): newer than that. */
  within: string
  after: string
  before: string
  /** What stands behind `in:`, or a whole `label:` term. */
  place: string
  attachment: boolean
}

export const emptyForm: FormValues = {
  from: '',
  to: '',
  subject: '',
  words: '',
  without: '',
  sizeIs: 'larger',
  size: '',
  within: '',
  after: '',
  before: '',
  place: '',
  attachment: false,
}

/** Reads a search into the form. What has no field of its own stands under `words`, so that nothing is lost. */
export function readForm(q: string): FormValues {
  if (parseSearch(q).problems.length > 0) return { ...emptyForm, words: q }
  const form = { ...emptyForm }
  const rest = conditionsOf(q).filter((node) => !readInto(form, node))
  form.words = printConditions(rest)
  return form
}

/** Takes a condition into its field; false when there is none for it, or it is taken. */
function readInto(form: FormValues, node: SearchNode): boolean {
  const take = (name: keyof FormValues, value: string | boolean): boolean => {
    if (form[name] !== emptyForm[name]) return false
    Object.assign(form, { [name]: value })
    return true
  }
  switch (node.kind) {
    case 'has':
      return take('attachment', true)
    case 'in':
      return take('place', printSearch(node))
    case 'label':
      return take('place', printSearch(node))
    case 'after':
    case 'before':
      return take(node.kind, node.date)
    case 'newer-than':
      return take('within', `${node.amount}${node.unit}`)
    case 'larger':
    case 'smaller': {
      if (form.size !== '') return false
      form.sizeIs = node.kind
      return take('size', printSearch(node).slice(node.kind.length + 1))
    }
    case 'not':
      return readExcluded(node.node, take)
    default:
      return readField(form, node)
  }
}

/** `-draft`, or `-{draft copy}`. */
function readExcluded(node: SearchNode, take: (name: keyof FormValues, value: string) => boolean): boolean {
  const parts = node.kind === 'or' ? node.nodes : [node]
  return parts.every(({ kind }) => kind === 'text') && take('without', parts.map(printSearch).join(' '))
}

const isFormField = (field: SearchField): field is 'from' | 'to' | 'subject' => /^(from|to|subject)$/.test(field)

/** `from:amy`, several of them as `amy bo`, or `from:amy OR from:bo` as `amy OR bo`. */
function readField(form: FormValues, node: SearchNode): boolean {
  const parts = node.kind === 'or' ? node.nodes : [node]
  const fields = parts.flatMap((part) => (part.kind === 'field' ? [part] : []))
  const name = fields[0]?.field
  if (!name || !isFormField(name) || fields.length < parts.length) return false
  if (fields.some(({ field }) => field !== name)) return false
  const text = fields.map((field) => printSearch({ ...field, kind: 'text' })).join(' OR ')
  // OR beside other words would need brackets; the first keeps the field.
  if (form[name] !== '' && (parts.length > 1 || form[name].includes(' OR '))) return false
  form[name] = form[name] === '' ? text : `${form[name]} ${text}`
  return true
}

/** Writes the form as a search: the very text one could have typed. */
export function writeForm(form: FormValues): string {
  return [
    operand('from', form.from),
    operand('to', form.to),
    operand('subject', form.subject),
    form.words.trim(),
    excluded(form.without),
    form.size.trim() && `${form.sizeIs}:${printName(form.size.trim())}`,
    form.within && `newer_than:${form.within}`,
    form.after && `after:${form.after}`,
    form.before && `before:${form.before}`,
    form.place,
    form.attachment && 'has:attachment',
  ]
    .filter(Boolean)
    .join(' ')
}

/** Words go in brackets behind the operator; what would not be understood there is meant as it stands. */
function operand(operator: string, typed: string): string {
  const value = typed.trim()
  if (value === '') return ''
  const single = `${operator}:${value}`
  if (!/[\s(){}]/.test(value) && parseSearch(single).problems.length === 0) return single
  if (/^"[^"]*"$/.test(value)) return single
  const several = `${operator}:(${value})`
  return parseSearch(several).problems.length === 0 ? several : `${operator}:${quoted(value)}`
}

function excluded(typed: string): string {
  const value = typed.trim()
  if (value === '') return ''
  const { node } = parseSearch(`{${value}}`)
  return `-${node?.kind === 'text' ? printSearch(node) : node ? `{${value}}` : quoted(value)}`
}
