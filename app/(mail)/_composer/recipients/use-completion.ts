import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { Address } from '@/lib/contract/address'
import { writingApi } from '@/lib/contract/writing-client'

/** Long enough to skip the letters of one fast word, short enough not to be felt. */
const typingPause = 120

function useSettled(value: string): string {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), typingPause)
    return () => clearTimeout(timer)
  }, [value])
  return settled
}

/** People who fit what is being typed, without those already chosen. Empty while nothing is typed or nobody answers. */
export function useCompletion(text: string, chosen: Address[]): Address[] {
  const q = useSettled(text.trim())
  const { data } = useQuery({
    queryKey: ['contacts', q],
    queryFn: ({ signal }) => writingApi.contacts(q, signal),
    enabled: q !== '',
    placeholderData: keepPreviousData,
    retry: false,
  })
  if (text.trim() === '' || q === '') return []
  const taken = new Set(chosen.map((each) => each.address.toLowerCase()))
  return (data?.contacts ?? []).filter((each) => !taken.has(each.address.toLowerCase()))
}
