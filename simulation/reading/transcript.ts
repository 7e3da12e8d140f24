// The record as paragraphs: what each numbered entry says, ready for a page, a print or an export to put into words.
// It must not know a language: procedure is a key and its values, which the messages turn into a sentence.

import type { PhaseKind } from '../agenda/phase-kinds'
import { isUnderstudy } from '../kernel/actor'
import type { ActorId, DelegationId, PersonId, SeatId, TensionKey } from '../kernel/ids'
import { personOfActor } from '../kernel/ids'
import type { RoomEvent } from '../kernel/room-event'
import type { Entry, RoomState } from '../kernel/room-state'
import { eventRow } from '../topics/catalogue'
import type { Said } from '../topics/said'

export type Paragraph = {
  /** `41` on the public record, `north12` and the like for private matter; the permalink is `#e41`. */
  no: string
  /** The number it had while it was sealed: notes and marks of that time name it so. */
  was: string | null
  seq: number
  at: number
  /** Index of the phase it stands in; −1 before the first. */
  phase: number
  phaseKind: PhaseKind | null
  round: TensionKey | null
  by: ActorId
  /** The person who did it, when a person did; their name stands on the roll. */
  person: PersonId | null
  understudy: boolean
  seat: SeatId | null
  delegation: DelegationId | null
} & Said

/** One entry as a paragraph; null for an event that is no entry, and for one that stands elsewhere by now. */
export function paragraphOf(state: RoomState, entry: Entry): Paragraph | null {
  const { event } = entry
  const rules = eventRow(event)
  const said = rules.said?.(state, event, entry)
  if (!said) return null
  const stands = rules.stands?.(event) ?? {}
  const by = stands.by ?? entry.by
  const index = stands.phase ?? entry.phase
  const phase = state.plan.phases[index]
  const seat = seatOf(state, entry)
  return {
    no: entry.no,
    was: stands.was ?? null,
    seq: entry.seq,
    at: entry.at,
    phase: index,
    phaseKind: phase?.kind ?? null,
    round: stands.round ?? phase?.round ?? null,
    by,
    person: personOfActor(by),
    understudy: isUnderstudy(by),
    seat,
    delegation: delegationOf(state, event, seat),
    ...said,
  }
}

/** What later events have added to an entry, as a text that differs when they have added more. */
export const addedLater = (state: RoomState, entry: Entry): string =>
  eventRow(entry.event).later?.(state, entry.event, entry) ?? ''

/** Public and heard private entries in the order they happened. */
export function paragraphs(state: RoomState): readonly Paragraph[] {
  return [...state.record, ...state.sealed]
    .sort((a, b) => a.seq - b.seq)
    .flatMap((entry) => paragraphOf(state, entry) ?? [])
}

/** The seat that an event names; for what a delegation does by whoever acts for it, the seat of whoever did it. */
function seatOf(state: RoomState, { event, by }: Entry): SeatId | null {
  if ('seat' in event) return event.seat
  if (!('delegation' in event)) return null
  const actor = by.slice(by.indexOf(':') + 1)
  return state.plan.seats.find((seat) => seat.id === actor || state.seats[seat.id]?.holder === actor)?.id ?? null
}

function delegationOf(state: RoomState, event: RoomEvent, seat: SeatId | null): DelegationId | null {
  if ('delegation' in event) return event.delegation
  return state.plan.seats.find((plan) => plan.id === seat)?.delegation ?? null
}
