/**
 * One logical line: the number of the physical line it begins at (from 1), and the pieces it was folded into. A character is a
 * byte: programs fold in the middle of a character of UTF-8, so text is made of it only when it is whole.
 */
export type ContentLine = { number: number; pieces: string[] }

/** UTF-16, as old phones of some makers write, is recognised by its mark only. */
function asBytes(file: Buffer): Buffer {
  if (file[0] === 0xff && file[1] === 0xfe) return Buffer.from(new TextDecoder('utf-16le').decode(file))
  if (file[0] === 0xfe && file[1] === 0xff) return Buffer.from(new TextDecoder('utf-16be').decode(file))
  return file[0] === 0xef && file[1] === 0xbb && file[2] === 0xbf ? file.subarray(3) : file
}

function* physicalLines(text: string): Generator<string> {
  let from = 0
  for (let at = 0; at < text.length; at++) {
    const char = text.charCodeAt(at)
    if (char !== 10 && char !== 13) continue
    yield text.slice(from, at)
    if (char === 13 && text.charCodeAt(at + 1) === 10) at++
    from = at + 1
  }
  if (from < text.length) yield text.slice(from)
}

/** In vCard 2.1 a quoted-printable value goes on after a `=` at the end, without white space before it. */
const isQuotedPrintable = (line: string): boolean =>
  /^[^:]{0,1000}QUOTED-PRINTABLE[^:]{0,1000}:/i.test(line.slice(0, 4_000))

/** The lines of a vCard file, unfolded (RFC 6350 section 3.2; any kind of line end), empty ones left out. */
export function* contentLines(file: Buffer): Generator<ContentLine> {
  let line: ContentLine | null = null
  let softly = false
  let number = 0
  for (const text of physicalLines(asBytes(file).toString('latin1'))) {
    number += 1
    const folded = text.startsWith(' ') || text.startsWith('\t')
    if (line !== null && softly) {
      softly = text.endsWith('=')
      line.pieces.push((line.pieces.pop() ?? '') + (softly ? text.slice(0, -1) : text))
      continue
    }
    if (line !== null && folded) {
      line.pieces.push(text.slice(1))
      continue
    }
    if (line !== null) yield line
    softly = text.endsWith('=') && isQuotedPrintable(text)
    line = text === '' ? null : { number, pieces: [softly ? text.slice(0, -1) : text] }
  }
  if (line !== null) yield line
}
