const base52 = '0123456789BCDFGHJKLMNPQRSTVWXYZbcdfghjklmnpqrstvwxyz'

function decode(digits: string): number {
  let value = 0
  for (const digit of digits) {
    const at = base52.indexOf(digit)
    if (at < 0) return Number.NaN
    value = value * 52 + at
  }
  return value
}

/**
 * When a message entered the queue, to the microsecond, read from its long queue id (enable_long_queue_ids; Postfix,
 * global/mail_queue.h: seconds in base 52, four digits of microseconds, `z`, the inode). The log itself has whole seconds.
 * Null for a short id.
 */
export function arrivalOf(queueId: string): Date | null {
  const parts = /^([0-9A-Za-z]{6,})([0-9A-Za-z]{4})z[0-9A-Za-z]+$/.exec(queueId)
  if (parts === null) return null
  const seconds = decode(parts[1] ?? '')
  const microseconds = decode(parts[2] ?? '')
  if (Number.isNaN(seconds) || !(microseconds < 1_000_000)) return null
  return new Date(seconds * 1000 + Math.floor(microseconds / 1000))
}

/** Long ids have no vowels, short ones are hexadecimal: neither can be an option, a path or the word ALL. */
const grammar = /^(?:[0-9B-DF-HJ-NP-TV-Zb-df-hj-np-tv-z]{10,20}|[0-9A-F]{6,16})$/

/** Whether this is a queue id and nothing else: only such a text may be given to Postfix's commands. */
export const isQueueId = (text: string): boolean => grammar.test(text)
