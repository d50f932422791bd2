import {
  defaultTreeAdapter,
  html as names,
  parseFragment,
  serialize,
  type DefaultTreeAdapterTypes as Tree,
} from 'parse5'

/** Longer texts are shown whole: folding is for reading, not worth a second. */
const sizeLimit = 500_000

const quoteClasses = /(?:^|\s)(?:gmail_quote|gmail_quote_container|yahoo_quoted|protonmail_quote|waypost-quote)(?:\s|$)/
const attributionClasses = /(?:^|\s)(?:gmail_attr|moz-cite-prefix)(?:\s|$)/
const wrappers = new Set(['div', 'section', 'article', 'main', 'center', 'span', 'font'])
/** What one passes on is the message, not a quote of it. */
const forwarded = /^\s*-{2,}\s*(?:forwarded|weitergeleitete|original)/i

const isElement = (node: Tree.Node): node is Tree.Element => 'tagName' in node
const classOf = (node: Tree.Element) => node.attrs.find(({ name }) => name === 'class')?.value ?? ''

function textOf(node: Tree.Node): string {
  if (node.nodeName === '#text') return (node as Tree.TextNode).value
  if (isElement(node) && node.tagName === 'style') return ''
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : ''
}

function isVisible(node: Tree.Node): boolean {
  if (node.nodeName === '#text') return (node as Tree.TextNode).value.trim() !== ''
  if (!isElement(node) || node.tagName === 'style') return false
  return node.tagName === 'img' || node.childNodes.some(isVisible)
}

const isQuote = (node: Tree.Element) => node.tagName === 'blockquote' || quoteClasses.test(classOf(node))

/** The quote a text ends with: nothing one can see comes after it. */
function lastQuote(parent: Tree.ParentNode): Tree.Element | null {
  const last = parent.childNodes.findLast(isVisible)
  if (!last || !isElement(last)) return null
  if (isQuote(last)) return last
  return wrappers.has(last.tagName) ? lastQuote(last) : null
}

/** Where the quote begins among its siblings: with the line that says who wrote it, which may be broken in two. */
function beginOf(siblings: Tree.ChildNode[], quote: number): number {
  const line = siblings.findLastIndex((node, i) => i < quote && isVisible(node))
  const node = siblings[line]
  if (!node) return quote
  const text = textOf(node).trim()
  const attribution =
    (isElement(node) && attributionClasses.test(classOf(node))) || (text.endsWith(':') && text.length < 300)
  if (!attribution) return quote
  const before = siblings[line - 1]
  const broken =
    before && /^\s*(?:On|Am|Le|El|Il|Op)\s.{5,200}$/.test(textOf(before)) && !/^\s*(?:On|Am|Le|El|Il|Op)\s/.test(text)
  return broken ? line - 1 : line
}

function fold(parent: Tree.ParentNode, from: number, to: number): void {
  const { createElement, appendChild, createTextNode, detachNode, insertBefore } = {
    ...defaultTreeAdapter,
    createTextNode: (value: string): Tree.TextNode => ({ nodeName: '#text', value, parentNode: null }),
  }
  const details = createElement('details', names.NS.HTML, [{ name: 'class', value: 'waypost-fold' }])
  const summary = createElement('summary', names.NS.HTML, [])
  appendChild(summary, createTextNode('...'))
  appendChild(details, summary)
  const folded = parent.childNodes.slice(from, to + 1)
  const [first] = folded
  if (first) insertBefore(parent, details, first)
  for (const node of folded) {
    detachNode(node)
    appendChild(details, node)
  }
}

/**
 * Clean HTML with the quote it ends with behind a `...` that opens it. Works on the tree and writes it anew; what is
 * clean stays clean, because only a `details` comes in. HTML that ends with no quote, or is nothing else, comes back as it is.
 */
export function foldQuote(clean: string): string {
  if (clean.length > sizeLimit || !/<blockquote|_quote|yahoo_quoted|waypost-quote/.test(clean)) return clean
  const tree = parseFragment(clean)
  const quote = lastQuote(tree)
  const parent = quote?.parentNode
  if (!quote || !parent || forwarded.test(textOf(quote))) return clean
  const to = parent.childNodes.indexOf(quote)
  const from = beginOf(parent.childNodes, to)
  if (!visibleBefore(tree, parent.childNodes[from] ?? quote)) return clean
  fold(parent, from, to)
  return serialize(tree)
}

/** Whether anything is left to read when all from `node` on is folded. */
function visibleBefore(tree: Tree.ParentNode, node: Tree.ChildNode): boolean {
  for (
    let at: Tree.ChildNode | Tree.ParentNode = node;
    at !== tree && 'parentNode' in at && at.parentNode;
    at = at.parentNode
  ) {
    const siblings: Tree.ChildNode[] = at.parentNode.childNodes
    const place = siblings.indexOf(at as Tree.ChildNode)
    if (siblings.slice(0, place).some(isVisible)) return true
  }
  return false
}
