import { changeState } from '@/lib/db/outbox'
import { log } from '@/lib/log'

/** So often whoever stores a message says that it still does. */
const beatMs = 5_000

/** A row that is `storing` and has not been heard of for so long was cut off: another Send may take it. */
const silentMs = 20_000

export const silentSince = () => new Date(Date.now() - silentMs)

/** Storing takes as long as the message is large: meanwhile its row is kept from looking cut off, to the sweep and to others. */
export async function whileStoring<T>(id: string, work: () => Promise<T>): Promise<T> {
  const beat = setInterval(() => {
    changeState(id, ['storing'], 'storing').catch((err) => log.warn({ err }, 'a message being stored cannot say so'))
  }, beatMs)
  try {
    return await work()
  } finally {
    clearInterval(beat)
  }
}
