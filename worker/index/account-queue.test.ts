import { expect, test } from 'vitest'
import { AccountQueue, type Line } from '@/worker/index/account-queue'

const newsFirst: Line[] = ['news', 'filling']

test('News goes before filling, and each account waits once', () => {
  const queue = new AccountQueue()
  queue.addFilling('big')
  queue.addFilling('big')
  queue.addNews('new')
  expect(queue.waiting).toBe(2)
  expect([queue.take(newsFirst), queue.take(newsFirst), queue.take(newsFirst)]).toEqual(['new', 'big', null])
})

test('A worker kept for news leaves filling to the others', () => {
  const queue = new AccountQueue()
  queue.addFilling('big')
  expect(queue.take(['news'])).toBeNull()
  queue.addNews('new')
  expect(queue.take(['news'])).toBe('new')
})

test('A worker kept for filling turns to it whatever news waits, and to news else', () => {
  const queue = new AccountQueue()
  const fillingFirst: Line[] = ['filling', 'news']
  queue.addNews('ann')
  queue.addFilling('big')
  queue.addNews('bob')
  expect([queue.take(fillingFirst), queue.take(fillingFirst), queue.take(fillingFirst)]).toEqual(['big', 'ann', 'bob'])
})

test('An account that fills goes behind those that wait, so that none starves', () => {
  const queue = new AccountQueue()
  queue.addFilling('big')
  queue.addFilling('small')
  expect(queue.take(newsFirst)).toBe('big')
  queue.done('big', true)
  expect([queue.take(newsFirst), queue.take(newsFirst)]).toEqual(['small', 'big'])
})

test('News during a turn brings another one, never two at a time', () => {
  const queue = new AccountQueue()
  queue.addNews('ann')
  queue.take(newsFirst)
  queue.addNews('ann')
  queue.addFilling('ann')
  expect(queue.take(newsFirst)).toBeNull()
  queue.done('ann', false)
  expect(queue.take(newsFirst)).toBe('ann')
  queue.done('ann', false)
  expect(queue.waiting).toBe(0)
})

test('Whoever waits is woken by what comes', async () => {
  const queue = new AccountQueue()
  const woken = queue.changed(60_000)
  queue.addNews('ann')
  await woken
})
