import { spawn } from 'node:child_process'
import { closeSync, mkdirSync, openSync } from 'node:fs'
import { join } from 'node:path'
import { demoAccounts, web } from './addresses'
import { logs, root } from './paths'
import { WorldError } from './shell'

interface Progress {
  readonly step?: string
  readonly ready?: true
  readonly failed?: string
}

export interface StartOptions {
  /** Return once everything answers, and leave it running. */
  readonly detach: boolean
  readonly development: boolean
}

function launchSupervisor(options: StartOptions) {
  mkdirSync(logs, { recursive: true })
  const out = openSync(join(logs, 'supervisor.log'), 'a')
  const flags = [...(options.detach ? [] : ['--attached']), ...(options.development ? ['--development'] : [])]
  const node = ['--disable-warning=ExperimentalWarning', '--experimental-wasm-modules', '--import', 'tsx']
  const child = spawn(process.execPath, [...node, join(root, 'scripts', 'world', 'supervisor.ts'), ...flags], {
    cwd: root,
    detached: true,
    stdio: ['ignore', out, out, 'ipc'],
  })
  closeSync(out)
  return child
}

export function printAddress() {
  console.log(`\nWaypost is ready: http://${web.address}:${web.port}`)
  console.log('Sign in as one of these; the password of each is "demo":')
  for (const account of demoAccounts)
    console.log(`  ${account.address}${account.admin ? '   (admin of the domain)' : ''}`)
}

/** Starts the supervisor and returns when all answer (detached) or when the world has ended (foreground). */
export function startWorld(options: StartOptions): Promise<void> {
  const child = launchSupervisor(options)
  return new Promise((resolve, reject) => {
    child.on('message', (message: Progress) => {
      if (message.step) console.log(`  ${message.step}`)
      if (message.failed) reject(new WorldError(message.failed))
      if (!message.ready) return
      printAddress()
      if (!options.detach) return console.log('\nCtrl-C stops everything.')
      child.disconnect()
      child.unref()
      resolve()
    })
    child.once('exit', (code) =>
      code === 0 ? resolve() : reject(new WorldError(`The world ended early; see ${join(logs, 'supervisor.log')}`)),
    )
    if (!options.detach)
      for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill('SIGTERM'))
    else process.once('SIGINT', () => child.kill('SIGTERM'))
  })
}
