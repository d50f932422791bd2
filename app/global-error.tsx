'use client'

/** The frame of all pages broke, and with it what knows the language: so in both, and in the browser's own look. */
export default function GlobalError() {
  return (
    <html lang="en">
      <body>
        <h1>Something in this page broke</h1>
        <p lang="de">Auf dieser Seite ist etwas schiefgegangen</p>
        <a href="/mail/inbox">Waypost</a>
      </body>
    </html>
  )
}
