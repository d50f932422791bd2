import { z } from 'zod'
import { red } from '@/scripts/world/addresses'

const name = z
  .string()
  .toLowerCase()
  .regex(/^([a-z0-9-]+\.)+[a-z0-9-]+$/)
const schema = z.object({
  WAYPOST_DOMAIN: name,
  WAYPOST_HOSTNAME: name,
  WAYPOST_HOST_ID: z
    .string()
    .regex(/^[a-z0-9-]+$/)
    .default('main'),
  WAYPOST_ADMIN: z.union([z.literal(''), z.email()]).default(''),
  WAYPOST_PUBLIC_ADDRESS: z.union([z.literal(''), z.ipv4()]).default(''),
  WAYPOST_SUBNET: z
    .string()
    .regex(/^\d{1,3}\.\d{1,3}\.\d{1,3}$/)
    .default('172.31.25'),
  WAYPOST_DEMO: z.enum(['0', '1']).default('0'),
})

const values = schema.parse(process.env)
const at = (last: number) => `${values.WAYPOST_SUBNET}.${last}`

/** The settings of docker-compose.yml as the one-shot containers see them. */
export const settings = {
  demo: values.WAYPOST_DEMO === '1',
  admin: values.WAYPOST_ADMIN.toLowerCase(),
  publicAddress: values.WAYPOST_PUBLIC_ADDRESS,
} as const

/** The mail host of one's own domain. */
export const primary = {
  id: values.WAYPOST_HOST_ID,
  domain: values.WAYPOST_DOMAIN,
  hostname: values.WAYPOST_HOSTNAME,
  imapAddress: at(30),
  submitAddress: at(21),
} as const
const second = {
  id: red.id,
  domain: red.domain,
  hostname: red.hostname,
  imapAddress: at(31),
  submitAddress: at(22),
} as const

/** Every mail host of this deployment: addresses are those of its containers. */
export const mailHosts = settings.demo ? [primary, second] : [primary]

/** Who answers on the private network of the database. */
export const database = { host: 'postgres', port: 5432, name: 'waypost' } as const

/** The folders of the volumes, by who may read them. */
export const secretFolders = {
  setup: '/secrets/setup',
  database: '/secrets/db',
  web: '/secrets/web',
  mail: '/secrets/mail',
  dkim: '/secrets/dkim',
} as const
