import type { OutboxRow } from '@/lib/db/outbox'
import { AppError, type ErrorCode, errorCodes } from '@/lib/errors'

const isErrorCode = (code: string): code is ErrorCode => (errorCodes as readonly string[]).includes(code)

/** Throws what kept a message from leaving, as its row has it. */
export function throwRefusal(row: OutboxRow | null): never {
  const code = row?.reason != null && isErrorCode(row.reason) ? row.reason : 'internal'
  throw new AppError(code, 'the message was not taken', { detail: row?.detail ?? undefined })
}
