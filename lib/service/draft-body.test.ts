import { describe, expect, it } from 'vitest'
import { bodyOf, countLines, quotableHtml, splitHtml, splitText } from '@/lib/service/draft-body'

const draft = { format: 'html' as const, html: '<p>Hello <img src="cid:p1@x"></p>', text: '', quote: null }

describe('the body of a draft', () => {
  it('comes apart where it was joined', () => {
    const quote = { html: '<div>On Monday</div><blockquote>old <div>words</div></blockquote>', text: '' }
    const { html, text } = bodyOf({ ...draft, quote })
    expect(splitHtml(html ?? '')).toEqual({ html: draft.html, quote: quote.html })
    expect(text).toContain('> old')
    expect(splitHtml(bodyOf(draft).html ?? '')).toEqual({ html: draft.html, quote: null })
  })

  it('has nothing in it that runs, from the editor, the quote or a draft opened again', () => {
    const hostile = '<p onclick=alert(1)>x</p><script>alert(1)</script><svg onload=alert(1)>'
    const { html } = bodyOf({ ...draft, html: hostile, quote: { html: hostile, text: '' } })
    expect(html).not.toMatch(/onclick|onload|<script|<svg/)
    const opened = splitHtml(`${hostile}<div class="waypost-quote">${hostile}</div>`)
    expect(opened.html + opened.quote).not.toMatch(/onclick|onload|<script|<svg/)
  })

  it('is whole, however long', () => {
    const { html, text } = bodyOf({ ...draft, html: `<p>${'word '.repeat(60_000)}end</p>` })
    expect(html).toContain('word end</p>')
    expect(text.endsWith('word end')).toBe(true)
  })

  it('that cannot be taken apart is refused and not cut', () => {
    const html = `${'<div>'.repeat(400)}deep${'</div>'.repeat(400)}`
    expect(() => bodyOf({ ...draft, html })).toThrow(expect.objectContaining({ code: 'message-too-large' }))
  })

  it('in plain text comes apart by lines', () => {
    const quote = { html: '', text: 'On Monday:\n> a\n>\n> b\n' }
    const { text, html } = bodyOf({ format: 'text', html: '', text: 'Hello\r\n\r\nyou', quote })
    expect(html).toBeNull()
    expect(splitText(text, countLines(quote.text))).toEqual({ text: 'Hello\n\nyou', quote: quote.text.trimEnd() })
    expect(splitText('Hello', 0)).toEqual({ text: 'Hello', quote: null })
    expect(splitText('Hello', 99)).toEqual({ text: 'Hello', quote: null })
  })
})

describe('a quote', () => {
  it('shows the pictures that come along and keeps the addresses of those on the web', () => {
    const html = '<img src="cid:a%20b"><img src="cid:gone"><img src="https://x.example/p.png">'
    const quoted = quotableHtml(html, new Map([['a b', 'new@waypost']]))
    expect(quoted).toContain('src="cid:new@waypost"')
    expect(quoted).not.toContain('gone')
    expect(quoted).toContain('src="https://x.example/p.png"')
  })
})
