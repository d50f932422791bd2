import { describe, expect, it } from 'vitest'
import { textToHtml } from '@/lib/mail/mime/text-to-html'

describe('plain text as HTML', () => {
  it('makes links that can be followed', () => {
    expect(textToHtml('see https://example.org/a?b=1&c=2.')).toBe(
      '<div>see <a href="https://example.org/a?b=1&amp;c=2" target="_blank" rel="noopener noreferrer nofollow">https://example.org/a?b=1&amp;c=2</a>.</div>',
    )
    expect(textToHtml('write to a@example.org')).toContain('href="mailto:a@example.org"')
  })

  it.each([
    'https://example.org/"onmouseover=alert(1)',
    'https://example.org/<script>alert(1)</script>',
    '<a href="javascript:alert(1)">x</a> javascript:alert(1)',
    '> <img src=x onerror=alert(1)> https://x.example/<b>',
    'a"<b>@example.org',
  ])('lets no markup out of text: %s', (text) => {
    const html = textToHtml(text).replace(
      /<\/?(div|blockquote|br)>|<a href="(https?|mailto):[^"<>]*" target="_blank" rel="[a-z ]+">|<\/a>/g,
      '',
    )
    expect(html).not.toMatch(/[<>"]/)
  })

  it('sets quotes as blocks by their depth', () => {
    expect(textToHtml('a\n> b\n>> c\nd')).toBe(
      '<div>a</div><blockquote><div>b</div><blockquote><div>c</div></blockquote></blockquote><div>d</div>',
    )
  })

  it('answers in bounded time to a megabyte without a space', () => {
    const started = performance.now()
    textToHtml('http://a.'.repeat(120_000))
    textToHtml('>'.repeat(1_000_000))
    textToHtml('a@'.repeat(9_000).concat('\n').repeat(50))
    expect(performance.now() - started).toBeLessThan(3_000)
  })
})
