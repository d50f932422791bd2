import { QueryObserver } from '@tanstack/react-query'
import { expect, test } from 'vitest'
import { FreshQueryClient } from '@/app/(mail)/_state/fresh-query-client'

const queryKey = ['list']

/** A query whose answers are given by hand, one after the other. */
function handQuery() {
  const answers: ((value: string) => void)[] = []
  const queryFn = () => new Promise<string>((resolve) => answers.push(resolve))
  return { answers, queryFn }
}

test('what changes while a list is asked for the first time is asked for again', async () => {
  const client = new FreshQueryClient()
  const { answers, queryFn } = handQuery()
  const stop = new QueryObserver(client, { queryKey, queryFn }).subscribe(() => undefined)
  const done = client.invalidateQueries({ queryKey })
  answers[0]?.('before the change')
  await expect.poll(() => answers.length).toBe(2)
  expect(client.getQueryData(queryKey)).toBe('before the change')
  answers[1]?.('after it')
  await done
  expect(client.getQueryData(queryKey)).toBe('after it')
  expect(answers).toHaveLength(2)
  stop()
})

test('what nobody looks at is asked for again when somebody does', async () => {
  const client = new FreshQueryClient()
  const { answers, queryFn } = handQuery()
  const fetched = client.prefetchQuery({ queryKey, queryFn, staleTime: Number.POSITIVE_INFINITY })
  const done = client.invalidateQueries({ queryKey })
  answers[0]?.('before the change')
  await Promise.all([fetched, done])
  expect(answers).toHaveLength(1)
  expect(client.getQueryState(queryKey)?.isInvalidated).toBe(true)
})

test('a list that is shown is asked for once', async () => {
  const client = new FreshQueryClient()
  const { answers, queryFn } = handQuery()
  client.setQueryData(queryKey, 'shown')
  const stop = new QueryObserver(client, { queryKey, queryFn, staleTime: Number.POSITIVE_INFINITY }).subscribe(
    () => undefined,
  )
  const done = client.invalidateQueries({ queryKey })
  answers[0]?.('new')
  await done
  expect(answers).toHaveLength(1)
  expect(client.getQueryData(queryKey)).toBe('new')
  stop()
})
