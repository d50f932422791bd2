import { expect, test } from 'vitest'
import { bodyDocument } from '@/lib/mail/mime/body-document'

const toneOf = (html: string) =>
  /<body class="html (\w+)">/.exec(bodyDocument([{ kind: 'html', html }], { theme: 'system', nonce: 'n' }))?.[1]

test('HTML without colours of its own takes those of the page', () => {
  expect(toneOf('<p>Hello <b>John</b></p>')).toBe('themed')
})

test.each([
  '<p style="color:#000">x</p>',
  '<table bgcolor="#fff"></table>',
  '<style>p{margin:0}</style>',
  '<td style="background-color:#eee">',
])('HTML with colours of its own keeps its white paper: %s', (html) => expect(toneOf(html)).toBe('fixed'))
