/** Messages one command names at most: their numbers stay far below the 64 KB Dovecot reads as one line. */
const chunkSize = 1000

/** Does something to many messages, some at a time and in order, and gives what each time gave. */
export async function inChunks<T>(uids: number[], work: (chunk: number[]) => Promise<T>): Promise<T[]> {
  const results: T[] = []
  for (let from = 0; from < uids.length; from += chunkSize) results.push(await work(uids.slice(from, from + chunkSize)))
  return results
}
