import { db } from '@/lib/db/client'

export function listMailHosts() {
  return db().mailHost.findMany({ orderBy: { id: 'asc' } })
}
