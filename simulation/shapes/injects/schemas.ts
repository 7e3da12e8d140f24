// Commands and events of injects, notes, bookmarks and calls for help.
import * as z from 'zod/mini'
import {
  delegationId,
  entryNumber,
  list,
  longText,
  personId,
  privateEntry,
  seatId,
  shortText,
  writtenText,
} from '../../kernel/ids'
import { LIMITS } from '../../kernel/limits'
import { variant } from '../../kernel/variant'

/** To whom the chair writes a note: everybody, a delegation, or a seat. */
const noteTo = z.union([z.literal('room'), delegationId, seatId])
export type NoteTo = z.infer<typeof noteTo>
/** How many notes are marked as read at once. */
const MOST_NOTES = 100

/** What the chair can have the stage show; `auto` leaves it to the phase. */
export const STAGE_SCENES = ['auto', 'record', 'gap', 'agenda', 'question'] as const
const stageScene = z.enum(STAGE_SCENES)
export type StageScene = z.infer<typeof stageScene>

export const injectsCommands = [
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

export const injectsEvents = [
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
export const injectsRefusals = ['no-such-inject', 'already-sent', 'no-such-call', 'already-answered'] as const
