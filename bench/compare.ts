import { ImapWire } from '@/bench/clients/imap-wire'
import { RoundcubeClient } from '@/bench/clients/roundcube-client'
import { WaypostClient } from '@/bench/clients/waypost-client'
import { type IndexFill, waitForIndex } from '@/bench/index-fill'
import type { BenchMailbox } from '@/bench/mailboxes'
import { type Figure, type Sample, summarise } from '@/bench/measure'
import { withFastHash } from '@/bench/roundcube/fast-hash'
import { roundcubeUrl, startRoundcube } from '@/bench/roundcube/server'
import { changeTasks } from '@/bench/tasks/change'
import { completeTasks } from '@/bench/tasks/complete'
import { coldList, listTasks } from '@/bench/tasks/list'
import { openTasks } from '@/bench/tasks/open'
import { searchTasks } from '@/bench/tasks/search'
import { type Place, readPlace, refreshPlace, type Task } from '@/bench/tasks/task'
import type { Ending } from '@/bench/world'
import { blue } from '@/scripts/world/addresses'

export const contenders = ['waypost', 'roundcube', 'roundcube-fast', 'floor'] as const
export type Contender = (typeof contenders)[number]

/** One line of the comparison: a task on a mailbox of a size, by one of the contenders. */
export type Line = { task: string; name: string; messages: number; by: Contender; figure: Figure }

const tasks: Task[] = [...listTasks, ...openTasks, ...changeTasks, ...searchTasks, ...completeTasks]

type Work = (place: Place, run: number) => Promise<Sample>

async function repeat(work: Work, place: Place, runs: number): Promise<Figure> {
  const samples: Sample[] = []
  for (let run = 1; run <= runs; run++) samples.push(await work(place, run))
  return summarise(samples)
}

/** Does the work once, untimed. Whether this build of Waypost has no such door yet: its line is left out. */
const isMissing = (work: Work, place: Place): Promise<boolean> =>
  work(place, 0).then(
    () => false,
    (error: unknown) => {
      if (String(error).includes('answered 404')) return true
      throw error
    },
  )

type Round = { by: Contender; mailbox: BenchMailbox; runs: number; workOf: (task: Task) => Work | undefined }

/** Every task on one mailbox by one contender; what it changes is put back after each. */
async function round({ by, mailbox, runs, workOf }: Round): Promise<Line[]> {
  const wire = await ImapWire.open(blue.address, mailbox.address, mailbox.password)
  const lines: Line[] = []
  let place = await readPlace(wire, mailbox)
  for (const task of tasks) {
    const work = workOf(task)
    if (work === undefined) continue
    if (await isMissing(work, place)) continue
    const figure = await repeat(work, place, Math.min(runs, task.atMost ?? runs))
    if (task.putBack) {
      await task.putBack(wire)
      place = await refreshPlace(wire, place)
    }
    lines.push({ task: task.id, name: task.name, messages: mailbox.messages, by, figure })
  }
  wire.close()
  console.log(`  ${by}: ${mailbox.messages} messages done`)
  return lines
}

/** Signs in, does every task and leaves; the first answer ever is the cold figure. */
async function waypostRound(mailbox: BenchMailbox, runs: number): Promise<Line[]> {
  const client = await WaypostClient.signIn(mailbox.address)
  const lines = await round({
    by: 'waypost',
    mailbox,
    runs,
    workOf: ({ waypost }) => waypost && ((place, run) => waypost(client, place, run)),
  })
  client.close()
  return lines
}

async function roundcubeRound(by: Contender, mailbox: BenchMailbox, runs: number): Promise<Line[]> {
  const client = await RoundcubeClient.signIn(roundcubeUrl, mailbox.address, mailbox.password)
  const lines = await round({
    by,
    mailbox,
    runs,
    workOf: ({ roundcube }) => roundcube && ((place, run) => roundcube(client, place, run)),
  })
  client.close()
  return lines
}

async function floorRound(mailbox: BenchMailbox, runs: number): Promise<Line[]> {
  const wire = await ImapWire.open(blue.address, mailbox.address, mailbox.password)
  await wire.select('INBOX')
  const lines = await round({
    by: 'floor',
    mailbox,
    runs,
    workOf: ({ floor }) => floor && ((place, run) => floor(wire, place, run)),
  })
  wire.close()
  return lines
}

/** Milliseconds of the first conversation list an account ever asks of a web process: nothing is warm. */
export type Cold = { messages: number; first: Sample }

async function coldStarts(mailboxes: BenchMailbox[]): Promise<Cold[]> {
  const cold: Cold[] = []
  for (const { address, messages } of mailboxes) {
    const client = await WaypostClient.signIn(address)
    cold.push({ messages, first: await client.get(coldList) })
    client.close()
  }
  return cold
}

export type Comparison = { lines: Line[]; cold: Cold[]; fills: IndexFill[] }

/** Everything people do, on every mailbox, by every contender, one at a time. */
export async function compare(mailboxes: BenchMailbox[], runs: number, ending: Ending): Promise<Comparison> {
  const fills: IndexFill[] = []
  for (const mailbox of mailboxes) fills.push(await waitForIndex(mailbox))
  const cold = await coldStarts(mailboxes)
  await startRoundcube(ending)
  const lines: Line[] = []
  for (const mailbox of mailboxes) {
    lines.push(...(await waypostRound(mailbox, runs)))
    lines.push(...(await roundcubeRound('roundcube', mailbox, runs)))
    lines.push(
      ...(await withFastHash(mailbox, ending, () => roundcubeRound('roundcube-fast', mailbox, runs))),
      ...(await floorRound(mailbox, runs)),
    )
  }
  return { lines, cold, fills }
}
