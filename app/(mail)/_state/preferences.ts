'use client'

const year = 31_536_000

/** Keeps a choice for the next page the server makes. Nothing in it is secret. */
export function keepPreference(name: 'theme' | 'locale' | 'mode', value: string): void {
  // biome-ignore lint/suspicious/noDocumentCookie: Cookie Store is not in every browser yet
  document.cookie = `${name}=${value}; path=/; max-age=${year}; samesite=lax`
}

export function chooseTheme(theme: string): void {
  keepPreference('theme', theme)
  document.documentElement.dataset.theme = theme
}
