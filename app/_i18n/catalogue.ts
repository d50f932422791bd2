import compile from 'icu-minify/compile'
import type { AbstractIntlMessages } from 'use-intl'
import type { Locale } from '@/app/_i18n/locales'
import de from '@/messages/de.json'
import en from '@/messages/en.json'

export type Messages = typeof en

// A sentence missing in one language does not compile.
const sources: Record<Locale, Messages> = { en, de }
const compiled = new Map<Locale, AbstractIntlMessages>()

/** The compiler's objects have no prototype, which server components may not hand to the browser. */
const plain = (message: ReturnType<typeof compile>) => JSON.parse(JSON.stringify(message)) as unknown

type Tree = { [key: string]: string | Tree }

function compileTree(tree: Tree): AbstractIntlMessages {
  const entries = Object.entries(tree).map(([key, value]) => [
    key,
    typeof value === 'string' ? plain(compile(value)) : compileTree(value),
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
