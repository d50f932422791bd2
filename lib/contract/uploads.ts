/** Whole messages on the wire, as Postfix and the composer both enforce it (50 MB = 52,428,800 bytes). */
export const messageSizeLimit = 52_428_800

/** Base64 in lines of 76 characters: 78 bytes on the wire for 57 of the file (RFC 2045 section 6.8). */
export const encodedSize = (bytes: number): number => Math.ceil(bytes / 57) * 78

export type Upload = { uploadId: string; name: string; type: string; size: number }

/**
 * POST /api/uploads: the raw bytes as body, with `content-type`, `content-length` and `x-file-name` (percent-encoded as by
 * encodeURIComponent). Answers `Upload`, or a `Problem`: `message-too-large` (before a byte is read), `upload-incomplete`
 * (retryable), `disk-full`. GET /api/uploads/<id> shows one's own picture; DELETE removes.
 */
export const fileNameHeader = 'x-file-name'
