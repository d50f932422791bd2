import { call, send } from '@/lib/contract/client'
import type { Template, TemplateBody, TemplateList } from '@/lib/contract/templates'

const all = '/api/templates'
const one = (id: string) => `${all}/${id}`

/** The typed fetch of the doors of templates. Each throws `ApiError`. */
export const templatesApi = {
  list: (signal?: AbortSignal) => call<TemplateList>(all, { signal }),
  read: (id: string, signal?: AbortSignal) => call<Template>(one(id), { signal }),
  create: (body: TemplateBody) => send<Template>('POST', all, body),
  change: (id: string, body: TemplateBody) => send<Template>('PUT', one(id), body),
  /** Gives what was removed: to create it again is the way back. */
  remove: (id: string) => send<Template>('DELETE', one(id)),
}
