/**
 * A quoted string of Sieve (RFC 5228 section 2.4.2): backslash and quote escaped, line ends CRLF, no control characters.
 * The only way a text gets into a script.
 */
export function sieveString(text: string): string {
  const plain = text
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '')
    .toWellFormed()
  return `"${plain.replace(/[\\"]/g, '\\$&').replaceAll('\n', '\r\n')}"`
}

export const sieveList = (texts: string[]): string => `[${texts.map(sieveString).join(', ')}]`
