import { PrismaPg } from '@prisma/adapter-pg'
import { env } from '@/lib/env'
import { PrismaClient } from './generated/client'

const shared = globalThis as typeof globalThis & { waypostDb?: PrismaClient }

/**
 * A database that hangs gives an error in time, never a hung request; a machine that is only busy gets time to connect.
 * Connections outlast the pause between two looks at a list, as a new one costs some milliseconds of the next request.
 */
const poolOptions = () => ({
  connectionString: env.databaseUrl,
  max: 10,
  connectionTimeoutMillis: 8_000,
  idleTimeoutMillis: 120_000,
  query_timeout: 10_000,
})

/**
 * The one database client of this process; connects at its first query. Kept on `globalThis` because Next's development
 * server loads this module again after each change. Throws when neither DATABASE_URL nor the secret is there.
 */
export function db(): PrismaClient {
  shared.waypostDb ??= new PrismaClient({ adapter: new PrismaPg(poolOptions()) })
  return shared.waypostDb
}
