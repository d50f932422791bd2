import { spawnSync } from 'node:child_process'
import { resolve } from 'node:path'
import { allowWatchers } from '@/scripts/world/watchers'

/**
 * The tests' own world: other data, other loopback addresses and another port than the demo's, so that both can run at
 * the same time. Each can be moved by its variable.
 */
export function testWorldEnv(): NodeJS.ProcessEnv {
  return {
    ...process.env,
    WAYPOST_DATA: process.env.WAYPOST_TEST_DATA ?? resolve('.waypost/test-world'),
    WAYPOST_NET: process.env.WAYPOST_TEST_NET ?? '127.0.8',
    PORT: process.env.WAYPOST_TEST_PORT ?? '3808',
  }
}

function script(name: string, args: string[] = []): number {
  return (
    spawnSync('node', ['scripts/bootstrap.mjs', name, ...args], { stdio: 'inherit', env: testWorldEnv() }).status ?? 1
  )
}

/** Starts the test world afresh and runs `work` in it; stops it whatever happens. Throws when it does not start. */
export function inTestWorld<T>(work: () => T): T {
  script('reset')
  const restoreLimit = allowWatchers()
  try {
    if (script('demo', ['--native', '--detach', '--test-tools']) !== 0) throw new Error('The test world did not start.')
    return work()
  } finally {
    script('stop')
    restoreLimit()
  }
}
