import { expect, test } from 'vitest'
import { AccountQueue } from '@/worker/index/account-queue'

test('News goes before filling, and each account waits once', () => {
  const queue = new AccountQueue()
  queue.addFilling('big')
  queue.addFilling('big')
  queue.addNews('new')
  expect(queue.waiting).toBe(2)
  expect([queue.take(false), queue.take(false), queue.take(false)]).toEqual(['new', 'big', null])
})

test('A worker kept for news leaves filling to the others', () => {
  const queue = new AccountQueue()
  queue.addFilling('big')
  expect(queue.take(true)).toBeNull()
  queue.addNews('new')
  expect(queue.take(true)).toBe('new')
})

test('An account that fills goes behind those that wait, so that none starves', () => {
  const queue = new AccountQueue()
  queue.addFilling('big')
  queue.addFilling('small')
  expect(queue.take(false)).toBe('big')
  queue.done('big', true)
  expect([queue.take(false), queue.take(false)]).toEqual(['small', 'big'])
})

test('News during a turn brings another one, never two at a time', () => {
  const queue = new AccountQueue()
  queue.addNews('ann')
  queue.take(false)
  queue.addNews('ann')
  queue.addFilling('ann')
  expect(queue.take(false)).toBeNull()
  queue.done('ann', false)
  expect(queue.take(false)).toBe('ann')
  queue.done('ann', false)
  expect(queue.waiting).toBe(0)
})

test('Whoever waits is woken by what comes', async () => {
  const queue = new AccountQueue()
  const woken = queue.changed(60_000)
  queue.addNews('ann')
  await woken
})
