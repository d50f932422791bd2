'use client'

import { lazy } from 'react'

const tries = 3
const pauseMs = 1_000

const pause = () => new Promise<void>((resolve) => setTimeout(resolve, pauseMs))
const backOnline = () =>
  new Promise<void>((resolve) => window.addEventListener('online', () => resolve(), { once: true }))

/**
 * Code that is loaded when it is needed. A browser that is offline just then gets it when it is back; asking is repeated a
 * few times before a page is given up.
 * @throws what `load` throws at the last try
 */
export async function loadCode<Code>(load: () => Promise<Code>): Promise<Code> {
  for (let n = 1; ; n += 1) {
    try {
      return await load()
    } catch (error) {
      if (typeof window === 'undefined') throw error
      if (!navigator.onLine) await backOnline()
      else if (n >= tries) throw error
      else await pause()
    }
  }
}

/** React's `lazy` over `loadCode`. */
export const lazyView: typeof lazy = (load) => lazy(() => loadCode(load))
