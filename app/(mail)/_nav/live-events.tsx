'use client'

import { useLiveEvents } from '@/app/(mail)/_state/use-live-events'

/** Keeps the page true to the server. It loads after the first rows: what happened until then is asked for on joining. */
export default function LiveEvents() {
  useLiveEvents()
  return null
}
