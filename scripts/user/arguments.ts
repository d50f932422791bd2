import { parseArgs } from 'node:util'
import { WorldError } from '../world/shell'

export const usage = `Accounts from the shell:
  npm run user -- add ADDRESS [--password P] [--name N] [--admin] [--quota 2G]
  npm run user -- password ADDRESS [--password P]
  npm run user -- disable ADDRESS        (enable ADDRESS takes it back)
  npm run user -- remove ADDRESS [--purge]
  npm run user -- list
Without --password one is made up and shown once.`

export const verbs = ['add', 'password', 'disable', 'enable', 'remove', 'list'] as const
export type Verb = (typeof verbs)[number]

export interface UserArguments {
  readonly verb: Verb
  readonly address: string
  readonly password: string | undefined
  readonly name: string | undefined
  readonly admin: boolean
  readonly purge: boolean
  readonly quotaBytes: bigint | undefined
}

const units: Record<string, bigint> = { '': 1n, K: 1n << 10n, M: 1n << 20n, G: 1n << 30n, T: 1n << 40n }

/** "2G" as bytes; a number alone is bytes. Throws WorldError for anything else. */
export function parseSize(text: string): bigint {
  const [, digits, unit] = /^(\d{1,15})([KMGT]?)B?$/i.exec(text) ?? []
  const factor = units[(unit ?? '').toUpperCase()]
  if (digits === undefined || factor === undefined)
    throw new WorldError(`"${text}" is not a size. Write it like 500M or 2G.`)
  return BigInt(digits) * factor
}

/** Lower-cased, checked; ASCII only, as the mail servers have no SMTPUTF8. Throws WorldError. */
export function parseAddress(text: string | undefined): string {
  const address = (text ?? '').toLowerCase()
  if (/^[a-z0-9][a-z0-9._-]{0,62}@[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(address) && !address.includes('..')) return address
  throw new WorldError(text ? `"${text}" is not an address like brian@example.com.` : `Which address?\n\n${usage}`)
}

function read(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        password: { type: 'string' },
        name: { type: 'string' },
        admin: { type: 'boolean', default: false },
        purge: { type: 'boolean', default: false },
        quota: { type: 'string' },
      },
    })
  } catch (error) {
    throw new WorldError(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`)
  }
}

/** Reads the words after `npm run user --`. Throws WorldError with the usage when they make no sense. */
export function parseUserArguments(args: readonly string[]): UserArguments {
  const { values, positionals } = read(args)
  const verb = verbs.find((known) => known === positionals[0])
  if (!verb) throw new WorldError(positionals[0] ? `There is no "${positionals[0]}".\n\n${usage}` : usage)
  if (positionals.length > 2) throw new WorldError(`"${positionals[2]}" is one word too many.\n\n${usage}`)
  if (values.password === '') throw new WorldError('The password is empty.')
  return {
    verb,
    address: verb === 'list' ? '' : parseAddress(positionals[1]),
    password: values.password,
    name: values.name,
    admin: values.admin,
    purge: values.purge,
    quotaBytes: values.quota === undefined ? undefined : parseSize(values.quota),
  }
}
