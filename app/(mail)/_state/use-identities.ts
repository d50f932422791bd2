'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { identitiesKey } from '@/app/(mail)/_state/query-keys'
import { api } from '@/lib/contract/client'
import type { Identity, IdentityBody } from '@/lib/contract/identities'

const none: Identity[] = []

/** Every address one may write as. `settled`: they are known, or will not be. */
export function useIdentities(): { identities: Identity[]; settled: boolean; error: unknown } {
  const { data, isPending, error } = useQuery({
    queryKey: identitiesKey,
    queryFn: ({ signal }) => api.identities(signal),
  })
  return { identities: data?.identities ?? none, settled: !isPending, error }
}

export function useIdentityEdits() {
  const client = useQueryClient()
  const onSettled = () => client.invalidateQueries({ queryKey: identitiesKey })
  const save = useMutation({
    mutationFn: ({ address, body }: { address: string; body: IdentityBody }) => api.saveIdentity(address, body),
    onSettled,
  })
  const remove = useMutation({ mutationFn: api.removeIdentity, onSettled })
  return { save, remove }
}
