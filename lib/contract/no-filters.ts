import type { FilterSet } from '@/lib/contract/filters'

/** Nothing happens to mail as it arrives. No schema here: browsers load it. */
export const noFilters: FilterSet = {
  rules: [],
  vacation: { enabled: false, begins: null, ends: null, subject: '', text: '', days: 7 },
}
