/** Generators of random stories: a plan, and beats that say what is tried and how long is waited before. */
import fc from 'fast-check'

import type { SeatingMode } from '#simulation/agenda/plan'
import { homeworkAgendaOf, planHomework } from '#simulation/planning/homework-planning'
import type { PlannedRoom } from '#simulation/planning/planning'
import { defaultChoices, planSeminar, seminarChoices } from '#simulation/planning/planning'
import { START } from '../given'
import { homeworkIn, type Setting, scenarioIn, seminarsIn } from '../machines/settings'

export const PEOPLE = ['amara', 'ben', 'cleo', 'daiki', 'emi', 'fen', 'guo', 'hana', 'ivo', 'juno']

/** The relative frequency of each deed. */
const DEEDS = {
  takeSeat: 5,
  leaveSeat: 1,
  placePerson: 4,
  removePerson: 1,
  readmitPerson: 2,
  lockSeating: 1,
  keepSeats: 1,
  sitInKeptSeat: 1,
  markAbsent: 1,
  markReturned: 1,
  startPhase: 6,
  endPhase: 2,
  pauseClock: 6,
  resumeClock: 6,
  extendClock: 2,
  setAutopilot: 2,
  undoLastStep: 4,
  askForFloor: 8,
  lowerHand: 1,
  grantFloor: 5,
  takeBackFloor: 2,
  yieldFloor: 4,
  makeStatement: 10,
  withdrawStatement: 2,
  giveWords: 8,
  leaveWords: 4,
  setDictation: 1,
  giveTask: 2,
  checkStatement: 3,
  writeChronicle: 2,
  speakInCaucus: 6,
  speakInBilateral: 8,
  draftPosition: 7,
  filePosition: 7,
  proposeChips: 0.5,
  layChips: 1,
  draftVersion: 1,
  putForward: 1,
  bringInClause: 0.3,
  standOn: 2,
  initialClause: 0.5,
  makeOffer: 1,
  answerOffer: 1,
  withdrawOffer: 0.3,
  reopenClause: 0.3,
  moveMotion: 0.8,
  answerMotion: 1,
  castStraw: 0.5,
  ruleMotion: 0.3,
  rulePoint: 0.5,
  reopenDebate: 0.1,
  keepBracket: 3,
  adviseBallot: 4,
  markReading: 1,
  castBallot: 12,
  voteRatification: 0.4,
  decideRatification: 0.2,
  sendInject: 1,
  writeInject: 1,
  nudge: 3,
  readNotes: 5,
  showOnStage: 1,
  bookmarkEntry: 2,
  liftBookmark: 1,
  callForHelp: 2,
  answerHelp: 3,
  markStance: 2,
  writeReflection: 3.8,
  claimObjective: 0.1,
  judgeClaim: 0.1,
  postStatement: 6,
  moveDeadline: 1,
  grantExtension: 2,
  unsealRecord: 0.2,
  closeRoom: 0.1,
} as const
export type Deed = keyof typeof DEEDS

const WAITS = {
  none: 12,
  seconds: 8,
  'next due': 0.9,
  'end of phase': 0.3,
  'a little late': 0.4,
  'very late': 0.3,
} as const
export type Wait = keyof typeof WAITS

const oneOf = <T extends string>(weights: Readonly<Record<T, number>>, named: readonly T[]): fc.Arbitrary<T> =>
  fc.oneof(...named.map((value) => ({ weight: Math.round(weights[value] * 10), arbitrary: fc.constant(value) })))
const named = <T extends string>(weights: Readonly<Record<T, number>>, is: (key: string) => key is T): T[] =>
  Object.keys(weights).filter(is)
const isDeed = (key: string): key is Deed => key in DEEDS
const isWait = (key: string): key is Wait => key in WAITS

export type Dice = readonly [number, number, number, number, number]
export type Beat = { deed: Deed; wait: Wait; dice: Dice }
export type Script = {
  setting: Setting
  agenda: string
  rounds: string[]
  chairs: Record<string, number>
  observers: number
  understudies: boolean
  speed: number
  seed: number
  /** The seating mode; plans of the first edition had none. */
  seating: SeatingMode | 'unsaid'
  /** Whether the story begins before the first phase. */
  lobby: boolean
  /** Whether the chair uses undo; some laws do not hold for undone time. */
  undo: boolean
  beats: Beat[]
}

const die = fc.nat(9999)
const beat = (): fc.Arbitrary<Beat> =>
  fc.record({
    deed: oneOf(DEEDS, named(DEEDS, isDeed)),
    wait: oneOf(WAITS, named(WAITS, isWait)),
    dice: fc.tuple(die, die, die, die, die),
  })

