/**
 * Whose rule put a message into a mailbox. Our Sieve has two: the server's, which knows only Spam, and the person's own,
 * which runs after it; what neither moves goes to the inbox.
 */
export function filingRule(folder: string): 'spam' | 'own' | 'none' {
  if (folder === 'INBOX') return 'none'
  return folder === 'Spam' ? 'spam' : 'own'
}
