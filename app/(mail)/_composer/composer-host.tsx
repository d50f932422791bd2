'use client'

/** Placeholder: the composer windows open here, fed by `onComposerIntent`. */
export default function ComposerHost() {
  return null
}
