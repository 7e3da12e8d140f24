// The part of a room's state that the events of injects change: news sent, notes read, bookmarks, calls for help, what the stage shows.
import type { PersonId, SeatId } from '../../kernel/ids'
import type { StageScene } from './schemas'

export type HelpCall = Readonly<{
  no: string
  seat: SeatId
  text: string
  at: number
  answer: { text: string | null; at: number } | null
}>

export type InjectsSlice = Readonly<{
  /** When each inject was sent, by key. A retracted one stays here, so that it is not sent twice, and is in `retracted` too. */
  sent: Readonly<Record<string, number>>
  retracted: readonly string[]
  bookmarks: Readonly<Record<string, string | null>>
  /** What the chair has the stage show in this phase (I7). */
  stageScene: StageScene
  /** By a note's number: who has read it, as far as this reader may know: the chair of everybody, a person of themselves. */
  notesRead: Readonly<Record<string, readonly PersonId[]>>
  help: readonly HelpCall[]
}>

export const injectsStart = (): InjectsSlice => ({
  sent: {},
  retracted: [],
  bookmarks: {},
  stageScene: 'auto',
  notesRead: {},
  help: [],
})
