'use client'

import { type ReactNode, Suspense, useSyncExternalStore } from 'react'

const never = () => () => undefined

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

function Inert({ children }: { children: ReactNode }) {
  const taken = useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
  return (
    <div inert={!taken} className="contents">
      {children}
    </div>
  )
}
