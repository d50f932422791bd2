/** A stranger's picture for a frame without an origin, which is another site to the browser. */
export function pictureResponse({ type, bytes }: { type: string; bytes: Buffer }): Response {
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': type,
      'content-disposition': 'inline',
      'cross-origin-resource-policy': 'cross-origin',
      'cache-control': 'private, max-age=86400',
    },
  })
}
