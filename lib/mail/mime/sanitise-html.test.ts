import { parse } from 'parse5'
import { describe, expect, it } from 'vitest'
import { allowedElements } from '@/lib/mail/mime/allowed-html'
import { sanitiseHtml } from '@/lib/mail/mime/sanitise-html'

const clean = (html: string) => sanitiseHtml(html, { styleSheets: true }).html

/** What a browser would find in the result: every element and attribute of the parsed tree. */
function elements(html: string): { name: string; attributes: Map<string, string> }[] {
  const found: { name: string; attributes: Map<string, string> }[] = []
  const visit = (node: { nodeName: string; attrs?: { name: string; value: string }[]; childNodes?: unknown[] }) => {
    if (node.attrs) {
      found.push({ name: node.nodeName, attributes: new Map(node.attrs.map(({ name, value }) => [name, value])) })
    }
    for (const child of node.childNodes ?? []) visit(child as typeof node)
  }
  visit(parse(html) as unknown as Parameters<typeof visit>[0])
  return found
}

const attacks = [
  '<script>alert(1)</script><p>x',
  '<img src=x onerror=alert(1)>',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
  '<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>',
  '<svg><style><img src=x onerror=alert(1)></style></svg>',
  '<svg><animate attributeName=href values="javascript:alert(1)" /><a id=x><text>x</text></a></svg>',
  '<svg><use href="data:image/svg+xml,<svg id=x xmlns=http://www.w3.org/2000/svg><script>alert(1)</script></svg>#x"/></svg>',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>',
  '<template><img src=x onerror=alert(1)></template>',
  '<table><style><a title="</style><img src=x onerror=alert(1)>"></style></table>',
  '<a href="jav\tascript:alert(1)">x</a><a href="\u0001javascript:alert(1)">y</a>',
  '<a href="data:text/html,<script>alert(1)</script>">x</a><a href="vbscript:x">y</a>',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe><object data=x></object><embed src=x>',
  '<body title="bgcolor=x onload=alert(1)" onload=alert(1)><p>x</p></body>',
  '<p style="background:url(javascript:alert(1))">x<p style="behavior:url(x)">y<p style="width:expression(alert(1))">z',
  '<style>@\\69mport "//evil/x"; p{background:u\\72l(//evil)} </style><style></sty</style><p>x',
  '<style>a{color:red}</style/><img src=x onerror=alert(1)>',
  '<xmp></xmp><img src=x onerror=alert(1)></xmp><plaintext><img src=x onerror=alert(1)>',
  '<p><button><p>x</p></button></p><select><img src=x onerror=alert(1)></select>',
  '<meta http-equiv=refresh content="0;url=//evil"><base href=//evil><link rel=prefetch href=//evil>',
  '<img srcset="//evil/x 1x" src="//evil/y" lowsrc="//evil/z"><table background="//evil/t"><video poster="//evil/p">',
  '<div style="position:fixed;inset:0;z-index:9999">Your session has ended</div>',
  '<img src=`x`onerror=alert(1)><img/src="x"/onerror=alert(1)>',
  '<a xlink:href="javascript:alert(1)">x</a><p xmlns:x="y" x:onclick=alert(1)>y</p>',
  '<!--><img src=x onerror=alert(1)>--><![CDATA[<img src=x onerror=alert(1)>]]>',
  '<textarea><img title="</textarea><img src=x onerror=alert(1)>"></textarea>',
  '<p style="font-family:\'</style><img src=x onerror=alert(1)>\'">x</p>',
  '<p style="color:var(--x,url(//evil))">x</p><p style="background-image:image-set(\'//evil\' 1x)">y</p>',
]

describe('HTML of a stranger', () => {
  it.each(attacks)('keeps nothing that runs or fetches: %s', (attack) => {
    for (const { name, attributes } of elements(clean(attack))) {
      expect([...allowedElements, 'html', 'head', 'body', 'style']).toContain(name)
      for (const [attribute, value] of attributes) {
        expect(attribute).not.toMatch(/^on|^srcset$|^background$|^poster$|:/)
        if (attribute === 'href') expect(value).toMatch(/^(https?|mailto|tel):/)
        if (attribute === 'src') expect(value).toMatch(/^(cid:|data:image\/(png|jpeg|gif|webp))/)
        if (attribute === 'style') expect(value).not.toMatch(/url|position|expression|behavior|var\(|image-set/i)
      }
    }
    expect(clean(attack)).not.toMatch(/<style>[\s\S]*?(url|import|\\)[\s\S]*?<\/style>/i)
  })

  it.each(attacks)('is not changed by being cleaned again: %s', (attack) => {
    expect(clean(clean(attack))).toBe(clean(attack))
  })

  it.each([
    'noscript',
    'object',
    'video',
    'audio',
    'canvas',
    'map',
    'dialog',
    'form',
    'button',
    'applet',
    'marquee',
  ])('does not lose the words after an open %s', (name) => {
    expect(clean(`<${name}><p title="</${name}>">a</p><p>the words</p>`)).toContain('<p>the words</p>')
  })

  it('tells that something remote was left out', () => {
    expect(sanitiseHtml('<img src="https://tracker.example/x.gif">').hasRemoteContent).toBe(true)
    expect(sanitiseHtml('<p style="background:url(//tracker.example/x)">x').hasRemoteContent).toBe(true)
    expect(sanitiseHtml('<img src="cid:logo@x"><p>Hello').hasRemoteContent).toBe(false)
  })

  it('keeps what makes a message look right', () => {
    const html =
      '<table width="600" bgcolor="#ffffff"><tr><td style="padding:8px;color:#333">Hello <b>you</b></td></tr></table>'
    expect(clean(html)).toContain('<td style="padding:8px;color:#333">Hello <b>you</b></td>')
    expect(clean('<style>@media (max-width:600px){.a{width:100%!important}}</style><p class="a">x</p>')).toContain(
      '@media (max-width:600px){.a{width:100%!important}}',
    )
  })

  it('puts the pictures of the message in place and leaves others out', () => {
    const cid = (id: string) => (id === 'a@b' ? 'data:image/png;base64,AAAA' : null)
    expect(sanitiseHtml('<img src="cid:a%40b" alt="x"><img src="cid:none">', { cid }).html).toBe(
      '<img src="data:image/png;base64,AAAA" alt="x"><img>',
    )
  })

  it('opens links in a window that knows nothing of this one', () => {
    expect(clean('<a href="https://example.org/?a=1&b=2" target="_top">x</a>')).toBe(
      '<a href="https://example.org/?a=1&amp;b=2" target="_blank" rel="noopener noreferrer nofollow">x</a>',
    )
  })

  it.each([
    ['100,000 nested blocks', '<div>'.repeat(100_000)],
    ['100,000 unclosed formats', '<b><i>'.repeat(50_000)],
    ['150,000 attributes', `<a ${Array.from({ length: 150_000 }, (_, index) => `a${index}`).join(' ')}>x</a>`],
    ['1 MB of nested tables', '<table><tr><td>'.repeat(66_000)],
    ['1 MB of CSS', `<style>${'a{color:red}'.repeat(40_000)}</style>`],
    ['deeply nested CSS', `<p style="width:${'calc('.repeat(10_000)}1px">x</p>`],
    ['deeply nested media', `<style>${'@media all{'.repeat(20_000)}</style>`],
    ['3 MB of comments', '<!--x-->'.repeat(400_000)],
  ])('answers in bounded time to %s', (_, html) => {
    const started = performance.now()
    clean(html)
    expect(performance.now() - started).toBeLessThan(3_000)
  })
})
