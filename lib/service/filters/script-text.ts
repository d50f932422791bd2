import type { Condition, FilterAction, FilterSet, Rule, Vacation } from '@/lib/contract/filters'
import { sieveList, sieveString } from '@/lib/mail/sieve/sieve-text'
import { filedKeyword, metKeyword } from '@/lib/service/filters/rule-marks'

/** What the names in a set stand for on the server; undefined for what is not there any more. */
export type ScriptNames = {
  pathOf: (mailboxId: string) => string | undefined
  keywordOf: (labelId: string) => string | undefined
  /** Addresses that count as written to the person: the account's own. */
  own: string[]
}

const extensions = ['fileinto', 'mailbox', 'imap4flags', 'copy', 'body', 'vacation', 'date', 'relational']

/**
 * The script of a set (RFC 5228 and the extensions it names). Every text goes through `sieveString`. Spam comes first:
 * but for what is never spam, it is filed by the server and no rule sees it.
 */
export function scriptOf(set: FilterSet, names: ScriptNames): string {
  const rules = set.rules.filter(({ enabled }) => enabled)
  const neverSpam = rules.filter(({ actions }) => actions.some((action) => action.do === 'never-spam'))
  const parts = [
    `# Written by Waypost; rules are changed there.`,
    `require ${sieveList(extensions)};`,
    spamPart(neverSpam),
    ...(set.vacation.enabled ? [vacationPart(set.vacation, names.own)] : []),
    ...rules.map((rule) => rulePart(rule, names)),
    ...neverSpam.map(keepPart),
  ]
  return `${parts.join('\r\n')}\r\n`
}

const headerOf = { from: ['From'], to: ['To', 'Cc'], subject: ['Subject'], list: ['List-Id'] } as const

function testOf(condition: Condition): string {
  switch (condition.of) {
    case 'words':
      return `anyof(header :contains "Subject" ${sieveString(condition.text)}, body :text :contains ${sieveString(condition.text)})`
    case 'larger':
      return `size :over ${condition.kilobytes}K`
    case 'smaller':
      return `size :under ${condition.kilobytes}K`
    case 'attachment':
      return 'header :contains "Content-Type" "multipart/mixed"'
    default:
      return `header :contains ${sieveList([...headerOf[condition.of]])} ${sieveString(condition.text)}`
  }
}

const testsOf = ({ match, conditions }: Rule): string =>
  `${match === 'all' ? 'allof' : 'anyof'}(${conditions.map(testOf).join(', ')})`

/** As the server's own script has it (spam-to-folder.sieve), which sees only what no rule has filed. */
function spamPart(exceptions: Rule[]): string {
  const except = exceptions.map((rule) => `, not ${testsOf(rule)}`).join('')
  return `if allof(header :is "X-Spam" "Yes"${except}) {\r\n  fileinto :create "Spam";\r\n  stop;\r\n}`
}

function vacationPart({ begins, ends, subject, text, days }: Vacation, own: string[]): string {
  const now = (compare: 'ge' | 'lt', moment: string) =>
    `currentdate :zone "+0000" :value "${compare}" "iso8601" ${sieveString(moment.slice(0, 19))}`
  const tests = [
    'not header :is "X-Spam" "Yes"',
    ...(begins === null ? [] : [now('ge', begins)]),
    ...(ends === null ? [] : [now('lt', ends)]),
  ]
  const subjectPart = subject === '' ? '' : ` :subject ${sieveString(subject)}`
  const answer = `vacation :days ${days}${subjectPart} :addresses ${sieveList(own)} ${sieveString(text)};`
  return `if allof(${tests.join(', ')}) {\r\n  ${answer}\r\n}`
}

function rulePart(rule: Rule, names: ScriptNames): string {
  const actions = [...rule.actions].sort((a, b) => order.indexOf(a.do) - order.indexOf(b.do))
  const filed = actions.some((action) => action.do === 'move' || action.do === 'trash')
  const mark = addFlag(filed ? filedKeyword(rule) : metKeyword(rule))
  const lines = actions.map((action) => actionText(action, names)).filter((line) => line !== '')
  const last = filed ? ['stop;'] : []
  return `if ${testsOf(rule)} {\r\n${[mark, ...lines, ...last].map((line) => `  ${line}`).join('\r\n')}\r\n}`
}

/** Filed by us, it does not come before the server's script, which follows upon every `keep` (Pigeonhole). */
const keepPart = (rule: Rule): string =>
  `if ${testsOf(rule)} {\r\n  ${addFlag(filedKeyword(rule))}\r\n  fileinto "INBOX";\r\n}`

const addFlag = (flag: string): string => `addflag ${sieveString(flag)};`

function there(name: string | undefined): string {
  if (name === undefined) throw new Error('a rule that asks for what is gone was not switched off')
  return name
}

/** Flags count for what is filed after them. */
const order: FilterAction['do'][] = ['never-spam', 'read', 'star', 'label', 'forward', 'move', 'trash']

function actionText(action: FilterAction, { pathOf, keywordOf }: ScriptNames): string {
  switch (action.do) {
    case 'read':
      return addFlag('\\Seen')
    case 'star':
      return addFlag('\\Flagged')
    case 'label':
      return addFlag(there(keywordOf(action.label)))
    case 'forward':
      return `redirect :copy ${sieveString(action.address)};`
    case 'move':
      return `fileinto ${sieveString(there(pathOf(action.mailbox)))};`
    case 'trash':
      return 'fileinto "Trash";'
    case 'never-spam':
      return ''
  }
}
