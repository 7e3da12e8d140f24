// The commands and events of private talk. Who may talk with whom is decided in caucuses.ts.
import { membersOf } from '../../agenda/parties'
import type { commands, events } from '../../shapes/caucuses'
import { type CommandDefinitions, type EventDefinitions, searchLines, type TypeIn, underItsNumber } from '../topic'
import { speakInBilateral, speakInCaucus } from './caucuses'

export const caucusesCommandDefinitions: CommandDefinitions<TypeIn<typeof commands>> = {
  speakInCaucus: { decide: speakInCaucus },
  speakInBilateral: { decide: speakInBilateral },
}

export const caucusesEventDefinitions: EventDefinitions<TypeIn<typeof events>> = {
  CaucusSpoken: {
    words: (event, take) => ({ ...event, text: take(event.text, { at: event.no }) }),
    fold: null,
    numbering: underItsNumber,
    content: (_state, { text }) => ({ kind: 'caucus', text }),
    searchText: ({ text }) => searchLines(text),
    command: ({ text }) => ({ type: 'speakInCaucus', text }),
    work: () => ({ what: 'comment' }),
  },
  BilateralSpoken: {
    words: (event, take) => ({ ...event, text: take(event.text, { at: event.no }) }),
    fold: null,
    numbering: underItsNumber,
    content({ plan }, { seat, between, text }) {
      const own = plan.seats.find(({ id }) => id === seat)?.delegation
      const other = membersOf(between).find((id) => id !== own)
      return { kind: 'bilateral', with: other ?? null, between, text }
    },
    searchText: ({ text }) => searchLines(text),
    command: ({ between, text }) => ({ type: 'speakInBilateral', between, text }),
    work: () => ({ what: 'comment' }),
  },
}
