/** Class of the block; the server lets it through (draft-body.ts). */
export const signatureMark = 'waypost-signature'

/** A signature as a body holds it; nothing for an empty one. */
export const signatureBlock = (html: string): string =>
  html === '' ? '' : `<div class="${signatureMark}">${html}</div>`
