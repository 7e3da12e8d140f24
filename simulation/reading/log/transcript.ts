// The record as paragraphs: what each numbered entry says, for a page, a print or an export to show. Nothing here is in a language:
// a procedural entry is a message key with its values, so that each reader gets it in theirs.

import type { PhaseKind } from '../../agenda/phase-kinds'
import { eventDefinition } from '../../engine/catalogue'
import type { ActorId, DelegationId, PersonId, SeatId, TensionKey } from '../../kernel/ids'
import { personOfActor } from '../../kernel/ids'
import { onceFor } from '../../kernel/once-for'
import { allAtOnce } from '../../kernel/steps'
import type { RoomEvent } from '../../shapes/room-event'
import { isUnderstudy } from '../../state/actor'
import { nameOfEntry } from '../../state/numbered-entries'
import type { Entry, RoomState } from '../../state/room-state'
import type { EntryContent } from '../../topics/entry-content'
import { type Origin, statementOrigin } from './origin'
import { type PositionSheet, positionSheets } from './position-sheet'
import { type Struck, struckAt } from './strikes'

export type Paragraph = {
  /** The entry number: `41` on the public record, `north12` and the like for private entries. Notes, marks and strikes name it. */
  no: string
  /** What no other entry of the record is called, in a page and in a file; the permalink is `#e41`. `no`, but for an earlier writing of what was written again `k-north1.1`. */
  id: string
  /** For an entry that was sealed at first, its number of that time: notes and marks written then refer to it by that number. */
  was: string | null
  seq: number
  at: number
  /** Index of the phase it belongs to; −1 before the first. */
  phase: number
  phaseKind: PhaseKind | null
  round: TensionKey | null
  by: ActorId
  /** The person who did it; null for the chair, the clock and understudies. */
  person: PersonId | null
  understudy: boolean
  seat: SeatId | null
  delegation: DelegationId | null
  /** What is off its words. */
  off: readonly Struck[]
  /** Of a person's statement: where its words came from, as far as this reader may know. */
  origin?: Origin
  /** Of a reveal: the positions of its round up to its stage, as this reader knows them by now. */
  sheets?: readonly PositionSheet[]
} & EntryContent

/** The round that an entry belongs to. */
export const roundOf = ({ plan }: RoomState, { event, phase }: Entry): TensionKey | null => {
  const stands = eventDefinition(event).attribution?.(event) ?? {}
  return stands.round ?? plan.phases[stands.phase ?? phase]?.round ?? null
}

/** One entry as a paragraph; null for an event the transcript does not print, and for a sealed entry that has been replaced by its opened one. */
export function paragraphOf(state: RoomState, entry: Entry, tellsOrigin = true): Paragraph | null {
  const { event } = entry
  const rules = eventDefinition(event)
  const said = rules.content?.(state, event, entry)
  if (!said) return null
  const stands = rules.attribution?.(event) ?? {}
  const by = stands.by ?? entry.by
  const index = stands.phase ?? entry.phase
  const phase = state.plan.phases[index]
  const seat = seatOf(state, entry)
  const delegation = delegationOf(state, event, seat)
  const round = roundOf(state, entry)
  return {
    no: entry.no,
    id: nameOfEntry(state, entry),
    was: stands.was ?? null,
    seq: entry.seq,
    at: entry.at,
    phase: index,
    phaseKind: phase?.kind ?? null,
    round,
    by,
    person: personOfActor(by),
    understudy: isUnderstudy(by),
    seat,
    delegation,
    off: offOf(state, entry),
    ...said,
    ...sheetsOf(state, said, round),
    ...(tellsOrigin ? originOf(state, said, entry, delegation) : {}),
  }
}

/** Of a reveal the positions in full. O12: a room of before reads as it did. */
const sheetsOf = (state: RoomState, said: EntryContent, round: TensionKey | null): Pick<Paragraph, 'sheets'> =>
  state.plan.tellsOrigin && said.kind === 'reveal' && round !== null
    ? { sheets: positionSheets(state, round, said.stage) }
    : {}

/** Where the words of a person's statement came from. */
function originOf(
  state: RoomState,
  said: EntryContent,
  { at, by }: Entry,
  delegation: DelegationId | null,
): Pick<Paragraph, 'origin'> {
  if (!state.plan.tellsOrigin || said.kind !== 'statement' || isUnderstudy(by)) return {}
  const origin = statementOrigin(state, delegation, said.text, said.asBrief ?? false, at)
  return origin === null ? {} : { origin }
}

/** A text that changes whenever a later event changes what the entry's paragraph says (a withdrawal, a retraction): a cached paragraph is reused while it is the same. */
export const addedLater = (state: RoomState, entry: Entry): string => {
  const later = eventDefinition(entry.event).later?.(state, entry.event, entry) ?? ''
  // Briefs that are unsealed tell more of where words came from.
  // What is written again leaves its plain number to the newest.
  const off = offOf(state, entry).map(({ seq, reason }) => `${seq}${JSON.stringify(reason)}`)
  return [later, nameOfEntry(state, entry), state.briefs.length, ...off].join(' ')
}

/** A post that was sealed may have been struck under its number of that time. */
function offOf(state: RoomState, { no, event }: Entry): readonly Struck[] {
  const was = eventDefinition(event).attribution?.(event).was ?? null
  return was === null ? struckAt(state, no) : [...struckAt(state, was), ...struckAt(state, no)]
}

const entriesOf = ({ record, privateEntries }: RoomState): readonly Entry[] =>
  [...record, ...privateEntries].sort((a, b) => a.seq - b.seq)

/** `paragraphs` without where the words of statements came from, which takes long to tell. */
export const plainParagraphs = onceFor((state: RoomState): readonly Paragraph[] =>
  entriesOf(state).flatMap((entry) => paragraphOf(state, entry, false) ?? []),
)

/** Kept with the state: a debrief asks for them a dozen times. */
const known = new WeakMap<RoomState, readonly Paragraph[]>()

/** All entries of a state, public and private, in the order they happened. */
export const paragraphs = (state: RoomState): readonly Paragraph[] =>
  known.get(state) ?? allAtOnce(paragraphSteps(state))

/** `paragraphs`, with a step after each entry, so that a server can do other work between two of a long record. */
export function* paragraphSteps(state: RoomState): Generator<void, readonly Paragraph[]> {
  const before = known.get(state)
  if (before) return before
  const made: Paragraph[] = []
  for (const entry of entriesOf(state)) {
    const paragraph = paragraphOf(state, entry)
    if (paragraph) made.push(paragraph)
    yield
  }
  known.set(state, made)
  return made
}

/** The seat an event names. For acts of a delegation, which name none, the seat of the person or understudy who acted for it. */
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

/** When the first entry was recorded, and the last or the end of the last phase, whichever is later; an empty record begins with its room. */
export function recordSpan({ record, openedAt, clock }: RoomState): { from: number; to: number } {
  const from = record.at(0)?.at ?? openedAt
  return { from, to: Math.max(record.last()?.at ?? from, clock?.endedAt ?? 0) }
}
