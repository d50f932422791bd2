import { z } from 'zod'

/** A search kept under a name, for the navigation. */
export const savedSearchBody = z.object({
  name: z.string().trim().min(1).max(100),
  query: z.string().trim().min(1).max(2000),
})
export type SavedSearchBody = z.infer<typeof savedSearchBody>
export type SavedSearch = SavedSearchBody & { id: string }
/** In the order the person gave them, the newest last; at most 200. */
export type SavedSearchList = { searches: SavedSearch[] }

export const savedSearchParams = z.object({ id: z.uuid() })
/** Every id in its new order; ids left out keep theirs behind those. */
export const savedSearchOrder = z.object({ ids: z.array(z.uuid()).max(200) })
