/** Who is signed in, as the screens need it. */
export type SessionAccount = { address: string; displayName: string; admin: boolean }

export type SessionRow = {
  id: string
  current: boolean
  userAgent: string
  remoteIp: string
  createdAt: string
  lastSeenAt: string
}
