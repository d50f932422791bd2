import type { SignedIn } from '@/lib/auth/signed-in'
import type { SessionAccount } from '@/lib/contract/session'
import { env } from '@/lib/env'

/** Who is signed in, as the screens need it. */
export const sessionAccount = ({ address, displayName, admin }: SignedIn): SessionAccount => ({
  address,
  displayName,
  admin,
  demo: env.demo,
})
