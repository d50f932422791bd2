/** One shown part: its HTML is clean already. Parts are never joined before they are cleaned (EFAIL). */
export type BodySection = { kind: 'html' | 'text'; html: string }
export type Theme = 'light' | 'dark' | 'system'

/** HTML that says nothing of colours is read like text: in the colours of the page around it. */
const ownColours = /\b(?:bgcolor|background|color)\b|<style\b/i

const dark =
  'body.themed{background:oklch(0.214 0.012 262);color:#e6e8ec}body.themed a{color:#8fb5ff}body.themed blockquote{color:#a6adba;border-color:#3b4250}body.fixed{padding:12px}'

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
${theme === 'dark' ? dark : ''}${theme === 'system' ? `@media (prefers-color-scheme:dark){${dark}}` : ''}`

/** Tells the page around the frame how high the text is. The only script the document's policy lets run. */
const reporter = (nonce: string) => `<script nonce="${nonce}">(() => {
  const tell = () => parent.postMessage({ type: 'waypost-body-height', height: Math.ceil(document.documentElement.getBoundingClientRect().height) }, '*')
  new ResizeObserver(tell).observe(document.documentElement)
  addEventListener('load', tell, true)
  tell()
})()</script>`

/** The whole document that is shown in the frame. `nonce` is the one its policy names. */
export function bodyDocument(sections: BodySection[], options: { theme: Theme; nonce: string }): string {
  const kind = sections.some((section) => section.kind === 'html') ? 'html' : 'text'
  const tone = sections.some((section) => section.kind === 'html' && ownColours.test(section.html)) ? 'fixed' : 'themed'
  const inner = sections.map((section) => `<section class="${section.kind}">${section.html}</section>`).join('')
  return `<!doctype html><html><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<style>${style(options.theme)}</style></head><body class="${kind} ${tone}">${reporter(options.nonce)}${inner}</body></html>`
}
