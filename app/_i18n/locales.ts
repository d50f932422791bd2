export const locales = ['en', 'de'] as const
export type Locale = (typeof locales)[number]

export const isLocale = (value: string | undefined): value is Locale => locales.some((locale) => locale === value)

/** The first language of an Accept-Language header (RFC 9110 section 12.5.4) that we speak, else English. */
export function localeFrom(header: string | null): Locale {
  const ranges = (header ?? '').split(',').map((range) => {
    const [tag = '', ...parameters] = range.trim().toLowerCase().split(';')
    const q = parameters.find((parameter) => parameter.trim().startsWith('q='))
    return { language: tag.split('-')[0], weight: q === undefined ? 1 : Number(q.trim().slice(2)) || 0 }
  })
  ranges.sort((a, b) => b.weight - a.weight)
  return ranges.map((range) => range.language).find((language): language is Locale => isLocale(language)) ?? 'en'
}
