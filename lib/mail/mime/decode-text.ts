/** Names mail uses that the encoding standard does not know, and what they mean. */
const aliases: Record<string, string> = {
  'us-ascii': 'windows-1252',
  '': 'utf-8',
  'x-unknown': 'windows-1252',
  'unknown-8bit': 'windows-1252',
  '8bit': 'windows-1252',
  ansi_x3: 'windows-1252',
  cp1250: 'windows-1250',
  cp1251: 'windows-1251',
  cp1252: 'windows-1252',
  cp932: 'shift_jis',
  cp936: 'gbk',
  cp949: 'euc-kr',
  ks_c_5601: 'euc-kr',
  'iso-2022-jp-2': 'iso-2022-jp',
  'iso-2022-jp-ms': 'iso-2022-jp',
  cp50220: 'iso-2022-jp',
  utf8: 'utf-8',
  'utf-16': 'utf-16le',
}

/** RFC 2152. The encoding standard leaves UTF-7 out because of browsers; mail still carries it. */
function decodeUtf7(bytes: Buffer): string {
  return bytes.toString('latin1').replace(/\+([A-Za-z0-9+/]*)-?/g, (_, encoded: string) => {
    if (encoded === '') return '+'
    const pairs = Buffer.from(encoded, 'base64')
    return new TextDecoder('utf-16be').decode(pairs.subarray(0, pairs.length - (pairs.length % 2)))
  })
}

const looksLikeUtf8 = (bytes: Buffer): boolean => {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

/**
 * Bytes as text by the charset of Content-Type. Unknown or lying charsets never fail: bytes that are UTF-8 are read as
 * that, all else as windows-1252.
 */
export function decodeText(bytes: Buffer, charset: string): string {
  const name = charset
    .trim()
    .toLowerCase()
    .replace(/^["']|["']$/g, '')
  if (name === 'utf-7' || name === 'unicode-1-1-utf-7') return decodeUtf7(bytes)
  const label = aliases[name] ?? name
  if (label === 'utf-8' || label === 'windows-1252') {
    return new TextDecoder(looksLikeUtf8(bytes) ? 'utf-8' : 'windows-1252').decode(bytes)
  }
  try {
    return new TextDecoder(label).decode(bytes)
  } catch {
    return new TextDecoder(looksLikeUtf8(bytes) ? 'utf-8' : 'windows-1252').decode(bytes)
  }
}

/** The charset a part of HTML names in its own head, for parts whose Content-Type names none. */
export function charsetOfHtml(bytes: Buffer): string {
  const head = bytes.subarray(0, 2048).toString('latin1')
  return /<meta[^>]{0,200}charset\s*=\s*["']?([\w-]{1,40})/i.exec(head)?.[1] ?? ''
}
