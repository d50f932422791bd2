import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, expect, test, vi } from 'vitest'

const script = fileURLToPath(new URL('switched.sh', import.meta.url))
const endings: (() => void)[] = []
afterEach(() => {
  for (const end of endings.splice(0)) end()
})

/** A server as Postfix is one: the process that was started waits for another, whose id stands in a file a moment later. */
const server = `
sh -c 'trap "rm -f $UP; exit 0" TERM; : > "$UP"; while :; do sleep 0.1; done' &
child=$!
sleep 0.4
echo "   $child" > "$PID_FILE"
wait $child`

function start(command = server) {
  const folder = mkdtempSync(join(tmpdir(), 'switched-'))
  const [off, up, pidFile] = ['off', 'up', 'master.pid'].map((name) => join(folder, name)) as [string, string, string]
  const env = { ...process.env, UP: up, PID_FILE: pidFile }
  const keeper: ChildProcess = spawn('sh', [script, off, 'sh', '-c', command], { env, detached: true, stdio: 'ignore' })
  const ended = once(keeper, 'exit')
  endings.push(() => {
    if (keeper.exitCode === null) process.kill(-(keeper.pid as number), 'SIGKILL')
    rmSync(folder, { recursive: true, force: true })
  })
  const isUp = (wanted: boolean) => vi.waitFor(() => expect(existsSync(up)).toBe(wanted), { timeout: 20_000 })
  return { keeper, ended, off, pidFile, isUp }
}

test('the file turns the server off and on, also before it has written its process id', {
  timeout: 60_000,
}, async () => {
  const { off, pidFile, isUp } = start()
  // of a server long gone
  writeFileSync(pidFile, '   999999\n')
  await isUp(true)
  writeFileSync(off, '')
  await isUp(false)
  rmSync(off)
  await isUp(true)
  writeFileSync(off, '')
  await isUp(false)
  rmSync(off)
  await isUp(true)
})

test('a server that ends by itself ends it too, and so does TERM', { timeout: 60_000 }, async () => {
  expect(await start('exit 7').ended).toEqual([7, null])
  const { keeper, ended, isUp } = start()
  await isUp(true)
  keeper.kill('SIGTERM')
  expect(await ended).toEqual([0, null])
  await isUp(false)
})
