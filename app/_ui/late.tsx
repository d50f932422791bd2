'use client'

import { type ReactNode, Suspense, useSyncExternalStore } from 'react'

const never = () => () => undefined

/** False on the server and until React has taken the page over. */
const useTaken = () =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  )

/**
 * What loads after the page itself. The server has painted it, yet it hears nothing until its code is there: it is inert
 * so long, rather than losing what is clicked.
 */
export function Late({ children }: { children: ReactNode }) {
  return (
    <Suspense fallback={null}>
      <Inert>{children}</Inert>
    </Suspense>
  )
}

/** What comes after the page: the server paints nothing of it, so what it shows may have changed meanwhile. */
export function Later({ children }: { children: ReactNode }) {
  return useTaken() && <Suspense fallback={null}>{children}</Suspense>
}

function Inert({ children }: { children: ReactNode }) {
  return (
    <div inert={!useTaken()} className="contents">
      {children}
    </div>
  )
}
