// Commands and events of injects, notes, bookmarks and calls for help, and their part of the state of a room: news sent, notes read,
// bookmarks, calls for help, what the stage shows.
import * as z from 'zod/mini'
import {
  delegationId,
  entryNumber,
  list,
  longText,
  type PersonId,
  personId,
  privateEntry,
  type SeatId,
  seatId,
  shortText,
  writtenText,
} from '../kernel/ids'
import { LIMITS } from '../kernel/limits'
import { variant } from '../kernel/variant'

/** To whom the chair writes a note: everybody, a delegation, or a seat. */
const noteTo = z.union([z.literal('room'), delegationId, seatId])
export type NoteTo = z.infer<typeof noteTo>
/** How many notes are marked as read at once. */
const MOST_NOTES = 100

/** What the chair can have the stage show; `auto` leaves it to the phase. */
export const STAGE_SCENES = ['auto', 'record', 'gap', 'agenda', 'question'] as const
/** Or one of the first three questions of the debrief, which the desk names. */
export const DEBRIEF_SCENES = ['debrief-1', 'debrief-2', 'debrief-3'] as const
/** Or nothing at all (`blank`): a press takes everything off the wall, and another brings back what it showed. */
const stageScene = z.enum([...STAGE_SCENES, 'blank', ...DEBRIEF_SCENES])
export type StageScene = z.infer<typeof stageScene>

export const commands = [
  variant('sendInject', { key: z.string().check(z.maxLength(60)) }),
  variant('writeInject', { headline: writtenText(LIMITS.headline), text: writtenText(LIMITS.news) }),
  variant('nudge', { to: noteTo, text: writtenText(LIMITS.note) }),
  variant('readNotes', { notes: list(entryNumber, MOST_NOTES).check(z.minLength(1)) }),
  variant('bookmarkEntry', { entry: entryNumber, note: z.nullable(writtenText(LIMITS.bookmark)) }),
  variant('liftBookmark', { entry: entryNumber }),
  variant('showOnStage', { scene: stageScene }),
  variant('callForHelp', { text: writtenText(LIMITS.help) }),
  variant('answerHelp', { no: privateEntry, text: z.nullable(writtenText(LIMITS.note)) }),
] as const
/** Of these, what carries text or a considered choice: a page keeps it in its outbox, through a reload too, until the room has it. */
export const kept = ['writeInject', 'nudge', 'bookmarkEntry', 'callForHelp', 'answerHelp'] as const

export const events = [
  variant('InjectSent', {
    key: shortText,
    form: shortText,
    headline: longText,
    text: longText,
    anchors: list(shortText, 24),
  }),
  variant('InjectRetracted', { key: shortText }),
  variant('NudgeSent', {
    no: z.nullable(privateEntry),
    to: noteTo,
    text: longText,
  }),
  variant('NotesRead', { person: personId, notes: list(entryNumber, MOST_NOTES) }),
  variant('EntryBookmarked', { entry: shortText, note: z.nullable(longText) }),
  variant('BookmarkLifted', { entry: shortText }),
  variant('StageSet', { scene: stageScene }),
  variant('HelpCalled', { no: privateEntry, seat: seatId, text: longText }),
  variant('HelpAnswered', { no: privateEntry, text: z.nullable(longText) }),
] as const

/** Why a command of this topic alone is refused; shapes/verdict.ts has what several topics answer. */
export const refusals = ['no-such-inject', 'already-sent', 'no-such-call', 'already-answered'] as const

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

export const start = (): InjectsSlice => ({
  sent: {},
  retracted: [],
  bookmarks: {},
  stageScene: 'auto',
  notesRead: {},
  help: [],
})
