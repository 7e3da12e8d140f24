// The state of a room: the parts of all topics as they start, and the entries.
// The server's state, folded from all rows, and a student's, folded from the rows they may hear, have the same types: in the student's
// what they may not hear is absent.
import type { RoomPlan } from '../agenda/plan'
import type { ActorId } from '../kernel/ids'
import { Ledger } from '../kernel/ledger'
import type { Audience, Recorded } from '../shapes/record'
import type { RoomEvent } from '../shapes/room-event'
import { TOPICS } from '../shapes/topics'

/** One numbered item of the record. The transcript prints it as a paragraph. */
export type Entry = Readonly<{
  /** `41` on the public record; `north12`, `n-north3`, `r7-2`, `h5-1` for a private entry (private-numbers.ts). */
  no: string
  seq: number
  at: number
  by: ActorId
  phase: number
  audience: Audience
  event: RoomEvent
}>

/** The newest row that holds the words of a place that no entry's number names (shapes/places.ts). */
type PlacedWords = Readonly<Pick<Recorded, 'seq' | 'by' | 'audience' | 'event'>>

/** What the engine folds for all topics (engine/room.ts). */
type LogSlice = Readonly<{
  /** The public record: entry n stands at index n − 1 for every reader. */
  record: Ledger<Entry>
  /** Private entries that this reader may hear. */
  privateEntries: Ledger<Entry>
  /** How many private entries each audience has, by the prefix of their numbers (`north` in `north12`). Complete only on the server. */
  counts: Readonly<Record<string, number>>
  placed: Readonly<Record<string, PlacedWords>>
}>

const logStart = (): LogSlice => ({
  record: Ledger.empty(),
  privateEntries: Ledger.empty(),
  counts: {},
  placed: {},
})

/** The state of a room of which only `RoomOpened` has been folded, opened by this plan at this instant: each topic's part of it, as it starts. */
export const emptyRoom = (plan: RoomPlan, at: number) => ({
  ...logStart(),
  ...TOPICS.opening.start(plan, at),
  ...TOPICS.seats.start(plan),
  ...TOPICS.phases.start(plan),
  ...TOPICS.floor.start(),
  ...TOPICS.statements.start(),
  ...TOPICS.turns.start(plan),
  ...TOPICS.observers.start(plan),
  ...TOPICS.homework.start(),
  ...TOPICS.positions.start(),
  ...TOPICS.cases.start(),
  ...TOPICS.chips.start(),
  ...TOPICS.text.start(plan, at),
  ...TOPICS.offers.start(),
  ...TOPICS.motions.start(),
  ...TOPICS.ballots.start(),
  ...TOPICS.readings.start(),
  ...TOPICS.ratification.start(),
  ...TOPICS.injects.start(),
  ...TOPICS.stances.start(),
  ...TOPICS.hearing.start(),
  ...TOPICS.objectives.start(),
  ...TOPICS.strategy.start(),
  ...TOPICS.strikes.start(),
  ...TOPICS.undo.start(),
})
/** A room's state: the parts of all topics. A new field goes into its topic's file in `shapes/`. */
export type RoomState = Readonly<ReturnType<typeof emptyRoom>>
