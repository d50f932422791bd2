import pino from 'pino'
import { env } from '@/lib/env'

/** One JSON line per fact on standard output. Never log passwords, tokens, message text or subjects. */
export const log = pino({ level: env.logLevel, base: undefined, timestamp: pino.stdTimeFunctions.isoTime })
