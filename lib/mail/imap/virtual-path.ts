/** Where the mail hosts keep views over other mailboxes (mailserver/dovecot/virtual). */
export const virtualRoot = 'virtual'

/** Whether the mailbox at this path is a view: selecting one again costs more than selecting any other. */
export const isVirtual = (path: string): boolean => path.startsWith(`${virtualRoot}/`)
