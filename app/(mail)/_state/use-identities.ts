'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { identitiesKey } from '@/app/(mail)/_state/query-keys'
import type { Identity, IdentityBody } from '@/lib/contract/identities'
import { writingApi } from '@/lib/contract/writing-client'

const none: Identity[] = []

/** Every address one may write as. `settled`: they are known, or will not be. */
export function useIdentities(): { identities: Identity[]; settled: boolean; error: unknown } {
  const { data, isPending, error } = useQuery({
    queryKey: identitiesKey,
    queryFn: ({ signal }) => writingApi.identities(signal),
  })
  return { identities: data?.identities ?? none, settled: !isPending, error }
}

export function useIdentityEdits() {
  const client = useQueryClient()
  const onSettled = () => client.invalidateQueries({ queryKey: identitiesKey })
  const save = useMutation({
    mutationFn: ({ address, body }: { address: string; body: IdentityBody }) => writingApi.saveIdentity(address, body),
    onSettled,
  })
  const remove = useMutation({ mutationFn: writingApi.removeIdentity, onSettled })
  return { save, remove }
}
