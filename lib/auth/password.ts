import { randomBytes } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'

// `Algorithm.Argon2id` of the library: an ambient const enum, which isolated modules cannot read
const argon2id = 2

/** As `npm run user` and the seed hash them (OWASP's second choice: 19 MiB, 2 passes), so that a guess at nobody takes as long. */
const cost = { algorithm: argon2id, memoryCost: 19_456, timeCost: 2, parallelism: 1 }

let nobody: Promise<string> | undefined

/**
 * Whether `password` fits the hash. With null (no such account) the same work is done for the same time, and false comes
 * of it. A hash that cannot be read is false as well.
 */
export async function passwordFits(passwordHash: string | null, password: string): Promise<boolean> {
  nobody ??= hash(randomBytes(16).toString('hex'), cost)
  try {
    const fits = await verify(passwordHash ?? (await nobody), password)
    return fits && passwordHash !== null
  } catch {
    return false
  }
}
