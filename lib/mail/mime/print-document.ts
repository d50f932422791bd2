import type { BodySection } from '@/lib/mail/mime/body-document'

const style = `
body{margin:0 auto;max-width:820px;padding:24px;font:13px/1.5 Inter,system-ui,sans-serif;color:#000;background:#fff;overflow-wrap:anywhere}
h1{font-size:18px;margin:0 0 12px}
dl{display:grid;grid-template-columns:max-content 1fr;gap:2px 12px;margin:0 0 16px;padding-bottom:12px;border-bottom:1px solid #999}
dt{color:#444}
dd{margin:0}
section.text{white-space:pre-wrap}
blockquote{margin:0;padding-left:12px;border-left:2px solid #999}
img{max-width:100%}`

const escapeHtml = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** A message laid out for paper. `fields` are label and text, in order; texts are escaped here, sections are clean already. */
export function printDocument(
  title: string,
  fields: [label: string, text: string][],
  sections: BodySection[],
  options: { nonce: string; language: string },
): string {
  const rows = fields.map(([label, text]) => `<dt>${escapeHtml(label)}</dt><dd>${escapeHtml(text)}</dd>`).join('')
  const inner = sections.map((section) => `<section class="${section.kind}">${section.html}</section>`).join('<hr>')
  return `<!doctype html><html lang="${options.language}"><head><meta charset="utf-8"><title>${escapeHtml(title)}</title>
<style>${style}</style></head><body><h1>${escapeHtml(title)}</h1><dl>${rows}</dl>${inner}
<script nonce="${options.nonce}">addEventListener('load', () => print())</script></body></html>`
}
