import { request } from 'node:https'
import { AppError } from '@/lib/errors'
import { addressOf, openReach, type Reach } from '@/lib/service/fetch-remote-image'

const timeLimit = 8_000

/**
 * Leaves a list (RFC 8058 section 3.2): one POST over https, with nothing of the person in it. The address is resolved here,
 * checked and pinned as for pictures (security class 10); no redirect is followed.
 * @throws AppError `unsubscribe-refused`
 */
export async function postOneClick(address: string, reach: Reach = openReach): Promise<void> {
  const url = new URL(address)
  const status = await post(url, reach).catch((cause) => {
    throw new AppError('unsubscribe-refused', 'the list does not answer', { cause })
  })
  if (status < 200 || status > 299) {
    throw new AppError('unsubscribe-refused', 'the list refused', { detail: `${url.host}: ${status}` })
  }
}

async function post(url: URL, reach: Reach): Promise<number> {
  if (url.protocol !== 'https:') throw new Error('one click is for https')
  const hostname = await addressOf(url, reach)
  const body = 'List-Unsubscribe=One-Click'
  return new Promise((resolve, reject) => {
    const sent = request(url, {
      method: 'POST',
      hostname,
      servername: url.hostname,
      agent: false,
      signal: AbortSignal.timeout(timeLimit),
      headers: {
        host: url.host,
        'content-type': 'application/x-www-form-urlencoded',
        'content-length': body.length,
        'user-agent': 'Waypost',
      },
    })
    sent.once('error', reject).once('response', (response) => {
      response.destroy()
      resolve(response.statusCode ?? 0)
    })
    sent.end(body)
  })
}
