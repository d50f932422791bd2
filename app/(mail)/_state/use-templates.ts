'use client'

import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { templateKey, templatesKey } from '@/app/(mail)/_state/query-keys'
import type { TemplateBody, TemplateRow } from '@/lib/contract/templates'
import { templatesApi } from '@/lib/contract/templates-client'

const none: TemplateRow[] = []

/** Every template, by name, without its text. `settled`: they are known, or will not be. */
export function useTemplates(): { templates: TemplateRow[]; settled: boolean; error: unknown } {
  const { data, isPending, error } = useQuery({
    queryKey: templatesKey,
    queryFn: ({ signal }) => templatesApi.list(signal),
  })
  return { templates: data?.templates ?? none, settled: !isPending, error }
}

/** One with its text. Nothing of an earlier look is kept: a form that began with it would write it back. */
export const templateQuery = (id: string) =>
  queryOptions({
    queryKey: templateKey(id),
    queryFn: ({ signal }) => templatesApi.read(id, signal),
    staleTime: 0,
    gcTime: 0,
  })

export function useTemplateEdits() {
  const client = useQueryClient()
  const onSettled = () => client.invalidateQueries({ queryKey: templatesKey })
  const save = useMutation({
    mutationFn: ({ id, body }: { id: string | null; body: TemplateBody }) =>
      id === null ? templatesApi.create(body) : templatesApi.change(id, body),
    onSettled,
  })
  const remove = useMutation({ mutationFn: templatesApi.remove, onSettled })
  return { save, remove }
}

/** Names that differ in case alone are one name, here as on the server. */
export const sameName = (typed: string) => {
  const key = (name: string) => name.trim().normalize('NFKC').toLowerCase()
  const wanted = key(typed)
  return ({ name }: { name: string }) => key(name) === wanted
}
