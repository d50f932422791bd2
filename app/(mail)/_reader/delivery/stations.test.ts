import { describe, expect, it } from 'vitest'
import { stationsOf, stepsFor } from '@/app/(mail)/_reader/delivery/stations'
import type { JourneyStep, RecipientDelivery } from '@/lib/contract/delivery'

const blue = { id: 'blue', name: 'mx1.blueemailserver.com' }
const red = { id: 'red', name: 'mx1.redemailserver.com' }
const redServer = { name: red.name, address: '127.0.0.22', port: 25 }

let second = 0
const step = (kind: JourneyStep['kind'], host: typeof blue, more: Partial<JourneyStep> = {}): JourneyStep => ({
  kind,
  at: new Date(Date.UTC(2026, 0, 1, 0, 0, second++)).toISOString(),
  host,
  queueId: `${host.id}1`,
  recipient: null,
  server: null,
  reply: '',
  tls: null,
  seconds: null,
  answers: [],
  detail: '',
  ...more,
})

const jsmith = 'jsmith@redemailserver.com'
const onTheWay = () => [
  step('submitted', blue, { server: { name: 'localhost', address: '127.0.0.1', port: null } }),
  step('queued', blue),
  step('resolved', blue, {
    detail: 'redemailserver.com',
    answers: [{ exchange: red.name, preference: 10, addresses: [] }],
  }),
]
const shape = (steps: JourneyStep[]) => stationsOf(steps, 'brian', jsmith).map(({ kind, state }) => `${kind} ${state}`)

describe('the stations of a journey', () => {
  it('are five when it went to another mail system', () => {
    const steps = [
      ...onTheWay(),
      step('accepted', blue, { recipient: jsmith, server: redServer }),
      step('received', red),
      step('in-mailbox', red, { recipient: jsmith }),
    ]
    expect(shape(steps)).toEqual(['author done', 'host done', 'dns done', 'server done', 'mailbox done'])
  })

  it('end at the other server where nothing more is known', () => {
    const steps = [...onTheWay(), step('accepted', blue, { recipient: jsmith, server: redServer })]
    expect(shape(steps).slice(-2)).toEqual(['server done', 'mailbox open'])
  })

  it('pass no DNS and no other server inside one domain', () => {
    const steps = [step('submitted', blue), step('queued', blue), step('in-mailbox', blue, { recipient: 'alice@blue' })]
    expect(shape(steps)).toEqual(['author done', 'host done', 'mailbox done'])
  })

  it('say where it failed or waits', () => {
    const away = step('unreachable', blue, { recipient: jsmith, server: redServer, reply: 'Connection refused' })
    expect(shape([...onTheWay(), away, step('waiting', blue, { recipient: jsmith })])[3]).toBe('server waiting')
    expect(shape([...onTheWay(), step('bounced', blue, { recipient: jsmith, server: redServer })])[3]).toBe(
      'server failed',
    )
    const unknown = [
      step('submitted', blue),
      step('resolved', blue, { reply: 'ENOTFOUND' }),
      step('bounced', blue, { recipient: 'x@y' }),
    ]
    expect(shape(unknown).slice(-2)).toEqual(['dns failed', 'mailbox failed'])
  })

  it('do not call a question failed that got no answer', () => {
    const steps = [step('submitted', blue), step('resolved', blue, { reply: 'ETIMEOUT' })]
    expect(shape([...steps, step('accepted', blue, { recipient: jsmith, server: redServer })])[2]).toBe('dns open')
  })
})

it('the steps of one recipient are theirs and those of the queue, not those of others', () => {
  const steps = [
    ...onTheWay(),
    step('accepted', blue, { recipient: jsmith }),
    step('bounced', blue, { recipient: 'other@elsewhere.example' }),
    step('resolved', blue, { detail: 'elsewhere.example' }),
  ]
  const recipient = { recipient: jsmith, deliveredTo: [] as string[] } as RecipientDelivery
  const kinds = stepsFor({ messageId: '', sender: '', recipients: [recipient], steps }, recipient).map(
    ({ kind }) => kind,
  )
  expect(kinds).toEqual(['submitted', 'queued', 'resolved', 'accepted'])
})
