/** One figure: what was done, how often, and how long it took in milliseconds. */
export type Figure = {
  name: string
  runs: number
  serverP50: number
  serverP95: number
  wallP50: number
  wallP95: number
  bytes: number
}

type Sample = { server: number; wall: number; bytes: number }

/** The value below which `share` of the samples lie (nearest rank). */
export function percentile(values: number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN
}

/** Milliseconds of the entry `app` of a Server-Timing header; NaN where there is none. */
export function serverTime(header: string | null): number {
  return Number(/(?:^|,)\s*app;dur=([\d.]+)/.exec(header ?? '')?.[1] ?? Number.NaN)
}

async function once(request: () => Promise<Response>): Promise<Sample> {
  const started = performance.now()
  const response = await request()
  const body = await response.arrayBuffer()
  const wall = performance.now() - started
  if (!response.ok)
    throw new Error(`${response.url} answered ${response.status}: ${Buffer.from(body).toString('utf8', 0, 200)}`)
  return { server: serverTime(response.headers.get('server-timing')), wall, bytes: body.byteLength }
}

/** Makes `request` once unmeasured, then `runs` times one after the other. */
export async function measure(
  name: string,
  runs: number,
  request: (run: number) => Promise<Response>,
): Promise<Figure> {
  await once(() => request(0))
  const samples: Sample[] = []
  for (let run = 1; run <= runs; run++) samples.push(await once(() => request(run)))
  const of = (pick: (sample: Sample) => number, share: number) => percentile(samples.map(pick), share)
  return {
    name,
    runs,
    serverP50: of((sample) => sample.server, 0.5),
    serverP95: of((sample) => sample.server, 0.95),
    wallP50: of((sample) => sample.wall, 0.5),
    wallP95: of((sample) => sample.wall, 0.95),
    bytes: of((sample) => sample.bytes, 0.5),
  }
}
