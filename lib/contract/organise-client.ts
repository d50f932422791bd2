import { call, send } from '@/lib/contract/client'
import type { ChangeFolder, CreateFolder, FolderDeleted, FolderSaved } from '@/lib/contract/folders'
import type { ChangeLabel, CreateLabel, Label, LabelDeleted } from '@/lib/contract/labels'
import type { SavedSearch, SavedSearchBody, SavedSearchList } from '@/lib/contract/saved-searches'
import { urls } from '@/lib/contract/urls'

/** Labels, folders and saved searches. Each throws `ApiError`. */
export const organiseApi = {
  createLabel: (body: CreateLabel) => send<Label>('POST', urls.labels(), body),
  changeLabel: (id: string, body: ChangeLabel) => send<Label>('PUT', urls.label(id), body),
  deleteLabel: (id: string) => send<LabelDeleted>('DELETE', urls.label(id)),
  createFolder: (body: CreateFolder) => send<FolderSaved>('POST', urls.folders(), body),
  changeFolder: (id: string, body: ChangeFolder) => send<FolderSaved>('PUT', urls.folder(id), body),
  deleteFolder: (id: string) => send<FolderDeleted>('DELETE', urls.folder(id)),
  savedSearches: (signal?: AbortSignal) => call<SavedSearchList>(urls.savedSearches(), { signal }),
  saveSearch: (body: SavedSearchBody) => send<SavedSearch>('POST', urls.savedSearches(), body),
  updateSavedSearch: (id: string, body: SavedSearchBody) => send<SavedSearch>('PUT', urls.savedSearch(id), body),
  orderSavedSearches: (ids: string[]) => send<SavedSearchList>('PUT', urls.savedSearches(), { ids }),
  removeSavedSearch: (id: string) => send<{ removed: true }>('DELETE', urls.savedSearch(id)),
}
