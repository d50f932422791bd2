// The first file of every npm script. Plain JavaScript for any Node from 20 on: it installs what the lock file names,
// then hands over to scripts/<name>.ts under the Node that came with the dependencies.
import { execFileSync, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const [name, ...args] = process.argv.slice(2)
const modules = join(root, 'node_modules')
const node = join(modules, 'node', 'bin', 'node')

function fail(text) {
  console.error(text)
  process.exit(1)
}

const major = Number(process.versions.node.split('.')[0])
if (major < 20)
  fail(`Waypost needs Node 20 or newer to start; this is ${process.version}. Install a newer Node and try again.`)
if (!name || !existsSync(join(root, 'scripts', `${name}.ts`))) fail(`There is no command "${name ?? ''}".`)

const npmEnv = {
  ...process.env,
  // the migration engine is WebAssembly here, so the binary that Prisma would download is not wanted
  PRISMA_SCHEMA_ENGINE_BINARY: process.env.PRISMA_SCHEMA_ENGINE_BINARY ?? '/bin/true',
  NEXT_TELEMETRY_DISABLED: '1',
  CHECKPOINT_DISABLE: '1',
}

function digest(file) {
  return createHash('sha256')
    .update(readFileSync(join(root, file)))
    .digest('hex')
}

/** Runs `work` unless the stamp already holds `value`. */
function once(stampName, value, work) {
  const stamp = join(modules, stampName)
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === value) return
  work()
  writeFileSync(stamp, value)
}

function run(command, commandArgs, what) {
  try {
    execFileSync(command, commandArgs, {
      cwd: root,
      env: npmEnv,
      stdio: ['ignore', 'pipe', 'pipe'],
      maxBuffer: 1 << 26,
    })
  } catch (error) {
    const output = `${error.stdout ?? ''}${error.stderr ?? ''}`.trim().split('\n').slice(-15).join('\n')
    fail(`${what} failed:\n${output}`)
  }
}

once('.waypost-lock', digest('package-lock.json'), () => {
  console.error('Installing dependencies (npm ci) ...')
  run('npm', ['ci', '--no-audit', '--no-fund'], 'Installing the dependencies')
  if (!existsSync(node))
    fail('The dependency "node" brought no binary. Delete node_modules and try again with the npm registry reachable.')
})
once('.waypost-prisma', digest('prisma/schema.prisma'), () => {
  run(node, [join(modules, 'prisma', 'build', 'index.js'), 'generate'], 'Generating the database client')
})

const child = spawn(
  node,
  [
    '--disable-warning=ExperimentalWarning',
    '--experimental-wasm-modules',
    '--import',
    'tsx',
    join(root, 'scripts', `${name}.ts`),
    ...args,
  ],
  {
    cwd: root,
    stdio: 'inherit',
    env: { ...npmEnv, PATH: `${dirname(node)}:${join(modules, '.bin')}:${process.env.PATH}` },
  },
)
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
child.on('exit', (code, signal) => process.exit(code ?? (signal ? 130 : 1)))
