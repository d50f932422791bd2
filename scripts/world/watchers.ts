import { readFileSync, writeFileSync } from 'node:fs'

const file = '/proc/sys/fs/inotify/max_user_instances'
const wanted = 8_192

/**
 * Lets Linux watch for as many people as docs/hosting.md tells a host to: beyond that Dovecot looks every half minute, and
 * new mail is late. Where that is not allowed it says so and goes on.
 * @returns what puts the limit back
 */
export function allowWatchers(): () => void {
  try {
    const before = readFileSync(file, 'utf8')
    if (Number(before) >= wanted) return () => {}
    writeFileSync(file, String(wanted))
    return () => writeFileSync(file, before)
  } catch (error) {
    console.error(`  ${file} cannot be raised, so new mail will be late beyond some hundred people:`, error)
    return () => {}
  }
}
