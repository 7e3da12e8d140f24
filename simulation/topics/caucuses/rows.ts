// What private talk is to the judge, the record, a search, an assignment's meter and the replay check.
// It must not know who may talk with whom: that is caucuses.ts.
import type { CommandRows, EventRows, TypeIn } from '../topic'
import { lines, underItsNumber } from '../topic'
import { speakInBilateral, speakInCaucus } from './caucuses'
import type { caucusesCommands, caucusesEvents } from './shapes'

export const caucusesCommandRows: CommandRows<TypeIn<typeof caucusesCommands>> = {
  speakInCaucus: { decide: speakInCaucus, kept: true },
  speakInBilateral: { decide: speakInBilateral, kept: true },
}

export const caucusesEventRows: EventRows<TypeIn<typeof caucusesEvents>> = {
  CaucusSpoken: {
    fold: null,
    place: underItsNumber,
    said: (_state, { text }) => ({ kind: 'caucus', text }),
    words: ({ text }) => lines(text),
    asked: ({ text }) => ({ type: 'speakInCaucus', text }),
    work: () => ({ what: 'comment' }),
  },
  BilateralSpoken: {
    fold: null,
    place: underItsNumber,
    said({ plan }, { seat, between, text }) {
      const own = plan.seats.find(({ id }) => id === seat)?.delegation
      const other = plan.seats.find(({ delegation }) => delegation !== own && between.includes(delegation ?? '-'))
      return { kind: 'bilateral', with: other?.delegation ?? null, between, text }
    },
    words: ({ text }) => lines(text),
    asked: ({ between, text }) => ({ type: 'speakInBilateral', between, text }),
    work: () => ({ what: 'comment' }),
  },
}
