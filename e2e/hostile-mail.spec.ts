import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { append } from '@/e2e/deliver'
import { expect, test } from '@/e2e/fixtures'
import { MailboxPage } from '@/e2e/pages/mailbox'

/** A server that counts who comes: nothing in a message may make the browser visit it. */
async function canary() {
  const hits: string[] = []
  const server = createServer((request, response) => {
    hits.push(request.url ?? '')
    response.end()
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  return { hits, url: `http://127.0.0.1:${port}`, close: () => server.close() }
}

const hostile = (
  url: string,
) => `<html><head><base href="${url}/"><meta http-equiv="refresh" content="0;url=${url}/refresh">
<link rel="stylesheet" href="${url}/link.css"><link rel="dns-prefetch" href="${url}"><style>@import "${url}/import.css";
@\\69mport url(${url}/escaped.css); body{background:url(${url}/style)} p{background:image-set("${url}/set" 1x)}
i{list-style:u\\r\\l(${url}/escaped-url)} @font-face{font-family:x;src:url(${url}/font)}</style></head>
<body background="${url}/body" onload="parent.postMessage('owned','*')"><script>document.title='owned';fetch('${url}/script')</script>
<img src="${url}/img" srcset="${url}/srcset 2x" onerror="fetch('${url}/onerror')"><video poster="${url}/poster"></video>
<svg><use href="data:image/svg+xml;base64,PHN2Zz4="/><animate attributeName="href" values="javascript:alert(1)"/><image href="${url}/svg"/></svg>
<math><mtext><table><mglyph><style><!--</style><img title="--><img src=1 onerror=fetch('${url}/mutation')>"></table></mtext></math>
<noscript><p title="</noscript><img src=x onerror=fetch('${url}/noscript')>"></noscript>
<form action="${url}/form"><input name="password"><button>Sign in again</button></form>
<iframe src="${url}/iframe"></iframe><object data="${url}/object"></object><embed src="${url}/embed">
<div style="position:fixed;inset:0;background:url('${url}/inline')">Overlay</div>
<a href="javascript:alert(document.domain)">javascript link</a><p>The visible words</p></body></html>`

test('a hostile message shows its words, runs nothing and fetches nothing', async ({
  inbox,
  account,
  expectedErrors,
}) => {
  // blocked loads are said on the console by the browser: that is the policy at work
  expectedErrors.push(/Content Security Policy|Blocked script execution|Refused to/i)
  const trap = await canary()
  const raw = [
    'From: "<img src=x onerror=alert(1)>" <stranger@example.net>',
    `To: ${account.address}`,
    'Subject: <script>alert(1)</script> & "quoted"',
    'Message-ID: <hostile-1@example.net>',
    'MIME-Version: 1.0',
    'Content-Type: text/html; charset=utf-8',
    '',
    hostile(trap.url),
  ].join('\r\n')
  await append(account, raw)
  const mailbox = new MailboxPage(inbox)
  await mailbox.openMessage('<script>alert(1)</script> & "quoted"')
  await expect(mailbox.body()).toContainText('The visible words')
  const frame = inbox.getByRole('article').locator('iframe')
  const policy = await inbox.request.get(new URL((await frame.getAttribute('src')) ?? '', inbox.url()).href)
  expect(policy.headers()['content-security-policy']).toMatch(/sandbox/)
  expect(policy.headers()['content-security-policy']).toMatch(/default-src 'none'/)
  expect(policy.headers()['content-security-policy']).not.toMatch(/allow-same-origin/)
  const inner = mailbox.body()
  expect(await inner.evaluate(() => window.origin)).toBe('null')
  expect(
    await inner
      .locator('form, iframe, object, embed, svg, math, script:not([nonce]), link, meta[http-equiv=refresh]')
      .count(),
  ).toBe(0)
  expect(await inner.locator('a[href^="javascript"]').count()).toBe(0)
  // loaded a second time: whatever the first load asked for has arrived by then
  await inbox.reload()
  await expect(mailbox.body()).toContainText('The visible words')
  expect(trap.hits).toEqual([])
  trap.close()
})
