import pg from 'pg'
import { env } from '@/lib/env'

const shared = globalThis as typeof globalThis & { waypostWordIndex?: pg.Pool }

/**
 * Connections for the index of words. Beside Prisma's: these queries are built from a tree or carry thousands of rows,
 * and their plans depend on their values.
 */
export function wordIndex(): pg.Pool {
  if (shared.waypostWordIndex === undefined) {
    const pool = new pg.Pool({
      connectionString: env.databaseUrl,
      max: 6,
      connectionTimeoutMillis: 3_000,
      query_timeout: 60_000,
      application_name: 'waypost words',
      // compiling a query takes longer than any of these runs
      options: '-c jit=off',
    })
    // A connection that breaks while idle is replaced at the next query.
    pool.on('error', () => {})
    shared.waypostWordIndex = pool
  }
  return shared.waypostWordIndex
}

/** Runs `work` in one transaction. */
export async function inTransaction<T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await wordIndex().connect()
  try {
    await client.query('BEGIN')
    const result = await work(client)
    await client.query('COMMIT')
    client.release()
    return result
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined)
    client.release(error instanceof Error && 'code' in error ? undefined : true)
    throw error
  }
}
