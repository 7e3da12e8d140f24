/**
 * Whose each part of a scenario is before the debrief: everybody's, one side's or one office's, or the instructor's alone. A part without a
 * row here does not compile; L17 holds the students' pages to the table, text by text.
 */
import type { Delegation, Scenario, ScenarioSeat, Tension } from '#simulation/scenario/scenario'

/** `marks` are keys, values and references, which are no text; what is `told` the room tells everybody in its time. */
export type Whose = 'everybody' | 'told' | 'side' | 'staff' | 'marks'
type WhoseIn<Part> = Readonly<Required<{ [Field in keyof Part]: Whose }>>

/** A field whose parts have several readers has a table of its own. */
export const SCENARIO_READERS: Readonly<
  Required<{ [Field in Exclude<keyof Scenario, 'delegations' | 'seats' | 'tensions'>]: Whose }>
> = {
  ...{ key: 'marks', language: 'marks', asOf: 'marks', focus: 'marks', seatOrder: 'marks', speakingOrder: 'marks' },
  ...{ title: 'everybody', subtitle: 'everybody', asOfNote: 'everybody', sources: 'everybody', premise: 'everybody' },
  ...{ seminarQuestion: 'everybody', learningOutcomes: 'everybody', reading: 'everybody', glossary: 'everybody' },
  ...{ paragraphs: 'everybody', checkQuestions: 'everybody', timeline: 'everybody', map: 'everybody' },
  ...{ readings: 'everybody', publicFacts: 'everybody' },
  ...{ stakes: 'side', sheets: 'side', models: 'everybody' },
  /** Students read the questions in a room that asks them, and which answers are right nowhere before they have given theirs. */
  ...{ knowledge: 'staff', knowledgeB: 'staff' },
  ...{ instructorNote: 'staff', runSheet: 'staff', samples: 'staff' },
  ...{
    injects: 'told',
    lines: 'told',
    claims: 'told',
    hearing: 'told',
    communique: 'told',
    ratification: 'told',
    rubric: 'told',
  },
  ...{ reflectionPrompts: 'told', debriefQuestions: 'told', agendas: 'told' },
}

export const DELEGATION_READERS: WhoseIn<Delegation> = {
  ...{ id: 'marks', letter: 'marks', shape: 'marks', hue: 'marks', defendsBrackets: 'marks', alsoCalled: 'marks' },
  chips: 'marks',
  ...{ name: 'everybody', short: 'everybody', capital: 'everybody' },
  ...{ interests: 'side', redLines: 'side', roomToMove: 'side', publicAtHome: 'side', openings: 'side' },
  ...{ strongestCase: 'side', weakSpots: 'side', tone: 'side' },
  cards: 'side',
}

export const SEAT_READERS: WhoseIn<ScenarioSeat> = {
  ...{ id: 'marks', delegation: 'marks', head: 'marks', order: 'marks', anchors: 'marks', facts: 'marks' },
  ...{ title: 'everybody', charge: 'everybody' },
  ...{ brief: 'side', objectives: 'side', firstInCaucus: 'side', neverInPublic: 'side' },
  /** Said at home by whoever plays the office. */
  refuses: 'told',
}

export const TENSION_READERS: WhoseIn<Tension> = {
  ...{ key: 'marks', order: 'marks', drawsOn: 'marks', facts: 'marks' },
  ...{ title: 'everybody', question: 'everybody', whyItMatters: 'everybody', axis: 'everybody' },
  openings: 'side',
  ...{ author: 'staff', chairQuestions: 'staff', misunderstandings: 'staff', endsWell: 'staff', goesWrong: 'staff' },
}