/** A homework debate of any of the scenario's lengths; fewer phases to undo, because each holds a day's work. */
export const week = (length: number, setting?: Setting): fc.Arbitrary<Script> =>
  script(length, true, setting).map((told) => {
    const lengths = homeworkIn(told.setting)
    return { ...told, agenda: lengths[told.seed % lengths.length] ?? '', speed: 1 }
  })

/** Mostly in the built-in scenario, sometimes in the others. */
export const script = (length: number, undo = true, setting?: Setting): fc.Arbitrary<Script> =>
  setting
    ? scriptIn(setting, length, undo)
    : fc.oneof(
        { weight: 8, arbitrary: scriptIn('china-gap', length, undo) },
        { weight: 2, arbitrary: scriptIn('five-shores', length, undo) },
        { weight: 1, arbitrary: scriptIn('two', length, undo) },
        { weight: 1, arbitrary: scriptIn('seven', length, undo) },
      )

/** One delegation may have more seats than offices. */
const chairsIn = (setting: Setting) =>
  fc.record(
    Object.fromEntries(
      scenarioIn(setting).delegations.map(({ id }, place) => [
        id,
        place === 0 ? fc.constantFrom(1, 2, 3, 8) : fc.constantFrom(1, 2, 3),
      ]),
    ),
  )

const scriptIn = (setting: Setting, length: number, undo: boolean): fc.Arbitrary<Script> =>
  // Without bias towards small values: in a story of zeroes hardly anything happens.
  fc.noBias(
    fc.record({
      setting: fc.constant(setting),
      agenda: fc.constantFrom(...seminarsIn(setting)),
      rounds: fc.shuffledSubarray(
        scenarioIn(setting).tensions.map(({ key }) => key),
        { minLength: 1, maxLength: 2 },
      ),
      chairs: chairsIn(setting),
      observers: fc.nat(2),
      understudies: fc.boolean(),
      speed: fc.constantFrom(1, 1, 7, 30),
      seed: fc.nat(99_999),
      seating: fc.constantFrom('choose', 'choose', 'choose', 'lot', 'place', 'unsaid'),
      lobby: fc.boolean(),
      undo: fc.constant(undo),
      beats: fc.array(beat(), { minLength: 1, maxLength: length, size: 'max' }),
    }),
  )

const HOUR_MS = 3_600_000

/** Each phase opens a day after the last and is due twenty hours later; the late hours end before or after the next one's. */
function weekOf({ setting, agenda, rounds, chairs, seating, understudies, seed }: Script): PlannedRoom {
  const scenario = scenarioIn(setting)
  const { phases } = homeworkAgendaOf(scenario, agenda)
  return planHomework(scenario, {
    agendaKey: agenda,
    rounds,
    chairs,
    observers: ['Press'],
    seating: seating === 'unsaid' ? 'choose' : seating,
    understudies,
    seed,
    lateHours: [0, 12, 48][seed % 3] ?? 0,
    postFirst: seed % 2 === 0,
    phases: phases.map(({ requires }, index) => ({
      opensAt: START + index * 24 * HOUR_MS,
      dueAt: START + (index * 24 + 20) * HOUR_MS,
      requires,
      injects: [],
    })),
  })
}

export function planOf(told: Script): PlannedRoom {
  const planned = homeworkIn(told.setting).includes(told.agenda) ? weekOf(told) : seminarOf(told)
  if (told.seating !== 'unsaid') return planned
  const { seating: _, ...plan } = planned.plan
  return { ...planned, plan }
}

const OBSERVERS = [
  { title: 'Press', task: 'scribe' },
  { title: 'Archive', task: 'fact-checker' },
] as const

function seminarOf(told: Script): PlannedRoom {
  const scenario = scenarioIn(told.setting)
  const { agenda, rounds, chairs, observers, seating, understudies, speed, seed } = told
  return planSeminar(
    scenario,
    seminarChoices.parse({
      ...defaultChoices(scenario, agenda, seed),
      rounds: rounds.map((tension) => ({ tension, seconds: null })),
      chairs,
      observers: OBSERVERS.slice(0, observers),
      seating: seating === 'unsaid' ? 'choose' : seating,
      understudies,
      speed,
      // A vote is followed by a ratification in half of the stories whose agenda has none.
      ...(seed % 2 === 0 ? { ratification: true } : {}),
    }),
  )
}
