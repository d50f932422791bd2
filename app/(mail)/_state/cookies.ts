'use client'

const year = 31_536_000

/** Keeps a choice for the next page the server makes, signed out too. Nothing in it is secret. */
export function keepCookie(name: 'theme' | 'locale', value: string): void {
  // biome-ignore lint/suspicious/noDocumentCookie: Cookie Store is not in every browser yet
  document.cookie = `${name}=${value}; path=/; max-age=${year}; samesite=lax`
}
