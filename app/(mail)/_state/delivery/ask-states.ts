import { refKey } from '@/app/(mail)/_state/query-keys'
import { api } from '@/lib/contract/client'
import type { DeliverySummary } from '@/lib/contract/delivery'
import type { MessageRef } from '@/lib/contract/messages'

type Asked = { ref: MessageRef; resolve: (summary: DeliverySummary | null) => void; reject: (reason: unknown) => void }

/** As many as one request may ask for (contract/delivery). */
const most = 200

let waiting: Asked[] = []

/** The state of a sent message, null when the mail hosts know nothing of it. All that are asked for in one moment are one request. */
export function askState(ref: MessageRef): Promise<DeliverySummary | null> {
  return new Promise((resolve, reject) => {
    waiting.push({ ref, resolve, reject })
    if (waiting.length === 1) setTimeout(askTogether)
  })
}

function askTogether() {
  const asked = waiting
  waiting = []
  for (let start = 0; start < asked.length; start += most) void ask(asked.slice(start, start + most))
}

async function ask(asked: Asked[]) {
  try {
    const { states } = await api.deliveryStates(asked.map(({ ref }) => ref))
    for (const { ref, resolve } of asked) resolve(states[refKey(ref)] ?? null)
  } catch (error) {
    for (const { reject } of asked) reject(error)
  }
}
