/** Where the web app reaches the mail host of an account. `hostname` is also the TLS server name. */
export type MailHostAddress = {
  id: string
  hostname: string
  imapAddress: string
  imapPort: number
  submitAddress: string
  submitPort: number
}

/** Who asks: the account behind a verified session. Every service takes one; only `requireAccount` makes one. */
export type SignedIn = {
  accountId: string
  /** Lower case, `local@domain`. */
  address: string
  displayName: string
  admin: boolean
  /** Row of `sessions` (the hash, not what the cookie holds). */
  sessionId: string
  host: MailHostAddress
}
