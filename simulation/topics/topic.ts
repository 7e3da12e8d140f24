// The types of a topic's definitions: everything that must be said of a command or an event type, in one place. engine/catalogue.ts joins
// those of all topics.

import { withoutSigns } from '../kernel/formatting'
import { type ActorId, type Anchor, LEAST_SOURCE, type TensionKey } from '../kernel/ids'
import type { Moment } from '../kernel/moment'
import type { WorkItem } from '../shapes/homework'
import type { TakeText, WordsAt, WordsIn } from '../shapes/places'
import type { Recorded } from '../shapes/record'
import type { CommandOf, RoomCommand } from '../shapes/room-command'
import type { EventOf, RoomEvent } from '../shapes/room-event'
import type { Step, UndoLabel } from '../shapes/undo'
import type { Verdict } from '../shapes/verdict'
import type { ActorRole } from '../state/actor'
import type { NextRoom } from '../state/next-room'
import type { Entry, RoomState } from '../state/room-state'
import type { EntryContent } from './entry-content'

export type EventType = RoomEvent['type']
export type CommandType = RoomCommand['type']

/**
 * A function in a definition. It is typed as a method, because TypeScript compares methods' parameters loosely: the definition of one event
 * is then assignable to the type of all, which `eventDefinition` and `commandDefinition` return.
 */
type Part<Given extends readonly unknown[], Out> = { part(...given: Given): Out }['part']

/** How an event is numbered as an entry: on the public record, as a private entry under the number it carries, or not at all. */
export type EntryNumbering = 'record' | { no: string } | null

type Attribution = Partial<
  Readonly<{
    phase: number
    round: TensionKey
    by: ActorId
    /** The private number it had while it was sealed. */
    was: string | null
  }>
>

/** The work that an event counts as (H7). Fields left out mean: by the row's sender, in the running phase, for that phase's round, answering nobody, and work of its own. */
export type Done = Pick<WorkItem, 'what'> &
  Partial<Omit<WorkItem, 'what' | 'by' | 'at' | 'handedIn'>> & { by?: ActorId }

/** All events of one command, from which the replay check works the command out again. */
export type Outcome = Readonly<{ events: readonly RoomEvent[]; by: string; before: RoomState | null }>

/** What an event causes outside the log of its room. Who acts on it asks `causes` (engine/catalogue.ts) and names no event. */
export type Cause =
  /** What queries know of the room changes (reading/room-facts.ts). */
  | 'facts'
  /** The same, where its words are the first after news or in a round. */
  | 'first-words'
  /** Its person hears other rows than before, older ones too: their pages join again. */
  | 'own-view'
  /** Everybody hears rows that they did not. */
  | 'every-view'
  /** Words of older rows are taken off or put back: a page that was away is sent all rows anew. */
  | 'words'
  /** The same, with words that no page holds: every page is sent all rows anew. */
  | 'words-back'
  /** A page that waits for a seat comes in again: one may be kept for it. */
  | 'waiting'
  /** Its person is met in the room from now on, so its pages show their name. */
  | 'names'
  /** The activity's code may close: its pages show whether it is open. */
  | 'door'

export type EventDefinition<T extends EventType> = Readonly<{
  /** How it changes the state; null where it changes nothing besides its entry. */
  fold: Part<[room: NextRoom, event: EventOf<T>, row: Recorded], void> | null
  /** Whether and how it is numbered as an entry, given the state before it (R7, R11, T4). */
  numbering: Part<[before: RoomState, event: EventOf<T>], EntryNumbering> | null
  /** What its entry says in a transcript; null where another entry says it by now. */
  content: Part<[state: RoomState, event: EventOf<T>, entry: Entry], EntryContent | null> | null
  /** Phase, round and author of its entry, where they differ from the running phase and the row's sender. */
  attribution?: Part<[event: EventOf<T>], Attribution>
  /** The event with every text that a person wrote in it passed through `take`, the main one first; null where nobody wrote in it. All that takes words off goes through here. */
  words: Part<[event: EventOf<T>, take: TakeText], EventOf<T>> | null
  /** The places of its texts that no entry's number names; absent where there are none. */
  places?: Part<[event: EventOf<T>], readonly string[]>
  /** The text that people wrote in it, for the search; null where they wrote nothing. */
  searchText: Part<[event: EventOf<T>], string | null> | null
  /** The command that made it, for the replay check (R10); null where it only accompanies another event that tells the command. */
  command: Part<[event: EventOf<T>, of: Outcome], RoomCommand | null> | null
  /** Of the events of one command, that of the highest rank (the first of equals) tells the command; 0 where absent. */
  rank?: number
  /** How it changes the chair's last step (P12): its label, `final` where it cannot be undone, or a function; absent or null leaves the step alone. */
  step?: UndoLabel | 'final' | Part<[step: Step, event: EventOf<T>], Partial<Step> | null>
  work?: Part<[state: RoomState, event: EventOf<T>], Done | null>
  /** What it causes outside the log; absent where nothing. */
  causes?: readonly Cause[]
  /** A text that changes when later events change what its entry says. The transcript keeps the entry's paragraph until it does. */
  later?: Part<[state: RoomState, event: EventOf<T>, entry: Entry], string>
}>
export type EventDefinitions<T extends EventType> = Readonly<{ [K in T]: EventDefinition<K> }>

/** What a topic decides of a command: what comes of it, or why it is refused. */
export type Rule<T extends CommandType> = (
  state: RoomState,
  command: CommandOf<T>,
  who: ActorRole,
  moment: Moment,
) => Verdict

export type CommandDefinition<T extends CommandType> = Readonly<{
  decide: Part<[state: RoomState, command: CommandOf<T>, who: ActorRole, moment: Moment, wordsIn: WordsIn], Verdict>
  /** Whether it is taken after the record was closed (R9). */
  afterClosing?: true
}>
export type CommandDefinitions<T extends CommandType> = Readonly<{ [K in T]: CommandDefinition<K> }>

/** The `type`s of a topic's schemas. */
export type TypeIn<Shapes extends readonly { _zod: { output: { type: string } } }[]> =
  Shapes[number]['_zod']['output']['type']

/** For an event that is no entry, and whose texts no search finds. */
export const SILENT = { numbering: null, content: null, searchText: null } as const

/** The numbering of an event that is always on the public record. */
export const onRecord = (): EntryNumbering => 'record'
/** The numbering of a private entry, whose event carries its number. */
export const underItsNumber = (_before: RoomState, { no }: { no: string }): EntryNumbering => ({ no })

/** What was cited in somebody's own words, through `take`. */
export const takeAnchors = (anchors: readonly Anchor[], take: TakeText, of: WordsAt = {}): Anchor[] =>
  anchors.map((anchor) => takeAnchor(anchor, take, of))
export const takeAnchor = (anchor: Anchor, take: TakeText, of: WordsAt = {}): Anchor =>
  typeof anchor === 'string' ? anchor : { source: take(anchor.source, { ...of, least: LEAST_SOURCE }) }
/** A text that may be missing, through `take`. */
export const takeMaybe = (text: string | null, take: TakeText, of?: WordsAt): string | null =>
  text === null ? null : take(text, of)

/** The texts, without signs of emphasis, joined by line breaks for the search; null when all are empty. */
export const searchLines = (...parts: readonly (string | null)[]): string | null =>
  parts.flatMap((part) => (part === null || part === '' ? [] : withoutSigns(part))).join('\n') || null
