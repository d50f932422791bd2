/** Where the web app reaches the mail host of an account. `hostname` is also the TLS server name. */
export type MailHostAddress = {
  id: string
  hostname: string
  imapAddress: string
  imapPort: number
  submitAddress: string
  submitPort: number
}

/** An account with its mail host: what is needed to reach its mail, for a person's request or for the worker. */
export type MailAccount = {
  accountId: string
  /** Lower case, `local@domain`. */
  address: string
  displayName: string
  host: MailHostAddress
}

/** Who asks: the account behind a verified session. Every service takes one; only `requireAccount` makes one. */
export type SignedIn = MailAccount & {
  admin: boolean
  /** Row of `sessions` (the hash, not what the cookie holds). */
  sessionId: string
}
