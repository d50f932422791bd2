import { readFileSync } from 'node:fs'
import { isAbsolute, join, resolve } from 'node:path'
import { z } from 'zod'

/** Paths by mail host: `blue=/path/mail.log,red=/path/mail.log`. */
const paths = z
  .string()
  .regex(/^([A-Za-z0-9-]+=[^,=]+(,[A-Za-z0-9-]+=[^,=]+)*)?$/)
  .default('')
  .transform((text) =>
    text.split(',').flatMap((entry) => {
      const [hostId = '', path = ''] = entry.split('=')
      return path === '' ? [] : [{ hostId, path }]
    }),
  )

const schema = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('development'),
  /** Run data: database, spools, mailboxes, secrets, uploads, logs. */
  WAYPOST_DATA: z.string().default('.waypost'),
  /** Address and port of the web server. */
  WAYPOST_BIND: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().min(1).max(65535).default(3000),
  /** First three octets of the demo's loopback addresses: `.20` DNS and database, `.21` blue, `.22` red, `.23` red's second MX. */
  WAYPOST_NET: z
    .string()
    .regex(/^127\.\d{1,3}\.\d{1,3}$/)
    .default('127.0.0'),
  DATABASE_URL: z.string().optional(),
  /** The address people type; cookies are `secure` when it is https. */
  NEXTAUTH_URL: z.string().optional(),
  /** Files instead of values, so that no secret stands in an environment listing. */
  WAYPOST_SECRETS: z.string().optional(),
  WAYPOST_UPLOADS: z.string().optional(),
  /** How many reverse proxies stand before the web server; that many entries of X-Forwarded-For are believed. */
  WAYPOST_TRUSTED_PROXIES: z.coerce.number().int().min(0).max(5).default(0),
  /** `1` in the demo: the sign-in page names the demo accounts, and its admins may break things (docs/decisions/0019). */
  WAYPOST_DEMO: z.enum(['0', '1']).default('0'),
  /** Where the worker of the demo answers red's Postfix, `address:port`; and the folder by which servers are switched off. */
  WAYPOST_FAULT_POLICY: z.union([z.string().regex(/^[\d.]+:\d{1,5}$/), z.literal('')]).default(''),
  WAYPOST_SWITCHES: z.string().default(''),
  /** Roles of a worker process, separated by commas; all when empty. Where it answers for its health. */
  WAYPOST_ROLES: z.string().default(''),
  WAYPOST_WORKER_SOCKET: z.string().optional(),
  /** Logs of the mail hosts that this worker reads. Days that delivery events are kept. */
  WAYPOST_POSTFIX_LOGS: paths,
  WAYPOST_DOVECOT_LOGS: paths,
  /** Configuration folders of the Postfix whose queues this worker looks after, in the same form. */
  WAYPOST_POSTFIX_CONFIGS: paths,
  /** DNS server that those Postfix ask; the machine's own when empty. */
  WAYPOST_DNS: z.union([z.ipv4(), z.literal('')]).default(''),
  /** minimal_backoff_time of those Postfix, in seconds. */
  WAYPOST_MINIMAL_BACKOFF: z.coerce.number().min(1).default(300),
  WAYPOST_DELIVERY_DAYS: z.coerce.number().int().min(1).max(3650).default(30),
  WAYPOST_LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
})

function addressOf(text: string): { host: string; port: number } | null {
  const [host = '', port] = text.split(':')
  return port === undefined ? null : { host, port: Number(port) }
}

function load() {
  const parsed = schema.safeParse(process.env)
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`)
    throw new Error(`The environment is not usable:\n${lines.join('\n')}`)
  }
  const values = parsed.data
  const data = isAbsolute(values.WAYPOST_DATA) ? values.WAYPOST_DATA : resolve(process.cwd(), values.WAYPOST_DATA)
  const secrets = values.WAYPOST_SECRETS ?? join(data, 'secrets')
  return {
    nodeEnv: values.NODE_ENV,
    data,
    bind: values.WAYPOST_BIND,
    port: values.PORT,
    net: values.WAYPOST_NET,
    /** From DATABASE_URL, or the file `database-url` among the secrets. Throws when first asked for and neither is there. */
    get databaseUrl(): string {
      return values.DATABASE_URL ?? readFileSync(join(secrets, 'database-url'), 'utf8').trim()
    },
    publicUrl: values.NEXTAUTH_URL ?? `http://${values.WAYPOST_BIND}:${values.PORT}`,
    /** Holds `session-secret`, `database-url`, `token-keys/<mail host id>.pem` (ES256, PKCS#8), `mail-ca.pem`. */
    secrets,
    uploads: values.WAYPOST_UPLOADS ?? join(data, 'uploads'),
    trustedProxies: values.WAYPOST_TRUSTED_PROXIES,
    demo: values.WAYPOST_DEMO === '1',
    faultPolicy: addressOf(values.WAYPOST_FAULT_POLICY),
    switches: values.WAYPOST_SWITCHES,
    roles: values.WAYPOST_ROLES.split(',').filter((name) => name !== ''),
    workerSocket: values.WAYPOST_WORKER_SOCKET ?? join(data, 'worker.sock'),
    postfixLogs: values.WAYPOST_POSTFIX_LOGS,
    dovecotLogs: values.WAYPOST_DOVECOT_LOGS,
    postfixConfigs: values.WAYPOST_POSTFIX_CONFIGS,
    dns: values.WAYPOST_DNS,
    minimalBackoff: values.WAYPOST_MINIMAL_BACKOFF,
    deliveryDays: values.WAYPOST_DELIVERY_DAYS,
    logLevel: values.WAYPOST_LOG_LEVEL,
  } as const
}

/** The environment, read and checked once. The only place that reads `process.env`. */
export const env = load()
