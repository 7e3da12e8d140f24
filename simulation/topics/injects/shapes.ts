// The chair's hand, and calls to it: news, notes, bookmarks, help.
// The shapes of its commands and events; it must not know who may ask or who hears.
import * as z from 'zod/mini'
import { delegationId, entryNumber, line, list, passage, privateEntry, seatId, words } from '../../kernel/ids'
import { shape } from '../../kernel/shape'

export const injectsCommands = [
  shape('sendInject', { key: z.string().check(z.maxLength(60)) }),
  shape('writeInject', { headline: words(140), text: words(1200) }),
  shape('nudge', { to: z.union([z.literal('room'), delegationId, seatId]), text: words(600) }),
  shape('bookmarkEntry', { entry: entryNumber, note: z.nullable(words(300)) }),
  shape('liftBookmark', { entry: entryNumber }),
  shape('callForHelp', { text: words(300) }),
  shape('answerHelp', { no: privateEntry, text: z.nullable(words(600)) }),
] as const

export const injectsEvents = [
  shape('InjectSent', {
    key: line,
    form: line,
    headline: passage,
    text: passage,
    anchors: list(line, 24),
  }),
  shape('InjectRetracted', { key: line }),
  shape('NudgeSent', {
    no: z.nullable(privateEntry),
    to: z.union([z.literal('room'), delegationId, seatId]),
    text: passage,
  }),
  shape('EntryBookmarked', { entry: line, note: z.nullable(passage) }),
  shape('BookmarkLifted', { entry: line }),
  shape('HelpCalled', { no: privateEntry, seat: seatId, text: passage }),
  shape('HelpAnswered', { no: privateEntry, text: z.nullable(passage) }),
] as const
