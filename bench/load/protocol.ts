/** What the process that plays the people is told, and what it tells when it is done. */
export type Person = { address: string; cookie: string }

export type Order = { kind: 'open'; people: Person[] } | { kind: 'work'; seconds: number; thinkSeconds: number }

/** Milliseconds of one kind of work, and how often it failed. */
export type Latencies = { kind: string; milliseconds: number[]; errors: string[] }

export type Report =
  | { kind: 'opened'; streams: number; failed: string[] }
  | { kind: 'worked'; latencies: Latencies[]; streamsLost: number }
