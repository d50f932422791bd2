import { MailError } from '@/lib/mail/errors'

/**
 * The answer to a command of imapflow, which gives nothing instead of an error when its connection is lost, or when a
 * command has failed in a way it only logs. Without this a mailbox would be "gone", a message "not found", a folder
 * "renamed" because a server was restarted.
 * @throws MailError `imap-unavailable`
 */
export function answered<T>(answer: T | false | undefined): T {
  if (answer === false || answer === undefined) throw new MailError('imap-unavailable', 'the command was not answered')
  return answer
}
