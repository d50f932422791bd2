/** A picture that is in the text itself, as those of signatures are. */
export const isDataPicture = (src: string | null): boolean =>
  src !== null && src.length < 400_000 && /^data:image\/(png|jpe?g|gif|webp);base64,/.test(src)

/** Bytes of one picture: it travels with every message it stands in. */
export const pictureLimits = { signature: 100 * 1024, template: 250 * 1024 } as const

/** The bytes as a `data:` address. */
export const dataUrl = (bytes: Blob): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result))
    reader.onerror = () => reject(reader.error)
    reader.readAsDataURL(bytes)
  })
