// The commands and events of personal stances, evidence of learning, reading checks and reflections. When they are accepted is decided in stances.ts.
import { asksForReflections } from '../../agenda/phase-kinds'
import type { commands, events } from '../../shapes/stances'
import { answerKey, formKey, type RoomState, reflectionKey, stanceKey } from '../../state/room-state'
import {
  type CommandDefinitions,
  type Done,
  type EventDefinitions,
  SILENT,
  searchLines,
  type TypeIn,
  underItsNumber,
} from '../topic'
import { answerKnowledge, checkReading, markStance, writeReflection } from './stances'

export const stancesCommandDefinitions: CommandDefinitions<TypeIn<typeof commands>> = {
  markStance: { decide: markStance },
  answerKnowledge: { decide: answerKnowledge },
  checkReading: { decide: checkReading },
  writeReflection: { decide: writeReflection },
}

export const stancesEventDefinitions: EventDefinitions<TypeIn<typeof events>> = {
  StanceMarked: {
    words: null,
    ...SILENT,
    fold(room, { person, when, round, value, sure }) {
      const key = stanceKey(person, when, round)
      room.stances = { ...room.stances, [key]: value }
      if (sure !== undefined) room.sureness = { ...room.sureness, [key]: sure }
    },
    command: ({ round, value, sure }) => ({ type: 'markStance', round, value, ...(sure ? { sure } : {}) }),
    work: (_state, { round }) => ({ what: 'own-view', round }),
  },
  KnowledgeAnswered: {
    words: null,
    ...SILENT,
    fold(room, { person, when, item, option, form, right, rightB }) {
      room.knowledge = { ...room.knowledge, [answerKey(person, when, item)]: option }
      if (form) room.knowledgeForms = { ...room.knowledgeForms, [formKey(person, when)]: form }
      if (right)
        room.knowledgeTold = { ...room.knowledgeTold, [person]: { A: right, ...(rightB ? { B: rightB } : {}) } }
    },
    command: ({ item, option, form }) => ({ type: 'answerKnowledge', item, option, ...(form ? { form } : {}) }),
    work: (_state, { item }) => ({ what: 'knowledge', piece: `${item}`, round: null }),
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
