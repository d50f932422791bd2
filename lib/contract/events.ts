/** What happened in one mailbox. A view (`all`, `starred`) has no counts here. */
export type MailboxEvent = {
  mailbox: string
  /** A message came in since the last event. */
  arrived: boolean
  /** Messages and unread ones in it now, where the mail host said so. */
  total?: number
  unread?: number
}

/**
 * Server-sent events of `/api/events`. `ready` after (re)connecting: whatever was missed must be asked for again.
 * `mailboxes`: what changed, gathered over a moment. `folders`: mailboxes were made, renamed or removed.
 * `preferences`: changed in some browser. `down`/`up`: the mail host stopped or went on answering. `alive` every 15
 * seconds. `bulk`: work on everything that matches went on; ask for its state. `timed`: a snooze or follow-up changed.
 * `delivery`: a mail host told something about a message of this Message-ID that the account sent.
 * `outbox`: a message in Scheduled, of this Message-ID, stands elsewhere now: ask for the outbox.
 * `signed-out`: the session was revoked or has expired; the stream ends.
 */
export type LiveEvent =
  | { type: 'ready' }
  | { type: 'mailboxes'; changes: MailboxEvent[] }
  | { type: 'folders' }
  | { type: 'preferences' }
  | { type: 'down' }
  | { type: 'up' }
  | { type: 'bulk'; id: string }
  | { type: 'timed' }
  | { type: 'delivery'; id: string }
  | { type: 'outbox'; id: string }
  | { type: 'alive' }
  | { type: 'signed-out' }
