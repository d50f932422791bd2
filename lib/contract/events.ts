/**
 * Server-sent events of `/api/events`. `ready` after (re)connecting: whatever was missed must be asked for again.
 * `mailbox`: something in that mailbox changed. `down`/`up`: the mail host stopped or went on answering.
 * `bulk`: work on everything that matches went on; ask for its state. `timed`: a snooze or follow-up changed.
 * `signed-out`: the session was revoked or has expired; the stream ends.
 */
export type LiveEvent =
  | { type: 'ready' }
  | { type: 'mailbox'; mailbox: string; arrived: boolean }
  | { type: 'down' }
  | { type: 'up' }
  | { type: 'bulk'; id: string }
  | { type: 'timed' }
  | { type: 'signed-out' }
