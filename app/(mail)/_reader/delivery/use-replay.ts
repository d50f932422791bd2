'use client'

import { useEffect, useState } from 'react'

const stationMs = 1_100

/** Shows the stations one after the other, slowly. Everything is shown while nothing is replayed. */
export function useReplay(stations: number) {
  const [shown, setShown] = useState<number | null>(null)
  const running = shown !== null
  useEffect(() => {
    if (shown === null) return
    const timer = setTimeout(() => setShown(shown >= stations ? null : shown + 1), stationMs)
    return () => clearTimeout(timer)
  }, [shown, stations])
  return { running, shown: shown ?? stations, start: () => setShown(1), stop: () => setShown(null) }
}
