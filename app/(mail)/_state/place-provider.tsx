'use client'

import { usePathname, useSearchParams } from 'next/navigation'
import { createContext, type ReactNode, startTransition, use, useEffect, useState } from 'react'
import { placeOf } from '@/app/(mail)/_state/place-path'
import { type AskThread, useAskThread } from '@/app/(mail)/_state/use-thread'

/** Path and query of the address, the query without its question mark. */
export type Address = { pathname: string; search: string }

const AddressContext = createContext<Address>({ pathname: '/', search: '' })

let tell: ((here: Address) => void) | null = null
let shown: Address | null = null
let askThread: AskThread | null = null
let readerLoaded = false

/** Says that a conversation can be drawn without waiting for code. */
export function readerIsLoaded(): void {
  readerLoaded = true
}

const here = (): Address => ({
  pathname: window.location.pathname,
  search: new URLSearchParams(window.location.search).toString(),
})

const same = (a: Address, b: Address) => a.pathname === b.pathname && a.search === b.search
const roomOf = ({ pathname }: Address) => pathname.split('/')[1]

/** Whether all that draws `next` is loaded: between lists of mailboxes, to a conversation, and back to a mailbox. */
function isAtHand(next: Address): boolean {
  const room = roomOf(next)
  if (!shown || room !== roomOf(shown)) return false
  const opened = placeOf(next.pathname, next.search).thread !== null
  return opened ? readerLoaded : room === 'mail'
}

/** What is shown stays this long while a conversation is on its way: it is drawn once, and nothing before it in vain. */
const patience = 80

/**
 * The address has changed: draws its place, in the same frame where nothing has to be loaded for it. A conversation that
 * is still to come is waited for as long as nobody notices.
 */
export function followAddress(): void {
  const next = here()
  if (!tell || (shown && same(shown, next))) return
  const draw = tell
  if (!isAtHand(next)) {
    startTransition(() => draw(next))
    return
  }
  const { listed, thread } = placeOf(next.pathname, next.search)
  const coming = thread && askThread?.(listed, thread)
  if (!coming) {
    draw(next)
    return
  }
  const late = new Promise((resolve) => setTimeout(resolve, patience))
  void Promise.race([coming, late]).then(() => {
    if (tell === draw && same(here(), next)) draw(next)
  })
}

/**
 * The address for everything below. Next's router says it too, but in a transition: React draws that in slices and after
 * everything else, which is the better part of the time from a click on a row to its text.
 */
export function PlaceProvider({ children }: { children: ReactNode }) {
  const pathname = usePathname()
  const search = useSearchParams().toString()
  const [address, setAddress] = useState<Address>({ pathname, search })
  const ask = useAskThread()
  useEffect(() => {
    askThread = ask
    return () => {
      askThread = null
    }
  }, [ask])
  useEffect(() => {
    tell = (next) => {
      shown = next
      setAddress(next)
    }
    shown = here()
    setAddress((before) => (same(before, here()) ? before : here()))
    window.addEventListener('popstate', followAddress)
    return () => {
      tell = null
      shown = null
      window.removeEventListener('popstate', followAddress)
    }
  }, [])
  return <AddressContext value={address}>{children}</AddressContext>
}

export const useAddress = (): Address => use(AddressContext)
