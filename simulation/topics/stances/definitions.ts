// The commands and events of personal stances, reading checks and reflections. When they are accepted is decided in stances.ts.
import { asksForReflections } from '../../agenda/phase-kinds'
import type { stancesCommands, stancesEvents } from '../../shapes/stances/schemas'
import type { RoomState } from '../../state/room-state'
import { reflectionKey, stanceKey } from '../../state/room-state'
import type { CommandDefinitions, Done, EventDefinitions, TypeIn } from '../topic'
import { SILENT, searchLines, underItsNumber } from '../topic'
import { checkReading, markStance, writeReflection } from './stances'

export const stancesCommandDefinitions: CommandDefinitions<TypeIn<typeof stancesCommands>> = {
  markStance: { decide: markStance, inOutbox: true },
  checkReading: { decide: checkReading, inOutbox: true },
  writeReflection: { decide: writeReflection, inOutbox: true },
}

export const stancesEventDefinitions: EventDefinitions<TypeIn<typeof stancesEvents>> = {
  StanceMarked: {
    words: null,
    ...SILENT,
    fold(room, { person, when, round, value }) {
      room.stances = { ...room.stances, [stanceKey(person, when, round)]: value }
    },
    command: ({ round, value }) => ({ type: 'markStance', round, value }),
    work: (_state, { round }) => ({ what: 'own-view', round }),
  },
  ReadingChecked: {
    words: null,
    ...SILENT,
    fold(room, { person, question, knew }) {
      const own = { ...room.readingChecks[person], [question]: knew }
      room.readingChecks = { ...room.readingChecks, [person]: own }
    },
    command: ({ question, knew }) => ({ type: 'checkReading', question, knew }),
  },
  ReflectionWritten: {
    words: (event, take) => ({ ...event, text: take(event.text, { at: event.no }) }),
    fold(room, { no, person, prompt, text, handedIn = false }, { at }) {
      room.reflections = { ...room.reflections, [reflectionKey(person, prompt)]: { no, text, at, handedIn } }
    },
    numbering: underItsNumber,
    content: (_state, { prompt, text, handedIn = false }) => ({ kind: 'reflection', prompt, text, handedIn }),
    searchText: ({ text }) => searchLines(text),
    command({ prompt, text, handedIn }) {
      const work = { type: 'writeReflection', prompt, text } as const
      return handedIn ? { type: 'handIn', work } : work
    },
    work: (state, { prompt }) => ({ what: 'reflection', piece: `${prompt}`, ...whereAsked(state) }),
  },
}

/** A reflection written late, or in the debrief, counts for the earlier phase that asked for it. */
function whereAsked({ plan, agenda }: RoomState): Pick<Done, 'phase' | 'round'> {
  const phase = plan.phases.findLastIndex((each, index) => asksForReflections(each) && index <= agenda.index)
  return { phase: phase === -1 ? agenda.index : phase, round: null }
}
