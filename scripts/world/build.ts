import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './paths'
import { run } from './shell'

const stamp = join(root, '.next', 'waypost-sources')

const rooms = ['app', 'lib', 'public', 'messages']
const files = ['next.config.js', 'postcss.config.mjs', 'package-lock.json', 'tsconfig.json']

function filesOf(room: string): string[] {
  const folder = join(root, room)
  if (!existsSync(folder)) return []
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
}

/** A digest of everything the web build is made from; tests are no part of it. */
function sources(): string {
  const digest = createHash('sha256')
  const all = [...files.map((name) => join(root, name)), ...rooms.flatMap(filesOf)]
  for (const path of all.filter((name) => !name.includes('.test.')).sort())
    digest.update(path.slice(root.length)).update('\0').update(readFileSync(path))
  return digest.digest('hex')
}

/** Builds the web pages when their sources changed since the last build. */
export async function buildWeb() {
  const now = sources()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === now && existsSync(join(root, '.next', 'BUILD_ID'))) return
  console.log('  building the web pages (only after changes) ...')
  const next = join(root, 'node_modules', 'next', 'dist', 'bin', 'next')
  await run(process.execPath, [next, 'build'], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
  })
  writeFileSync(stamp, now)
}
