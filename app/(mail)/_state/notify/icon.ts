'use client'

const id = 'unread-icon'

/** The sign of Waypost with a number on it, as a link that comes after the plain one: browsers take the last. */
export function markIcon(unread: number): void {
  const shown = document.getElementById(id)
  const number = unread > 99 ? '99' : String(unread)
  if ((shown?.dataset.number ?? '0') === number) return
  shown?.remove()
  if (unread === 0) return
  const link = document.createElement('link')
  link.id = id
  link.dataset.number = number
  link.rel = 'icon'
  link.type = 'image/svg+xml'
  link.href = `data:image/svg+xml,${encodeURIComponent(iconWith(number))}`
  document.head.append(link)
}

const iconWith = (number: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><style>.p{stroke:#1b2330}@media (prefers-color-scheme:dark){.p{stroke:#e8ecf2}}</style><path class="p" d="M12 2v20" stroke-width="2.6" stroke-linecap="round"/><path d="M12 4.5h6.6l2.9 2.6-2.9 2.6H12z" fill="#0b66c8"/><path d="M12 11.4H5.9L3 14l2.9 2.6H12z" fill="#5a9de0"/><rect x="${number.length > 1 ? 8 : 12}" y="11" width="${number.length > 1 ? 16 : 12}" height="13" rx="4.5" fill="#c8322b"/><text x="${number.length > 1 ? 16 : 18}" y="21.4" text-anchor="middle" font-family="system-ui,sans-serif" font-weight="700" font-size="11.5" fill="#fff">${number}</text></svg>`
