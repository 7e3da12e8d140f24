// What a topic has to say of each of its commands and events, one row a type; catalogue.ts joins the rows of all topics.
// It must not know any topic.
import type { ActorRole } from '../kernel/actor'
import type { ActorId, TensionKey } from '../kernel/ids'
import type { Moment } from '../kernel/moment'
import type { NextRoom } from '../kernel/next-room'
import type { Recorded } from '../kernel/record'
import type { CommandOf, RoomCommand } from '../kernel/room-command'
import type { EventOf, RoomEvent } from '../kernel/room-event'
import type { Entry, RoomState, Step, UndoLabel, WorkItem } from '../kernel/room-state'
import type { Verdict } from '../kernel/verdict'
import type { EntryContent } from './entry-content'

export type EventType = RoomEvent['type']
export type CommandType = RoomCommand['type']

/**
 * A function in a row. Declared as a method, because TypeScript lets a row of one event stand where the rows of all are looked up
 * only for methods: what is looked up by an event's own type is always given that event (`eventRow`, `commandRow`).
 */
type RowFunction<Given extends readonly unknown[], Out> = { part(...given: Given): Out }['part']

/** Where an event is entered: on the public record, among what is private under a number of its own, or nowhere. */
export type EntryNumbering = 'record' | { no: string } | null

export type Attribution = Partial<
  Readonly<{
    phase: number
    round: TensionKey
    by: ActorId
    /** The number it had while it was sealed. */
    was: string | null
  }>
>

/** What an event is as work (H7); where it is silent, whoever asked did it in the phase that runs, for its round, to nobody. */
export type Done = Pick<WorkItem, 'what'> & Partial<Omit<WorkItem, 'what' | 'by' | 'at'>> & { by?: ActorId }

/** All that came of one command, for whoever looks for that command. */
export type Outcome = Readonly<{ events: readonly RoomEvent[]; by: string; before: RoomState | null }>

export type EventRow<T extends EventType> = Readonly<{
  /** What it changes in the room. */
  fold: RowFunction<[room: NextRoom, event: EventOf<T>, row: Recorded], void> | null
  /** Whether and how it takes an entry's number, by the room that it meets (R7, R11, T4). */
  numbering: RowFunction<[before: RoomState, event: EventOf<T>], EntryNumbering> | null
  /** What its entry says in a transcript; null where it stands in another entry by now. */
  content: RowFunction<[state: RoomState, event: EventOf<T>, entry: Entry], EntryContent | null> | null
  /** Where its entry stands, and whose it is, where that is not what its row and the phase that ran say. */
  attribution?: RowFunction<[event: EventOf<T>], Attribution>
  /** What people wrote in it, for a search; null where they wrote nothing. */
  searchText: RowFunction<[event: EventOf<T>], string | null> | null
  /** The command that it came of; null where no command that anybody gives begins so (R10). */
  command: RowFunction<[event: EventOf<T>, of: Outcome], RoomCommand | null> | null
  /** Among all that came of one command the event of the highest rank says which it was, and of equals the first; 0 where absent. */
  rank?: number
  /** What the chair's step is, for undoing it (P12): a label, `final` where it stays, or what it is only sometimes; null leaves it as it is. */
  step?: UndoLabel | 'final' | RowFunction<[step: Step, event: EventOf<T>], Partial<Step> | null>
  work?: RowFunction<[state: RoomState, event: EventOf<T>], Done | null>
  /** What later events add to its entry, as a text that differs when they have; its paragraph is made again only then. */
  later?: RowFunction<[state: RoomState, event: EventOf<T>, entry: Entry], string>
}>
export type EventRows<T extends EventType> = Readonly<{ [K in T]: EventRow<K> }>

export type CommandRow<T extends CommandType> = Readonly<{
  decide: RowFunction<[state: RoomState, command: CommandOf<T>, who: ActorRole, moment: Moment], Verdict>
  /** Whether it carries somebody's words or considered choice, so that a page keeps it until the room has it. */
  inOutbox: boolean
}>
export type CommandRows<T extends CommandType> = Readonly<{ [K in T]: CommandRow<K> }>

/** The names of a topic's shapes. */
export type TypeIn<Shapes extends readonly { _zod: { output: { type: string } } }[]> =
  Shapes[number]['_zod']['output']['type']

/** An event that is no entry of the record, and in which nobody wrote anything. */
export const SILENT = { numbering: null, content: null, searchText: null } as const

/** The place of what always stands on the public record. */
export const onRecord = (): EntryNumbering => 'record'
/** The place of a private entry, which carries its number. */
export const underItsNumber = (_before: RoomState, { no }: { no: string }): EntryNumbering => ({ no })

/** Parts of a text that a search looks through, one under the other. */
export const searchLines = (...parts: readonly (string | null)[]): string | null =>
  parts.filter((part) => part !== null && part !== '').join('\n') || null
