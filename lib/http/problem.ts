import { ZodError } from 'zod'
import type { Problem } from '@/lib/contract/problem'
import { isDatabaseDown } from '@/lib/db/is-database-down'
import { AppError, type ErrorCode } from '@/lib/errors'
import { statusOf } from '@/lib/http/status'
import { log } from '@/lib/log'
import { MailError } from '@/lib/mail/errors'

/** Faults that pass by themselves: logged as warnings, and the same call may succeed later. */
const temporary = new Set<ErrorCode>([
  'imap-unavailable',
  'imap-timeout',
  'submission-unavailable',
  'database-unavailable',
])

function codeProperty(error: unknown): string | null {
  if (typeof error !== 'object' || error === null || !('code' in error)) return null
  return typeof error.code === 'string' ? error.code : null
}

/** Any thrown thing as an `AppError`; what nobody foresaw is `internal` and shows nothing of itself. */
export function toAppError(error: unknown): AppError {
  if (error instanceof AppError) return error
  if (error instanceof MailError) {
    return new AppError(error.code, error.message, {
      cause: error,
      detail: error.detail,
      retryable: temporary.has(error.code),
    })
  }
  if (error instanceof ZodError) {
    return new AppError('bad-request', 'the input does not fit its schema', { cause: error })
  }
  const code = codeProperty(error)
  if (code === 'ENOSPC') return new AppError('disk-full', 'no space left', { cause: error })
  if (isDatabaseDown(error)) {
    return new AppError('database-unavailable', 'the database does not answer', { cause: error, retryable: true })
  }
  return new AppError('internal', 'unforeseen', { cause: error })
}

function report(error: AppError, request: Request) {
  const path = new URL(request.url).pathname
  const fact = { code: error.code, method: request.method, path, err: error.cause ?? error }
  if (error.code === 'internal') log.error(fact, error.message)
  else if (statusOf[error.code] >= 500) log.warn(fact, error.message)
}

/** The answer to a fault: a `Problem` with the status of its code. */
export function problemResponse(thrown: unknown, request: Request): Response {
  const error = toAppError(thrown)
  report(error, request)
  const problem: Problem = {
    code: error.code,
    detail: error.detail ?? null,
    retryable: error.retryable,
    retryAfterSeconds: error.retryAfterSeconds ?? null,
  }
  const headers = new Headers()
  if (error.retryAfterSeconds !== undefined) headers.set('retry-after', String(error.retryAfterSeconds))
  return Response.json(problem, { status: statusOf[error.code], headers })
}
