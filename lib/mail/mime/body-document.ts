import { foldQuote } from '@/lib/mail/mime/fold-quote'

/** One shown part: its HTML is clean already. Parts are never joined before they are cleaned (EFAIL). */
export type BodySection = { kind: 'html' | 'text'; html: string }
export type Theme = 'light' | 'dark' | 'system'

/** HTML that says nothing of colours is read like text: in the colours of the page around it. */
const ownColours = /\b(?:bgcolor|background|color)\b|<style\b/i

const dark =
  'body.themed{background:oklch(0.214 0.012 262);color:#e6e8ec}body.themed a{color:#8fb5ff}body.themed blockquote{color:#a6adba;border-color:#3b4250}body.fixed{padding:12px}body.themed .waypost-fold>summary{background:#3b4250;color:#e6e8ec}'

const style = (theme: Theme) => `
:root{color-scheme:${theme === 'system' ? 'light dark' : theme}}
:root:has(body.fixed){color-scheme:light}
html{overflow-x:auto}
body{margin:0;padding:2px;font:14px/1.5 "Inter Variable",Inter,system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;overflow-wrap:anywhere;background:#fff;color:#1b1f27}
body.html>section{overflow-wrap:break-word}
section+section{margin-top:16px;padding-top:16px;border-top:1px solid #d5d9e0}
section.text{white-space:pre-wrap}
blockquote{margin:0 0 0 2px;padding-left:12px;border-left:2px solid #c3c9d4}
section.text blockquote{color:#5b6472}
a{color:#1a56c4}
img{max-width:100%}
pre{white-space:pre-wrap}
::highlight(waypost-found){background:#ffe27a;color:#1b1f27}
.waypost-fold>summary{display:inline-block;margin:8px 0;padding:0 8px 4px;border-radius:8px;font:700 14px/10px system-ui,sans-serif;letter-spacing:1px;list-style:none;cursor:pointer;background:#e3e7ee;color:#3d4656}
.waypost-fold>summary::-webkit-details-marker{display:none}
${theme === 'dark' ? dark : ''}${theme === 'system' ? `@media (prefers-color-scheme:dark){${dark}}` : ''}`

/** Words marked in one text; more than anybody looks at. */
const markLimit = 2_000

/** Tells the page around the frame how high the text is. With `filler` the only script the document's policy lets run. */
const reporter = `
  const tell = () => parent.postMessage({ type: 'waypost-body-height', height: Math.ceil(document.documentElement.getBoundingClientRect().height) }, '*')
  new ResizeObserver(tell).observe(document.documentElement)
  addEventListener('load', tell, true)
  tell()`

/** Marks the words searched for, as the page around the frame names them; the document itself stays as it is. */
const marker = `
  const fold = (text) => text.replace(/./gsu, (character) => {
    const folded = character.normalize('NFD').replace(/\\p{M}/gu, '').toLowerCase()
    return folded.length === character.length ? folded : character
  })
  const mark = (pattern) => {
    if (typeof pattern !== 'string' || !globalThis.CSS?.highlights) return
    const found = new Highlight()
    const words = new RegExp(pattern, 'giu')
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    while (texts.nextNode() && found.size < ${markLimit}) {
      const node = texts.currentNode
      for (const { index, 0: word } of fold(node.data).matchAll(words)) {
        found.add(new StaticRange({ startContainer: node, startOffset: index, endContainer: node, endOffset: index + word.length }))
      }
    }
    CSS.highlights.set('waypost-found', found)
  }
  addEventListener('message', ({ source, data }) => {
    if (source === parent && data?.type === 'waypost-marks') mark(data.pattern)
  })`

/** Takes a text from the page around the frame. Scripts in it would be dead even if the policy let them live (innerHTML). */
const filler = `
  addEventListener('message', ({ source, data }) => {
    if (source !== parent || data?.type !== 'waypost-body') return
    document.body.className = data.look
    document.body.innerHTML = data.html
    for (const summary of document.querySelectorAll('.waypost-fold > summary')) summary.ariaLabel = data.quoteLabel
    mark(data.marks)
    tell()
  })
  parent.postMessage({ type: 'waypost-body-ready' }, '*')`

const script = (nonce: string, ...lines: string[]) => `<script nonce="${nonce}">(() => {${lines.join('')}
})()</script>`

const head = (theme: Theme) =>
  `<meta charset="utf-8"><meta name="viewport" content="width=device-width">\n<style>${style(theme)}</style>`

/** What stands in the body of such a document, and the class that gives it its look. Quotes at an end are folded. */
export type ShownBody = { html: string; look: string }

export function shownBody(sections: BodySection[]): ShownBody {
  const kind = sections.some((section) => section.kind === 'html') ? 'html' : 'text'
  const tone = sections.some((section) => section.kind === 'html' && ownColours.test(section.html)) ? 'fixed' : 'themed'
  const html = sections
    .map((section) => `<section class="${section.kind}">${foldQuote(section.html)}</section>`)
    .join('')
  return { html, look: `${kind} ${tone}` }
}

/** The whole document that is shown in the frame. `nonce` is the one its policy names. */
export function bodyDocument(sections: BodySection[], options: { theme: Theme; nonce: string }): string {
  const { html, look } = shownBody(sections)
  return `<!doctype html><html><head>${head(options.theme)}</head><body class="${look}">${script(options.nonce, reporter, marker)}${html}</body></html>`
}

/** The same document still empty: the page around the frame gives it its text, so that nobody waits for a request. */
export function emptyBodyDocument(options: { theme: Theme; nonce: string }): string {
  return `<!doctype html><html><head>${head(options.theme)}${script(options.nonce, reporter, marker, filler)}</head><body></body></html>`
}
