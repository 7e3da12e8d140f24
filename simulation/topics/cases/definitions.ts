// The commands and events of cases. Who may give them, and when, is decided in cases.ts.
import { caseOf } from '../../questions/cases'
import type { commands, events } from '../../shapes/cases'
import {
  type CommandDefinitions,
  type EventDefinitions,
  SILENT,
  searchLines,
  type TypeIn,
  takeMaybe,
  underItsNumber,
} from '../topic'
import { guessAgain, keepCase, scoreCase, stateCase } from './cases'

export const casesCommandDefinitions: CommandDefinitions<TypeIn<typeof commands>> = {
  guessAgain: { decide: guessAgain },
  stateCase: { decide: stateCase },
  scoreCase: { decide: scoreCase },
}

export const casesEventDefinitions: EventDefinitions<TypeIn<typeof events>> = {
  CaseGuessed: {
    words: null,
    ...SILENT,
    fold(room, { by, of, seat, value }, { at }) {
      keepCase(room, by, of, { guess: { value, seat, at } })
    },
    command: ({ of, value }) => ({ type: 'guessAgain', of, value }),
  },
  CaseStated: {
    words: (event, take) => ({ ...event, text: take(event.text, { at: event.no }) }),
    fold(room, { no, by, of, seat, text }, { at }) {
      keepCase(room, by, of, { stated: { no, seat, text, at } })
    },
    numbering: underItsNumber,
    // Whoever hears the guess reads it with the case: its own delegation, and everybody from the debrief on.
    content: (state, { by, of, text }) => ({
      kind: 'case',
      from: by,
      of,
      text,
      guess: caseOf(state, by, of).guess?.value ?? null,
    }),
    searchText: ({ text }) => searchLines(text),
    command: ({ of, text }) => ({ type: 'stateCase', of, text }),
    work: (_state, { of }) => ({ what: 'case', to: of, piece: `case/${of}` }),
    later: (state, { by, of }) => String(caseOf(state, by, of).guess?.value ?? ''),
  },
  CaseScored: {
    words: (event, take) => ({ ...event, missing: takeMaybe(event.missing, take, { at: event.no }) }),
    fold(room, { no, by, of, seat, score, missing }, { at }) {
      keepCase(room, by, of, { score: { no, seat, score, missing, at } })
    },
    numbering: underItsNumber,
    content: (_state, { by, of, score, missing }) => ({ kind: 'case-score', from: by, of, score, text: missing ?? '' }),
    searchText: ({ missing }) => searchLines(missing),
    command: ({ by, score, missing }) => ({ type: 'scoreCase', from: by, score, missing }),
    work: (_state, { by }) => ({ what: 'case-score', to: by, piece: `score/${by}` }),
  },
}
