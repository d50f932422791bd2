'use client'

import { useSyncExternalStore } from 'react'

/** The place an open conversation offers for an answer, and whether one is written there. */
type Offer = { place: HTMLElement | null; taken: boolean }

let offer: Offer = { place: null, taken: false }
const listeners = new Set<() => void>()

function change(next: Offer): void {
  offer = next
  for (const listener of listeners) listener()
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** For an open conversation: here an answer may stand. Gives what takes the offer back. */
export function offerPlace(place: HTMLElement): () => void {
  change({ place, taken: false })
  return () => {
    if (offer.place === place) change({ place: null, taken: false })
  }
}

/** For the composer: whether it stands in the place offered. */
export function takePlace(taken: boolean): void {
  if (offer.taken !== taken) change({ ...offer, taken })
}

/** The place offered now; a message is written below a conversation only where there is room beside the keyboard. */
export const useOfferedPlace = (): HTMLElement | null =>
  useSyncExternalStore(
    subscribe,
    () => offer.place,
    () => null,
  )

/** Whether an answer is being written below the conversation. */
export const usePlaceTaken = (): boolean =>
  useSyncExternalStore(
    subscribe,
    () => offer.taken,
    () => false,
  )

export const offeredPlace = (): HTMLElement | null => offer.place
