import type { Participant } from '@/lib/contract/threads'

/** One name of a row; `gap` says that somebody before it is left out. */
export type ShownParticipant = { name: string; me: boolean; unread: boolean; gap: boolean }

const shownLimit = 3

/**
 * Who wrote in a conversation, short enough for a row: all of up to three, else the first and the last two, of which
 * those with something unread come before others. Several people go by their first names. `me` has an empty name.
 */
export function shownParticipants(participants: Participant[]): ShownParticipant[] {
  const nameOf = participants.length > 1 ? shortName : fullName
  const chosen = chosenPlaces(participants)
  return chosen.flatMap((place, i) => {
    const person = participants[place]
    if (!person) return []
    const { me, unread } = person
    return [{ name: me ? '' : nameOf(person), me, unread, gap: place - (chosen[i - 1] ?? -1) > 1 }]
  })
}

function chosenPlaces(participants: Participant[]): number[] {
  const places = participants.map((_, place) => place)
  if (places.length <= shownLimit) return places
  const later = places.slice(1)
  const unread = later.filter((place) => participants[place]?.unread)
  const read = later.filter((place) => !participants[place]?.unread)
  return [0, ...[...read, ...unread].slice(1 - shownLimit).sort((a, b) => a - b)]
}

const fullName = ({ name, address }: Participant) => name || address

/** `Maria Rossi` and `Rossi, Maria` are Maria; an address is what stands before its @. */
function shortName({ name, address }: Participant): string {
  const given = name.includes(',') ? name.slice(name.indexOf(',') + 1) : name
  return given.trim().split(/\s+/)[0] || name || address.split('@')[0] || address
}
