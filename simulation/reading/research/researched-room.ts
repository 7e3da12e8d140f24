// What is known of a table of an activity while the rows of a research file are made of it (D18).
import type { PersonId } from '../../kernel/ids'
import type { RoomState } from '../../state/room-state'
import type { Paragraph } from '../log/transcript'
import type { ResearchWalk } from './research-walk'

/** What is known of it beside its log, and of its people. */
export type ResearchWho = Readonly<{
  about: Readonly<{
    /** The codes of the table and its activity. */
    room: string
    activity: string
    title: string
    kind: 'seminar' | 'homework'
    table: number
    scenarioHash: string
    timeZone: string
    /** Whether the activity asks its people for their words. */
    asks: boolean
  }>
  /** Of everybody in the rows their pseudonym, and who of them gave their words. */
  pids: Readonly<Record<string, string>>
  consenting: readonly string[]
  /** Names, addresses and numbers that no words may hold. */
  names: readonly string[]
}>

export type ResearchedRoom = ResearchWho['about'] &
  Readonly<{ walked: ResearchWalk; state: RoomState; given: ResearchWho }>

export const uidOf = ({ room }: ResearchedRoom, no: string | number): string => `${room}:${no}`
export const pidOf = ({ given }: ResearchedRoom, person: PersonId | null): string | null =>
  person === null ? null : (given.pids[person] ?? null)

/** Each entry by its number, and by the one that it had while it was sealed. */
export const byNumber = (all: readonly Paragraph[]): ReadonlyMap<string, Paragraph> =>
  new Map(all.flatMap((said) => [said.no, said.was ?? said.no].map((no) => [no, said] as const)))
