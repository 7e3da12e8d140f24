// Commands and events of injects, notes, bookmarks and calls for help.
import * as z from 'zod/mini'
import {
  delegationId,
  entryNumber,
  list,
  longText,
  privateEntry,
  seatId,
  shortText,
  writtenText,
} from '../../kernel/ids'
import { variant } from '../../kernel/variant'

export const injectsCommands = [
  variant('sendInject', { key: z.string().check(z.maxLength(60)) }),
  variant('writeInject', { headline: writtenText(140), text: writtenText(1200) }),
  variant('nudge', { to: z.union([z.literal('room'), delegationId, seatId]), text: writtenText(600) }),
  variant('bookmarkEntry', { entry: entryNumber, note: z.nullable(writtenText(300)) }),
  variant('liftBookmark', { entry: entryNumber }),
  variant('callForHelp', { text: writtenText(300) }),
  variant('answerHelp', { no: privateEntry, text: z.nullable(writtenText(600)) }),
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
    to: z.union([z.literal('room'), delegationId, seatId]),
    text: longText,
  }),
  variant('EntryBookmarked', { entry: shortText, note: z.nullable(longText) }),
  variant('BookmarkLifted', { entry: shortText }),
  variant('HelpCalled', { no: privateEntry, seat: seatId, text: longText }),
  variant('HelpAnswered', { no: privateEntry, text: z.nullable(longText) }),
] as const
