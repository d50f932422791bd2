import { createPublicKey, generateKeyPairSync } from 'node:crypto'

/** A new private key for signing tokens (ES256, RFC 7518 section 3.4), PKCS#8 PEM. */
export function newTokenKey(): string {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  return privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
}

/** A new private key for DKIM (RSA of 2048 bits, RFC 8301), PKCS#8 PEM. */
export function newDkimKey(): string {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  return privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
}

/** The public half of a PEM private key, as PEM. */
export function publicHalf(pem: string): string {
  return createPublicKey(pem).export({ type: 'spki', format: 'pem' }).toString()
}

/** The text of a DKIM record for a PEM private key, cut into quoted strings of at most 255 bytes (RFC 1035 section 3.3.14). */
export function dkimRecord(pem: string): string {
  const der = createPublicKey(pem).export({ type: 'spki', format: 'der' })
  const text = `v=DKIM1; k=rsa; p=${der.toString('base64')}`
  return (text.match(/.{1,250}/g) ?? []).map((part) => `"${part}"`).join(' ')
}
