import {
  defaultTreeAdapter,
  html as names,
  parse,
  type DefaultTreeAdapterTypes as Tree,
  type TreeAdapter,
} from 'parse5'
import {
  allowedElements,
  droppedElements,
  fetchingAttributes,
  isAllowedAttribute,
  voidElements,
} from '@/lib/mail/mime/allowed-html'
import { withinTime } from '@/lib/mail/mime/bounded'
import { htmlToText } from '@/lib/mail/mime/html-to-text'
import { type CleanCss, cleanStyleAttribute, cleanStyleSheet } from '@/lib/mail/mime/sanitise-css'
import { cleanDataPicture, cleanLink, contentIdOf, isRemote } from '@/lib/mail/mime/sanitise-url'

export type SanitiseOptions = {
  /** Keep style elements, classes and ids. Only for a document of its own; never for text put into another. */
  styleSheets?: boolean
  /** Classes that stay as they are without style sheets: marks of our own, which nothing paints. */
  marks?: Set<string>
  /** Address of the part with this Content-ID, or null when there is none. Without it `cid:` addresses stay. */
  cid?: (contentId: string) => string | null
  /** Address under which a remote picture may be shown, or null. Without it remote pictures lose their address. */
  remote?: (url: string) => string | null
  /** Milliseconds until the words alone must do; 700 where nothing is said. Longer for what a person wrote themselves. */
  patience?: number
}

/** `reduced`: it was too large, too deep or too slow, and `html` holds its words alone. */
export type CleanHtml = { html: string; hasRemoteContent: boolean; reduced: boolean }

const sizeLimit = 3 * 1024 * 1024
const timeLimit = 700
const depthLimit = 300
const nodeLimit = 150_000
const passLimit = 4

const escapeText = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\u00a0', '&nbsp;')
const escapeAttribute = (text: string) => escapeText(text).replaceAll('"', '&quot;')

/** Trees deeper or larger than a mail can need are refused while they grow, before they cost anything. */
function boundedAdapter(): TreeAdapter<Tree.DefaultTreeAdapterMap> {
  let depth = 0
  let nodes = 0
  return {
    ...defaultTreeAdapter,
    onItemPush: () => {
      depth += 1
      nodes += 1
      if (depth > depthLimit || nodes > nodeLimit) throw new RangeError('the tree is too large')
    },
    onItemPop: () => {
      depth -= 1
    },
  }
}

/** One pass over one document. Writes only what the lists allow, from the tree a browser would build. */
class Cleaner {
  readonly #options: SanitiseOptions
  readonly #sheets: string[] = []
  hasRemoteContent = false

  constructor(options: SanitiseOptions) {
    this.#options = options
  }

  document(html: string): string {
    const tree = parse<Tree.DefaultTreeAdapterMap>(html, { treeAdapter: boundedAdapter(), scriptingEnabled: false })
    const body = this.#children(tree)
    const sheet = this.#sheets.join('')
    return sheet === '' ? body : `<style>${sheet}</style>${body}`
  }

