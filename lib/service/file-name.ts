/** The last part of a path, without controls and direction marks, at most 255 characters and never empty. */
export function cleanFileName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? ''
  const clean = last.replace(/[\p{Cc}\p{Zl}\p{Zp}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '').trim()
  const named = clean === '' || clean === '.' || clean === '..' ? 'file' : clean
  return [...named].length > 255 || named.length > 255 ? shorten(named) : named
}

/** Keeps the extension: it tells people and programs what the file is. */
function shorten(name: string): string {
  const dot = name.lastIndexOf('.')
  const extension = dot > 0 && name.length - dot <= 20 ? name.slice(dot) : ''
  return name.slice(0, 255 - extension.length).replace(/[\ud800-\udbff]$/, '') + extension
}

/** Lower case, without parameters; what is no media type is a plain file. */
export function mediaType(header: string | null): string {
  const type = (header ?? '').split(';')[0]?.trim().toLowerCase() ?? ''
  return /^[a-z0-9][a-z0-9!#$&^_.+-]{0,62}\/[a-z0-9][a-z0-9!#$&^_.+-]{0,62}$/.test(type)
    ? type
    : 'application/octet-stream'
}
