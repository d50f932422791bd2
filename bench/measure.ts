/** One piece of work, timed in milliseconds. `server` is the server's own figure, NaN where it gives none. */
export type Sample = { server: number; wall: number; bytes: number; requests: number }

/** One figure: what was done, how often, how long it took in milliseconds, and bytes over the wire. */
export type Figure = {
  runs: number
  serverP50: number
  serverP95: number
  wallP50: number
  wallP95: number
  bytes: number
  requests: number
}

/** The value below which `share` of the samples lie (nearest rank). */
export function percentile(values: number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN
}

/** Milliseconds of the entry `app` of a Server-Timing header; NaN where there is none. */
export function serverTime(header: string | null | undefined): number {
  return Number(/(?:^|,)\s*app;dur=([\d.]+)/.exec(header ?? '')?.[1] ?? Number.NaN)
}

/** Several requests that make one piece of work, one after the other. */
export function sum(samples: Sample[]): Sample {
  const total: Sample = { server: 0, wall: 0, bytes: 0, requests: 0 }
  for (const one of samples) {
    total.server += one.server
    total.wall += one.wall
    total.bytes += one.bytes
    total.requests += one.requests
  }
  return total
}

export function summarise(samples: Sample[]): Figure {
  const of = (pick: (sample: Sample) => number, share: number) => percentile(samples.map(pick), share)
  return {
    runs: samples.length,
    serverP50: of((sample) => sample.server, 0.5),
    serverP95: of((sample) => sample.server, 0.95),
    wallP50: of((sample) => sample.wall, 0.5),
    wallP95: of((sample) => sample.wall, 0.95),
    bytes: of((sample) => sample.bytes, 0.5),
    requests: of((sample) => sample.requests, 0.5),
  }
}
