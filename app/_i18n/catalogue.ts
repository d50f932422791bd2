import compile from 'icu-minify/compile'
import type { AbstractIntlMessages } from 'use-intl'
import type { Locale } from '@/app/_i18n/locales'
import de from '@/messages/de.json'
import en from '@/messages/en.json'

export type Messages = typeof en

// A sentence missing in one language does not compile.
const sources: Record<Locale, Messages> = { en, de }
const compiled = new Map<Locale, AbstractIntlMessages>()

type Tree = { [key: string]: string | Tree }

function compileTree(tree: Tree): AbstractIntlMessages {
  const entries = Object.entries(tree).map(([key, value]) => [
    key,
    typeof value === 'string' ? compile(value) : compileTree(value),
  ])
  // plurals compile to objects without a prototype, which React does not carry from server to browser
  return JSON.parse(JSON.stringify(Object.fromEntries(entries))) as AbstractIntlMessages
}

/** The catalogue of a language, compiled once so that the browser gets arrays instead of a parser. */
export function catalogue(locale: Locale): AbstractIntlMessages {
  const known = compiled.get(locale)
  if (known) return known
  const fresh = compileTree(sources[locale])
  compiled.set(locale, fresh)
  return fresh
}
