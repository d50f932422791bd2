import { type CssNode, generate, parse, walk } from 'css-tree'
import { allowedFunctions, allowedProperties } from '@/lib/mail/mime/allowed-css'

/** `fetches` is set when something remote was taken out. */
export type CleanCss = { css: string; fetches: boolean }

const limit = 512 * 1024
const parseOptions = { parseValue: true, parseCustomProperty: false, onParseError: () => {} } as const

const allowedNodes = new Set([
  'Value',
  'Identifier',
  'Number',
  'Dimension',
  'Percentage',
  'Hash',
  'Operator',
  'Function',
  'Parentheses',
  'WhiteSpace',
])

/** A value is kept only when every piece of it is known to compute and not to fetch. */
function isHarmless(value: CssNode, property: string): boolean {
  let harmless = true
  walk(value, (node) => {
    if (node.type === 'Function') harmless &&= allowedFunctions.has(node.name.toLowerCase())
    else if (node.type === 'String') harmless &&= property === 'font-family' || property === 'font'
    else harmless &&= allowedNodes.has(node.type)
  })
  return harmless
}

const fetchesSomething = (value: CssNode): boolean =>
  /url|image|src|\\|var|\/\//i.test(value.type === 'Raw' ? value.value : generate(value))

/** Generated CSS never holds `<`, so it can stand in a style element; a backslash never starts a new meaning. */
const safeText = (css: string) => css.replaceAll('<', '\\3c ')

function cleanDeclarations(node: CssNode): CleanCss {
  const kept: string[] = []
  let fetches = false
  const children = 'children' in node && node.children ? node.children : []
  for (const child of children) {
    if (child.type !== 'Declaration') continue
    const property = child.property.toLowerCase()
    if (allowedProperties.has(property) && isHarmless(child.value, property)) {
      kept.push(`${property}:${generate(child.value)}${child.important === false ? '' : '!important'}`)
    } else if (fetchesSomething(child.value)) fetches = true
  }
  return { css: kept.join(';'), fetches }
}

/** The text of a style attribute with only known properties and values that fetch nothing. */
export function cleanStyleAttribute(text: string): CleanCss {
  if (text.length > 64 * 1024) return { css: '', fetches: false }
  const clean = cleanDeclarations(parse(text, { ...parseOptions, context: 'declarationList' }))
  return { css: safeText(clean.css), fetches: clean.fetches }
}

function cleanRule(node: CssNode, depth: number): CleanCss {
  if (node.type === 'Rule') {
    const selector = node.prelude.type === 'SelectorList' ? generate(node.prelude) : ''
    const block = cleanDeclarations(node.block)
    const keep = selector !== '' && selector.length < 2000 && !/[\\<{}@]/.test(selector) && block.css !== ''
    return { css: keep ? `${selector}{${block.css}}` : '', fetches: block.fetches }
  }
  if (node.type !== 'Atrule') return { css: '', fetches: false }
  if (node.name.toLowerCase() !== 'media' || node.block === null || node.prelude === null || depth > 3) {
    return { css: '', fetches: /import|font-face/i.test(node.name) || node.name.includes('\\') }
  }
  const query = generate(node.prelude)
  const inner = cleanRules(node.block, depth + 1)
  const keep = /^[a-z0-9 ():,.<>=\-/]{1,300}$/i.test(query) && !/[<]/.test(query) && inner.css !== ''
  return { css: keep ? `@media ${query}{${inner.css}}` : '', fetches: inner.fetches }
}

function cleanRules(node: CssNode, depth: number): CleanCss {
  const children = 'children' in node && node.children ? [...node.children] : []
  const rules = children.map((child) => cleanRule(child, depth))
  return { css: rules.map((rule) => rule.css).join(''), fetches: rules.some((rule) => rule.fetches) }
}

/** A style sheet with its rules and `@media` blocks kept, every other at-rule dropped. */
export function cleanStyleSheet(text: string): CleanCss {
  if (text.length > limit) return { css: '', fetches: false }
  const clean = cleanRules(parse(text, { ...parseOptions, context: 'stylesheet' }), 0)
  return { css: safeText(clean.css), fetches: clean.fetches }
}