  #children(parent: Tree.ParentNode): string {
    let output = ''
    for (const child of parent.childNodes) output += this.#node(child)
    return output
  }

  #node(node: Tree.ChildNode): string {
    if (node.nodeName === '#text') return escapeText((node as Tree.TextNode).value)
    return 'tagName' in node ? this.#element(node) : ''
  }

  #element(element: Tree.Element): string {
    const { tagName } = element
    if (element.namespaceURI !== names.NS.HTML) return ''
    if (tagName === 'style') this.#sheet(element)
    if (tagName === 'link' && /stylesheet/i.test(attributeOf(element, 'rel'))) this.hasRemoteContent = true
    if (droppedElements.has(tagName)) return ''
    if (tagName === 'body') return this.#body(element)
    if (!allowedElements.has(tagName)) return this.#children(element)
    const open = `<${tagName}${this.#attributes(element, tagName)}>`
    if (voidElements.has(tagName)) return open
    const inner = this.#children(element)
    // The parser swallows one line break after <pre>.
    return `${open}${tagName === 'pre' && inner.startsWith('\n') ? '\n' : ''}${inner}</${tagName}>`
  }

  /** Colours and margins of the body live on in a block around everything. */
  #body(element: Tree.Element): string {
    const colours = [
      ['background-color', attributeOf(element, 'bgcolor')],
      ['color', attributeOf(element, 'text')],
    ].flatMap(([property, value]) => (/^#?\w{3,20}$/.test(value ?? '') ? [`${property}:${value}`] : []))
    const style = this.#noted(cleanStyleAttribute([...colours, attributeOf(element, 'style')].join(';')))
    if (attributeOf(element, 'background') !== '') this.hasRemoteContent = true
    const inner = this.#children(element)
    return style === '' ? inner : `<div style="${escapeAttribute(style)}">${inner}</div>`
  }

  #sheet(element: Tree.Element) {
    const text = element.childNodes.map((child) => ('value' in child ? child.value : '')).join('')
    const clean = this.#noted(cleanStyleSheet(text))
    if (this.#options.styleSheets === true && clean !== '') this.#sheets.push(clean)
  }

  #attributes(element: Tree.Element, as: string): string {
    let output = ''
    for (const { name, value, prefix } of element.attrs) {
      if (prefix) continue
      if (fetchingAttributes.has(name)) this.hasRemoteContent = true
      if (!isAllowedAttribute(as, name)) continue
      const clean = this.#value(name, value)
      if (clean !== null) output += ` ${name}="${escapeAttribute(clean)}"`
    }
    if (as === 'a' && output.includes(' href="')) output += ' target="_blank" rel="noopener noreferrer nofollow"'
    return output
  }

  #value(name: string, value: string): string | null {
    if (name === 'style') return this.#noted(cleanStyleAttribute(value)) || null
    if (name === 'href') return cleanLink(value)
    if (name === 'src') return this.#picture(value)
    if (name === 'class' && this.#options.marks?.has(value)) return value
    if (name === 'class' || name === 'id') {
      return this.#options.styleSheets === true && /^[\w\s-]{1,500}$/.test(value) ? value : null
    }
    return value.length > 2000 ? null : value
  }

  #picture(value: string): string | null {
    const contentId = contentIdOf(value)
    if (contentId !== null) {
      if (this.#options.cid !== undefined) return this.#options.cid(contentId)
      return `cid:${encodeURIComponent(contentId)}`
    }
    if (isRemote(value)) {
      this.hasRemoteContent = true
      return this.#options.remote?.(value.trim()) ?? null
    }
    return cleanDataPicture(value)
  }

  #noted(clean: CleanCss): string {
    this.hasRemoteContent ||= clean.fetches
    return clean.css
  }
}

function attributeOf(element: Tree.Element, name: string): string {
  return element.attrs.find((attribute) => attribute.name === name)?.value ?? ''
}

/**
 * Taking an element apart can let its neighbours fall together differently: repeated until nothing moves any more.
 * Pictures keep their addresses meanwhile; they are decided in a last pass, which changes nothing else.
 */
function cleanDocument(html: string, options: SanitiseOptions): CleanHtml | null {
  const draft = { styleSheets: options.styleSheets, marks: options.marks, remote: remoteAsIs }
  const first = new Cleaner(draft)
  let current = first.document(html)
  for (let pass = 0; pass < passLimit; pass += 1) {
    const again = new Cleaner(draft).document(current)
    if (again === current) {
      const { hasRemoteContent } = first
      const html = current.includes(' src="') ? new Cleaner(options).document(current) : current
      return { html, hasRemoteContent, reduced: false }
    }
    current = again
  }
  return null
}

const remoteAsIs = (url: string) => {
  const absolute = url.startsWith('//') ? `https:${url}` : url
  return URL.canParse(absolute) ? new URL(absolute).href : null
}

/** What is shown of a message too large, too deep or too slow to take apart: its words. */
function asPlainText(html: string): CleanHtml {
  const text = htmlToText(html.slice(0, sizeLimit))
  return { html: `<pre style="white-space:pre-wrap">${escapeText(text)}</pre>`, hasRemoteContent: false, reduced: true }
}

/**
 * Makes HTML of a stranger safe to show: an allow-list over the tree of the standard's own parser, CSS likewise;
 * nothing in the result runs or fetches. Applying it again changes nothing. Never throws: what is larger than 3 MB,
 * deeper than 300 elements or slower than `patience` comes back as plain text.
 */
export function sanitiseHtml(html: string, options: SanitiseOptions = {}): CleanHtml {
  if (html.length > sizeLimit) return asPlainText(html)
  try {
    return withinTime(options.patience ?? timeLimit, () => cleanDocument(html, options)) ?? asPlainText(html)
  } catch {
    return asPlainText(html)
  }
}
