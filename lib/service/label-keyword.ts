import { labelIdOf } from '@/lib/service/label-id'

/** Dovecot takes 50 (mail_max_keyword_length); the rest is for a number that makes it unique. */
const lengthLimit = 44

/** The letters of a name that ASCII can say: `Büro/Süß` is `buro_suss`. Empty for names of other scripts. */
const readable = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9-]+/g, '_')
    .replace(/^[_-]+|[_-]+$/g, '')
    .slice(0, lengthLimit)

/** A keyword for a new label: an ASCII atom people can read in other programs, and none of those `isTaken` knows. */
export function keywordFor(name: string, isTaken: (keyword: string) => boolean): string {
  const base = readable(name) || 'label'
  for (let number = 1; ; number += 1) {
    const keyword = number === 1 ? base : `${base}_${number}`
    if (!isTaken(keyword)) return keyword
  }
}

/** The colour of a keyword another program made: always the same one, from its id. */
export const colorIndexOf = (keyword: string, colors: number): number =>
  [...labelIdOf(keyword)].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % colors
