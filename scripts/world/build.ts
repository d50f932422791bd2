import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './paths'
import { run } from './shell'

const stamp = join(root, '.next', 'waypost-sources')

/** A digest of everything the web build is made from. */
async function sources(): Promise<string> {
  const listed = await run('git', ['ls-files', '-co', '--exclude-standard', '-z'], { cwd: root }).catch(() => '')
  const digest = createHash('sha256')
  for (const name of listed
    .split('\0')
    .filter((file) => /^(app|lib|public|messages)\/|^(next\.config|postcss|package-lock|tsconfig|server)/.test(file))
    .sort()) {
    if (existsSync(join(root, name))) digest.update(name).update(readFileSync(join(root, name)))
  }
  return digest.digest('hex')
}

/** Builds the web pages when their sources changed since the last build. */
export async function buildWeb() {
  const now = await sources()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === now && existsSync(join(root, '.next', 'BUILD_ID'))) return
  console.log('  building the web pages (only after changes) ...')
  const next = join(root, 'node_modules', 'next', 'dist', 'bin', 'next')
  await run(process.execPath, [next, 'build'], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
  })
  writeFileSync(stamp, now)
}
