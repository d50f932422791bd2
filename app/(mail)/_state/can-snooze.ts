import { type Listed, realMailbox } from '@/app/(mail)/_state/listed'

const never = new Set(['sent', 'drafts', 'scheduled', 'spam', 'trash'])

/** Whether what a list shows may sleep: not one's own words, and not what is thrown away. */
export const canSnooze = (listed: Listed): boolean => !never.has(realMailbox(listed) ?? '')

/** Whether a list shows what sleeps. */
export const showsSnoozed = (listed: Listed): boolean => listed.kind === 'mailbox' && listed.id === 'snoozed'
