import { expect, test } from 'vitest'
import { postOneClick } from '@/lib/service/post-one-click'
import { isPublicAddress } from '@/lib/service/public-address'

const reach = (address: string) => ({ resolve: async () => [address], allowed: isPublicAddress, ports: new Set(['']) })

test.each([
  '127.0.0.1',
  '10.0.0.1',
  '169.254.169.254',
  '::1',
  '::ffff:127.0.0.1',
])('a list at %s inside is never asked', async (address) => {
  await expect(postOneClick('https://list.example/u', reach(address))).rejects.toMatchObject({
    code: 'unsubscribe-refused',
  })
})

test('neither is one over http, on another port, or with a password', async () => {
  for (const url of ['http://list.example/', 'https://list.example:8443/', 'https://a:b@list.example/'])
    await expect(postOneClick(url, reach('8.8.8.8'))).rejects.toMatchObject({ code: 'unsubscribe-refused' })
})
