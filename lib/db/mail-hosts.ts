import { database } from '@/lib/db/client'

export function listMailHosts() {
  return database().mailHost.findMany({ orderBy: { id: 'asc' } })
}
