import type { ErrorCode } from '@/lib/errors'

/** Body of every answer that is not 2xx. `detail` is somebody's text (a server's reply): show it as text only. */
export type Problem = { code: ErrorCode; detail: string | null; retryable: boolean; retryAfterSeconds: number | null }
