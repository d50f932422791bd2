/** Prisma's codes for a database out of reach, and the states of PostgreSQL while it starts, stops, is full or is too slow (SQLSTATE). */
const codes = new Set(['P1001', 'P1002', 'P1008', 'P1017', 'P2024', 'ECONNREFUSED', 'ECONNRESET'])
const states = /^(?:08...|57014|57P0[1-5]|53...)$/
const kinds = new Set(['DatabaseNotReachable', 'SocketTimeout', 'ConnectionClosed', 'TooManyConnections'])

/** node-postgres throws these as plain errors without a code. */
const words = /^(?:Connection terminated|Query read timeout|timeout exceeded when trying to connect)/

type Cause = { kind?: unknown; originalCode?: unknown }
type Fault = { code?: unknown; message?: unknown; meta?: { driverAdapterError?: { cause?: Cause } } }

/** Whether an error of a query says that the database does not answer, and not that the query was wrong. */
export function isDatabaseDown(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false
  const { code, message, meta }: Fault = error
  if (typeof code === 'string' && (codes.has(code) || states.test(code))) return true
  if (error instanceof Error && typeof message === 'string' && words.test(message)) return true
  // raw queries say P2010 for everything; the driver's cause says more
  const cause = meta?.driverAdapterError?.cause
  if (typeof cause?.kind === 'string' && kinds.has(cause.kind)) return true
  return typeof cause?.originalCode === 'string' && states.test(cause.originalCode)
}
