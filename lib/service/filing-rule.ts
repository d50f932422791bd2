/**
 * Whose rule put a message into a mailbox. Our Sieve has two: the person's own, and the server's, which knows only Spam
 * and sees what the person's left alone; what neither moves goes to the inbox.
 */
export function filingRule(folder: string): 'spam' | 'own' | 'none' {
  if (folder === 'INBOX') return 'none'
  return folder === 'Spam' ? 'spam' : 'own'
}
