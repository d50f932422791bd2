import { describe, expect, it } from 'vitest'
import { foldQuote } from '@/lib/mail/mime/fold-quote'
import { sanitiseHtml } from '@/lib/mail/mime/sanitise-html'
import { textToHtml } from '@/lib/mail/mime/text-to-html'

const clean = (html: string) => sanitiseHtml(html, { styleSheets: true }).html
/** What is folded and what is not, as text. */
const parts = (html: string) => {
  const folded = foldQuote(html)
  const [before = '', inside = ''] = folded.split('<details class="waypost-fold"><summary>...</summary>')
  const text = (part: string) =>
    part
      .replace(/<[^>]*>/g, ' ')
      .replace(/\s+/g, ' ')
      .trim()
  return { shown: text(before), folded: text(inside) }
}

describe('the quote a message ends with', () => {
  it.each([
    [
      'Gmail',
      '<div>Yes.</div><div class="gmail_quote"><div class="gmail_attr">On Monday Maria wrote:</div><blockquote>Lunch?</blockquote></div>',
    ],
    [
      'Apple Mail',
      '<div>Yes.</div><div><br><blockquote type="cite">On Monday Maria wrote:<br>Lunch?</blockquote></div>',
    ],
    [
      'Thunderbird',
      '<p>Yes.</p><div class="moz-cite-prefix">On Monday Maria wrote:<br></div><blockquote type="cite">Lunch?</blockquote><p><br></p>',
    ],
    [
      'Waypost',
      '<p>Yes.</p><div class="waypost-quote"><p>On Monday Maria wrote:</p><blockquote>Lunch?</blockquote></div>',
    ],
  ])('is folded as %s writes it', (_, html) => {
    expect(parts(clean(html))).toEqual({ shown: 'Yes.', folded: 'On Monday Maria wrote: Lunch?' })
  })

  it('is folded in plain text, with the line before it even when that is broken', () => {
    const html = textToHtml(
      'Yes.\n\nOn Monday, 2 March 2026, Maria Rossi\n<maria@red.example> wrote:\n> Lunch?\n>> When?\n',
    )
    expect(parts(html)).toEqual({
      shown: 'Yes.',
      folded: 'On Monday, 2 March 2026, Maria Rossi &lt; maria@red.example &gt; wrote: Lunch? When?',
    })
  })

  it.each([
    ['that is answered below', '<blockquote>Lunch?</blockquote><p>Yes.</p>'],
    ['that is all there is', '<blockquote>Lunch?</blockquote>'],
    [
      'that passes a message on',
      '<p>See</p><div class="gmail_quote">---------- Forwarded message ---------<br>Lunch?</div>',
    ],
  ])('stays open %s', (_, html) => {
    expect(foldQuote(clean(html))).toBe(clean(html))
  })

  it('brings in nothing but the fold', () => {
    const hostile = clean(
      '<style>p{color:red}</style><p title="&quot;><script>">A &lt;b&gt; &amp;amp;</p><pre>x</pre><svg><p></svg><blockquote><math><mtext><img src=x onerror=alert(1)></mtext></math>On</blockquote>',
    )
    const folded = foldQuote(hostile)
    expect(folded).toContain('<details class="waypost-fold">')
    expect(folded).not.toMatch(/<script|onerror|<svg|<math/)
    expect(clean(folded.replace(/<details class="waypost-fold"><summary>...<\/summary>|<\/details>/g, ''))).toBe(
      hostile,
    )
  })
})
