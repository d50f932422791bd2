type File = { name: string; type: string; bytes: AsyncIterable<Uint8Array> }

/** A stream that asks for the next piece only when the reader wants it, and lets go when the reader leaves. */
function toStream(bytes: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> {
  const iterator = bytes[Symbol.asyncIterator]()
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const next = await iterator.next()
        if (next.done === true) controller.close()
        else controller.enqueue(next.value)
      },
      async cancel() {
        await iterator.return?.()
      },
    },
    { highWaterMark: 0 },
  )
}

/** RFC 6266: a plain name for old readers, the true one as RFC 8187 says. */
function disposition(kind: 'attachment' | 'inline', name: string): string {
  const plain = name.normalize('NFKD').replace(/[^\w .()-]/g, '_')
  const encoded = encodeURIComponent(name.toWellFormed()).replace(
    /['()*!]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `${kind}; filename="${plain}"; filename*=UTF-8''${encoded}`
}

/** A stranger's file to be saved. Even opened in place it has no origin, no script and may fetch nothing. */
export function fileResponse(file: File): Response {
  return new Response(toStream(file.bytes), {
    headers: {
      'content-type': /^[\w.+-]+\/[\w.+-]+$/.test(file.type) ? file.type : 'application/octet-stream',
      'content-disposition': disposition('attachment', file.name),
      'content-security-policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
    },
  })
}

/** The same opened in the browser; only for types that hold no markup. Plain text is never guessed at. */
export function viewResponse(file: File): Response {
  const type = file.type === 'text/plain' ? 'text/plain; charset=utf-8' : file.type
  // The browser's own PDF viewer does not run in a sandbox; there the missing rights to fetch or run must do.
  const sandbox = file.type === 'application/pdf' ? '' : '; sandbox'
  return new Response(toStream(file.bytes), {
    headers: {
      'content-type': type,
      'content-disposition': disposition('inline', file.name),
      'content-security-policy': `default-src 'none'; img-src 'self'; media-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'${sandbox}`,
    },
  })
}

/** Somebody's text, shown as text whatever it holds. Read as UTF-8, as nearly all 8-bit mail is. */
export function sourceResponse(bytes: AsyncIterable<Uint8Array>): Response {
  return new Response(toStream(bytes), { headers: { 'content-type': 'text/plain; charset=utf-8' } })
}
