// The commands and events of injects, notes, bookmarks, the stage's scene and calls for help. What is allowed is decided in injects.ts.

import { callNumbered } from '../../questions/injects'
import type { commands, events } from '../../shapes/injects'
import { procedure } from '../entry-content'
import {
  type CommandDefinitions,
  type EventDefinitions,
  onRecord,
  SILENT,
  searchLines,
  type TypeIn,
  takeMaybe,
  underItsNumber,
} from '../topic'
import {
  answerHelp,
  bookmarkEntry,
  callForHelp,
  liftBookmark,
  nudge,
  readNotes,
  sendInject,
  showOnStage,
  writeInject,
} from './injects'

export const injectsCommandDefinitions: CommandDefinitions<TypeIn<typeof commands>> = {
  sendInject: { decide: sendInject },
  writeInject: { decide: writeInject },
  nudge: { decide: nudge },
  readNotes: { decide: readNotes },
  bookmarkEntry: { decide: bookmarkEntry },
  liftBookmark: { decide: liftBookmark },
  showOnStage: { decide: showOnStage },
  callForHelp: { decide: callForHelp },
  answerHelp: { decide: answerHelp },
}

export const injectsEventDefinitions: EventDefinitions<TypeIn<typeof events>> = {
  InjectSent: {
    causes: ['facts'],
    words: (event, take) => ({ ...event, headline: take(event.headline), text: take(event.text) }),
    fold(room, { key }, { at }) {
      room.sent = { ...room.sent, [key]: at }
    },
    numbering: onRecord,
    content: ({ retracted }, { key, form, headline, text, anchors }) => ({
      kind: 'news',
      form,
      headline,
      text,
      anchors,
      retracted: retracted.includes(key),
    }),
    searchText: ({ headline, text }) => searchLines(headline, text),
    // An inject that was written on the spot is not among the chair's prepared ones.
    command: ({ key, headline, text }, { before }) =>
      before?.papers?.injects.some((paper) => paper.key === key)
        ? { type: 'sendInject', key }
        : { type: 'writeInject', headline, text },
    step: (_step, { key }) => ({ label: 'inject', inject: key }),
    later: ({ retracted }, { key }) => (retracted.includes(key) ? 'retracted' : ''),
  },
  InjectRetracted: {
    causes: ['facts'],
    words: null,
    fold(room, { key }) {
      room.retracted = [...room.retracted, key]
    },
    numbering: onRecord,
    content({ record }, { key }) {
      const sent = record.toArray().find(({ event }) => event.type === 'InjectSent' && event.key === key)?.event
      return procedure({ key: 'inject-retracted', headline: sent?.type === 'InjectSent' ? sent.headline : '' })
    },
    searchText: null,
    command: null,
  },
  NudgeSent: {
    words: (event, take) => ({ ...event, text: take(event.text, event.no === null ? {} : { at: event.no }) }),
    fold: null,
    numbering: (_before, { no }) => (no === null ? 'record' : { no }),
    content: (_state, { to, text }) => ({ kind: 'note', to, text }),
    searchText: ({ text }) => searchLines(text),
    command: ({ to, text }) => ({ type: 'nudge', to, text }),
  },
  NotesRead: {
    words: null,
    ...SILENT,
    fold(room, { person, notes }) {
      const read = notes.map((no) => [no, [...(room.notesRead[no] ?? []), person]] as const)
      room.notesRead = { ...room.notesRead, ...Object.fromEntries(read) }
    },
    command: ({ notes }) => ({ type: 'readNotes', notes }),
  },
  EntryBookmarked: {
    words: (event, take) => ({ ...event, note: takeMaybe(event.note, take) }),
    ...SILENT,
    fold(room, { entry, note }) {
      room.bookmarks = { ...room.bookmarks, [entry]: note }
    },
    command: ({ entry, note }) => ({ type: 'bookmarkEntry', entry, note }),
  },
  BookmarkLifted: {
    words: null,
    ...SILENT,
    fold(room, { entry }) {
      const { [entry]: _lifted, ...bookmarks } = room.bookmarks
      room.bookmarks = bookmarks
    },
    command: ({ entry }) => ({ type: 'liftBookmark', entry }),
  },
  StageSet: {
    words: null,
    ...SILENT,
    fold(room, { scene }) {
      room.stageScene = scene
    },
    command: ({ scene }) => ({ type: 'showOnStage', scene }),
  },
  HelpCalled: {
    words: (event, take) => ({ ...event, text: take(event.text, { at: event.no }) }),
    fold(room, { no, seat, text }, { at }) {
      room.help = [...room.help, { no, seat, text, at, answer: null }]
    },
    numbering: underItsNumber,
    content: (state, { text }, { no }) => ({
      kind: 'help',
      text,
      answer: callNumbered(state, no)?.answer?.text ?? null,
    }),
    searchText: ({ text }) => searchLines(text),
    command: ({ text }) => ({ type: 'callForHelp', text }),
    later: (state, _event, { no }) => JSON.stringify(callNumbered(state, no)?.answer ?? null),
  },
  HelpAnswered: {
    words: (event, take) => ({ ...event, text: takeMaybe(event.text, take, { at: event.no }) }),
    fold(room, { no, text }, { at }) {
      room.help = room.help.map((call) => (call.no === no ? { ...call, answer: { text, at } } : call))
    },
    // The entry of the call that it answers shows it.
    numbering: null,
    content: null,
    searchText: ({ text }) => searchLines(text),
    command: ({ no, text }) => ({ type: 'answerHelp', no, text }),
  },
}
