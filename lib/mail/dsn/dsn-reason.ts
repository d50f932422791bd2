/** Why a delivery failed or waits, as a word that every catalogue has a sentence for. */
type DsnReason =
  | 'no-such-mailbox'
  | 'no-such-domain'
  | 'mailbox-full'
  | 'too-large'
  | 'refused-as-spam'
  | 'refused-by-policy'
  | 'sender-not-allowed'
  | 'server-away'
  | 'took-too-long'
  | 'loop'
  | 'disabled'
  | 'unknown'

/** Subject and detail of enhanced status codes (RFC 3463 section 3, with the registry of RFC 5248). */
const byCode: Record<string, DsnReason> = {
  '1.0': 'no-such-mailbox',
  '1.1': 'no-such-mailbox',
  '1.2': 'no-such-domain',
  '1.3': 'no-such-mailbox',
  '1.6': 'no-such-mailbox',
  '1.8': 'sender-not-allowed',
  '1.10': 'no-such-mailbox',
  '2.1': 'disabled',
  '2.2': 'mailbox-full',
  '2.3': 'too-large',
  '3.4': 'too-large',
  '4.1': 'server-away',
  '4.2': 'server-away',
  '4.3': 'server-away',
  '4.4': 'no-such-domain',
  '4.6': 'loop',
  '4.7': 'took-too-long',
  '5.0': 'unknown',
  '7.0': 'refused-by-policy',
  '7.1': 'refused-by-policy',
  '7.20': 'refused-by-policy',
  '7.23': 'sender-not-allowed',
  '7.25': 'refused-by-policy',
  '7.26': 'sender-not-allowed',
}

/** Words that say more than the code many servers give for everything (5.7.1, 5.0.0). */
const byWords: [RegExp, DsnReason][] = [
  [/mailbox (is )?full|over ?quota|quota exceeded|insufficient storage|out of storage/i, 'mailbox-full'],
  [
    /user (is )?unknown|unknown user|no such (user|mailbox|recipient|person)|does not exist|user not found|address not found|invalid recipient|not our customer|mailbox unavailable/i,
    'no-such-mailbox',
  ],
  [
    /host or domain name not found|domain (name )?not found|no such domain|host unknown|NXDOMAIN|nullMX/i,
    'no-such-domain',
  ],
  [/account (has been |is )?(disabled|inactive|suspended)|mailbox disabled/i, 'disabled'],
  [/spam|blocked|blacklist|blocklist|\bRBL\b|reputation|listed (at|by|in)|junk/i, 'refused-as-spam'],
  [/too (large|big)|size limit|exceeds? (the )?(maximum|size)/i, 'too-large'],
  [/connection (refused|timed out)|no route to host|network is unreachable/i, 'server-away'],
  [/too many hops|mail loop|loops back/i, 'loop'],
]

/** @param status enhanced status code, may be empty @param words what the other server said */
export function dsnReason(status: string, words: string): DsnReason {
  const spoken = byWords.find(([pattern]) => pattern.test(words))?.[1]
  const coded = byCode[status.split('.').slice(1).join('.')]
  const vague = coded === undefined || coded === 'unknown' || coded === 'refused-by-policy'
  return vague ? (spoken ?? coded ?? 'unknown') : coded
}
