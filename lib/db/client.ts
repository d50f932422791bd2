import { PrismaPg } from '@prisma/adapter-pg'
import { PrismaClient } from '@/lib/db/generated/client'
import { env } from '@/lib/env'

const kept = globalThis as typeof globalThis & { waypostDatabase?: PrismaClient }

function connect(): PrismaClient {
  const adapter = new PrismaPg({ connectionString: env.databaseUrl, max: 10, connectionTimeoutMillis: 3_000 })
  return new PrismaClient({ adapter })
}

/** The database, connected when first asked for and shared by all bundles of the process (Next makes several). */
export function database(): PrismaClient {
  kept.waypostDatabase ??= connect()
  return kept.waypostDatabase
}
