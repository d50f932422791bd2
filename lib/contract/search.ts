import { z } from 'zod'
import type { SearchProblem } from '@/lib/contract/search-tree'
import type { ThreadWindow } from '@/lib/contract/threads'

export const searchQuery = z.object({
  q: z.string().max(2000),
  sort: z.enum(['newest', 'best']).default('newest'),
  mode: z.enum(['threads', 'messages']).default('threads'),
  offset: z.coerce.number().int().min(0).max(100_000).default(0),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  /** The person's time zone, for days in before: and after:. */
  zone: z.string().max(64).default('UTC'),
})
export type SearchQuery = z.infer<typeof searchQuery>

/** How much of the account's mail the index of words holds. `complete` once everything was read. */
export type IndexProgress = { indexed: number; total: number; complete: boolean }

/** Results of all mailboxes in one list. `total` counts up to a limit; `more` says that there are more than that. */
export type SearchWindow = ThreadWindow & { more: boolean; problems: SearchProblem[]; index: IndexProgress }
