import pg from 'pg'
import { env } from '@/lib/env'

type Pools = { waypostWordIndex?: pg.Pool; waypostWordSearch?: pg.Pool }
const shared = globalThis as typeof globalThis & Pools

/** Beside Prisma's connections: these queries are built from a tree or carry thousands of rows, and their plans depend on it. */
function openPool(name: string, seconds: number): pg.Pool {
  const pool = new pg.Pool({
    connectionString: env.databaseUrl,
    max: 6,
    connectionTimeoutMillis: 8_000,
    idleTimeoutMillis: 120_000,
    query_timeout: seconds * 1_000 + 2_000,
    statement_timeout: seconds * 1_000,
    application_name: `waypost ${name}`,
    // compiling a query takes longer than any of these runs
    options: '-c jit=off',
  })
  // A connection that breaks while idle is replaced at the next query.
  pool.on('error', () => {})
  return pool
}

/** Connections for keeping the index of words. */
export function wordIndex(): pg.Pool {
  shared.waypostWordIndex ??= openPool('index', 60)
  return shared.waypostWordIndex
}

/** Connections for what a person waits for: a query ends before that person has gone. */
export function wordSearch(): pg.Pool {
  shared.waypostWordSearch ??= openPool('search', 8)
  return shared.waypostWordSearch
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
