// The commands and events of words taken off. Who may do what is decided in strikes.ts.

import { isForAll, wordsRowOf } from '../../questions/strikes'
import type { commands, events, StrikeReason, serverCommands } from '../../shapes/strikes'
import type { NextRoom } from '../../state/next-room'
import type { RoomState } from '../../state/room-state'
import { procedure } from '../entry-content'
import {
  type CommandDefinitions,
  type EntryNumbering,
  type EventDefinitions,
  SILENT,
  searchLines,
  type TypeIn,
  takeMaybe,
} from '../topic'
import { answerReport, changeStrikeReason, putWordsBack, readStruckWords, reportLine, strikeWords } from './strikes'

export const strikesCommandDefinitions: CommandDefinitions<TypeIn<typeof commands> | TypeIn<typeof serverCommands>> = {
  strikeWords: {
    decide: (state, command, who, _moment, wordsIn) => strikeWords(state, command, who, wordsIn),
    afterClosing: true,
  },
  putWordsBack: { decide: putWordsBack, afterClosing: true },
  changeStrikeReason: { decide: changeStrikeReason, afterClosing: true },
  readStruckWords: { decide: readStruckWords, afterClosing: true },
  reportLine: {
    decide: (state, command, who, _moment, wordsIn) => reportLine(state, command, who, wordsIn),
    afterClosing: true,
  },
  answerReport: { decide: answerReport, afterClosing: true },
}

/** A strike is an entry where everybody heard the words; elsewhere those who heard them see it where the words were. */
const onRecordIfForAll = (before: RoomState, { entry }: { entry: string }): EntryNumbering =>
  isForAll(before, entry) ? 'record' : null

export const strikesEventDefinitions: EventDefinitions<TypeIn<typeof events>> = {
  WordsStruck: {
    causes: ['facts', 'words'],
    words: (event, take) => ({ ...event, reason: takeReason(event.reason, take) }),
    fold(room, { entry, reason, count }, { seq, at, by }) {
      const of = wordsRowOf(room, entry)?.of ?? by
      const before = room.strikes[entry] ?? []
      room.strikes = { ...room.strikes, [entry]: [...before, { seq, at, actor: by, reason, count, of }] }
    },
    numbering: onRecordIfForAll,
    content: (_state, { entry, reason }) => procedure({ key: 'words-struck', entry, reason }),
    searchText: ({ reason }) => (typeof reason === 'string' ? null : searchLines(reason.text)),
    // Whoever reported the line is told in the same step.
    rank: 1,
    command: ({ entry, words, reason }) => ({ type: 'strikeWords', entry, words, reason }),
  },
  WordsPutBack: {
    causes: ['facts', 'words', 'words-back'],
    words: (event, take) => ({ ...event, reason: take(event.reason) }),
    fold(room, { entry }) {
      const { [entry]: _back, ...strikes } = room.strikes
      room.strikes = strikes
    },
    numbering: onRecordIfForAll,
    content({ record }, { entry, reason }, { seq }) {
      const struck = record.findLast(
        (one) => one.event.type === 'WordsStruck' && one.event.entry === entry && one.seq < seq,
      )
      return procedure({ key: 'words-put-back', entry, reason, struckAt: struck?.at ?? null })
    },
    searchText: ({ reason }) => searchLines(reason),
    command: ({ entry, reason }) => ({ type: 'putWordsBack', entry, reason }),
  },
  StrikeReasonChanged: {
    ...SILENT,
    words: (event, take) => ({ ...event, reason: takeReason(event.reason, take) }),
    fold(room, { entry, reason }) {
      const all = room.strikes[entry] ?? []
      room.strikes = {
        ...room.strikes,
        [entry]: all.map((one, place) => (place === all.length - 1 ? { ...one, reason } : one)),
      }
    },
    numbering: onRecordIfForAll,
    content: (_state, { entry, reason }) => procedure({ key: 'strike-reason-changed', entry, reason }),
    searchText: ({ reason }) => (typeof reason === 'string' ? null : searchLines(reason.text)),
    command: ({ entry, reason }) => ({ type: 'changeStrikeReason', entry, reason }),
  },
  LineReported: {
    ...SILENT,
    words: (event, take) => ({ ...event, text: takeMaybe(event.text, take) }),
    fold(room, { entry, person, reason, text }, { at }) {
      room.reports = [...room.reports, { entry, person, reason, text, at, answer: null }]
    },
    command: ({ entry, reason, text }) => ({ type: 'reportLine', entry, reason, text }),
  },
  ReportAnswered: {
    ...SILENT,
    words: null,
    fold(room: NextRoom, { entry, person, answer }, { at }) {
      room.reports = room.reports.map((report) =>
        report.entry === entry && report.person === person ? { ...report, answer: { how: answer, at } } : report,
      )
    },
    command: ({ entry, answer }) => (answer === 'left' ? { type: 'answerReport', entry } : null),
  },
  StruckWordsRead: {
    ...SILENT,
    words: null,
    fold: null,
    command: ({ entry }) => ({ type: 'readStruckWords', entry }),
  },
}

const takeReason = (reason: StrikeReason, take: (text: string) => string): StrikeReason =>
  typeof reason === 'string' ? reason : { text: take(reason.text) }
