/** A picture that is in the text itself, as those of signatures are. */
export const isDataPicture = (src: string | null): boolean =>
  src !== null && src.length < 400_000 && /^data:image\/(png|jpe?g|gif|webp);base64,/.test(src)
