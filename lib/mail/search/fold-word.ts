/** Letters that are no letter with an accent to Unicode but are typed without it. */
const spelledOut: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ħ: 'h',
  ı: 'i',
  ς: 'σ',
}
const special = /[ßæœøđðþłħıς]/g
// Marks of other scripts are part of the letter: a Japanese か with its mark is が, another sound.
const accents = /([\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Hebrew}])\p{Mn}+/gu
// what NFKD puts beside the letters of ⑴, ½ or ﷺ
const rest = /[^\p{L}\p{N}\p{M}]+/gu
const ascii = /^[\0-\x7f]*$/

/**
 * A word as the index and a search both write it: lower case, compatibility forms as plain letters (NFKD), accents of
 * Latin, Greek, Cyrillic, Arabic and Hebrew letters dropped. `Müller` and `MULLER` are one word; `Mueller` is another.
 * Gives letters, marks and digits only, so no operator of a query language; empty where nothing is left.
 */
export function foldWord(word: string): string {
  if (ascii.test(word)) return word.toLowerCase()
  return word
    .normalize('NFKD')
    .toLowerCase()
    .replace(accents, '$1')
    .replace(special, (letter) => spelledOut[letter] ?? letter)
    .replace(rest, '')
    .normalize('NFC')
}
