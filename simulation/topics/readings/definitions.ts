// The command and the event of readings. Who may read what, and when, is decided in readings.ts.
import { sponsorOf } from '../../questions/text'
import type { commands, events } from '../../shapes/readings'
import { headingIn } from '../../state/room-state'
import { type CommandDefinitions, type EventDefinitions, type TypeIn, underItsNumber } from '../topic'
import { markReading } from './readings'

export const readingsCommandDefinitions: CommandDefinitions<TypeIn<typeof commands>> = {
  markReading: { decide: markReading },
}

export const readingsEventDefinitions: EventDefinitions<TypeIn<typeof events>> = {
  ReadingMarked: {
    words: null,
    fold(room, { no, clause, seat, version, value }, { at }) {
      const others = room.readings.filter((each) => each.clause !== clause || each.seat !== seat)
      room.readings = [...others, { no, clause, seat, version, value, at }]
    },
    numbering: underItsNumber,
    content(state, { clause, version, value }) {
      const { by: of, no: nth } = sponsorOf(version)
      return { kind: 'reading', heading: headingIn(state, clause), of, nth, value }
    },
    searchText: null,
    command: ({ clause, version, value }) => ({ type: 'markReading', clause, version, value }),
  },
}
