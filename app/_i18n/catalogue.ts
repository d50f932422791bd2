import compile from 'icu-minify/compile'
import type { Locale } from '@/app/_i18n/locales'
import de from '@/messages/de.json'
import en from '@/messages/en.json'

export type Messages = typeof en

// A sentence missing in one language does not compile.
const sources: Record<Locale, Messages> = { en, de }
const compiled = new Map<Locale, string>()

type Tree = { [key: string]: string | Tree }

const compileTree = (tree: Tree): { [key: string]: unknown } =>
  Object.fromEntries(
    Object.entries(tree).map(([key, value]) => [key, typeof value === 'string' ? compile(value) : compileTree(value)]),
  )

/**
 * The catalogue of a language, compiled once so that the browser gets arrays instead of a parser. As JSON: React would
 * walk its thousands of arrays for every page, on the server twice and in the browser once.
 */
export function catalogue(locale: Locale): string {
  const known = compiled.get(locale)
  if (known) return known
  const fresh = JSON.stringify(compileTree(sources[locale]))
  compiled.set(locale, fresh)
  return fresh
}
