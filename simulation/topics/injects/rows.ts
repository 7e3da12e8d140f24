// What the chair's hand and the calls to it are to the judge, the fold, the record, undoing, a search and the replay check.
// It must not know whom the chair may write to: that is injects.ts.

import { procedure } from '../said'
import type { CommandRows, EventRows, TypeIn } from '../topic'
import { lines, onRecord, SILENT, underItsNumber } from '../topic'
import { answerHelp, bookmarkEntry, callForHelp, liftBookmark, nudge, sendInject, writeInject } from './injects'
import type { injectsCommands, injectsEvents } from './shapes'

export const injectsCommandRows: CommandRows<TypeIn<typeof injectsCommands>> = {
  sendInject: { decide: sendInject, kept: false },
  writeInject: { decide: writeInject, kept: true },
  nudge: { decide: nudge, kept: true },
  bookmarkEntry: { decide: bookmarkEntry, kept: true },
  liftBookmark: { decide: liftBookmark, kept: false },
  callForHelp: { decide: callForHelp, kept: true },
  answerHelp: { decide: answerHelp, kept: true },
}

export const injectsEventRows: EventRows<TypeIn<typeof injectsEvents>> = {
  InjectSent: {
    fold(room, { key }, { at }) {
      room.sent = { ...room.sent, [key]: at }
    },
    place: onRecord,
    said: ({ retracted }, { key, form, headline, text, anchors }) => ({
      kind: 'news',
      form,
      headline,
      text,
      anchors,
      retracted: retracted.includes(key),
    }),
    words: ({ headline, text }) => lines(headline, text),
    // What is written on the spot is on no paper of the chair's.
    asked: ({ key, headline, text }, { before }) =>
      before?.papers?.injects.some((paper) => paper.key === key)
        ? { type: 'sendInject', key }
        : { type: 'writeInject', headline, text },
    step: (_step, { key }) => ({ label: 'inject', inject: key }),
    later: ({ retracted }, { key }) => (retracted.includes(key) ? 'retracted' : ''),
  },
  InjectRetracted: {
    fold(room, { key }) {
      room.retracted = [...room.retracted, key]
    },
    place: onRecord,
    said({ record }, { key }) {
      const sent = record.toArray().find(({ event }) => event.type === 'InjectSent' && event.key === key)?.event
      return procedure({ key: 'inject-retracted', headline: sent?.type === 'InjectSent' ? sent.headline : '' })
    },
    words: null,
    asked: null,
  },
  NudgeSent: {
    fold: null,
    place: (_before, { no }) => (no === null ? 'record' : { no }),
    said: (_state, { to, text }) => ({ kind: 'note', to, text }),
    words: ({ text }) => lines(text),
    asked: ({ to, text }) => ({ type: 'nudge', to, text }),
  },
  EntryBookmarked: {
    ...SILENT,
    fold(room, { entry, note }) {
      room.bookmarks = { ...room.bookmarks, [entry]: note }
    },
    asked: ({ entry, note }) => ({ type: 'bookmarkEntry', entry, note }),
  },
  BookmarkLifted: {
    ...SILENT,
    fold(room, { entry }) {
      const { [entry]: _lifted, ...bookmarks } = room.bookmarks
      room.bookmarks = bookmarks
    },
    asked: ({ entry }) => ({ type: 'liftBookmark', entry }),
  },
  HelpCalled: {
    fold(room, { no, seat, text }, { at }) {
      room.help = [...room.help, { no, seat, text, at, answer: null }]
    },
    place: underItsNumber,
    said: ({ help }, { text }, { no }) => {
      const answer = help.find((call) => call.no === no)?.answer
      return { kind: 'help', text, answer: answer?.text ?? null }
    },
    words: ({ text }) => lines(text),
    asked: ({ text }) => ({ type: 'callForHelp', text }),
    later: ({ help }, _event, { no }) => JSON.stringify(help.find((call) => call.no === no)?.answer ?? null),
  },
  HelpAnswered: {
    fold(room, { no, text }, { at }) {
      room.help = room.help.map((call) => (call.no === no ? { ...call, answer: { text, at } } : call))
    },
    // It stands under the call that it answers.
    place: null,
    said: null,
    words: ({ text }) => lines(text),
    asked: ({ no, text }) => ({ type: 'answerHelp', no, text }),
  },
}
