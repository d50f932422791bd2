/** Whole messages on the wire, as Postfix and the composer both enforce it (50 MB = 52,428,800 bytes). */
export const messageSizeLimit = 52_428_800

/** Base64 in lines of 76 characters: 78 bytes on the wire for 57 of the file (RFC 2045 section 6.8). */
export const encodedSize = (bytes: number): number => Math.ceil(bytes / 57) * 78

export type Upload = { uploadId: string; name: string; type: string; size: number }
