import { describe, expect, it } from 'vitest'
import { localeFrom } from '@/app/_i18n/locales'

describe('the language of the screens', () => {
  it('is the one the browser likes best among those we speak', () => {
    expect(localeFrom('fr-CH, de;q=0.9, en;q=0.8')).toBe('de')
    expect(localeFrom('en-GB;q=0.7, de-AT;q=0.3')).toBe('en')
  })

  it('is English when nothing fits or nothing is said', () => {
    expect(localeFrom('ja, fr;q=0.5')).toBe('en')
    expect(localeFrom(null)).toBe('en')
    expect(localeFrom(';;q=x,,')).toBe('en')
  })
})
