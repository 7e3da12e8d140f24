/** The people of the rule tests and their small seminar: two rounds, every kind of phase, an observer's seat. */
import type { z } from 'zod'
import type { FilingStage, Intent } from '#simulation/kernel/ids'
import type { PlannedRoom, SeminarChoices } from '#simulation/planning/planning'
import { defaultChoices, planSeminar, seminarChoices } from '#simulation/planning/planning'
import type { roomCommand } from '#simulation/shapes/room-command'
import { smallScenario } from './stories/small-agenda'

/** A command as sent, before its texts are trimmed. */
export type Written = z.input<typeof roomCommand>

export const CHAIR = 'chair:vera'
export const CLOCK = 'clock'

/** The default seating; the first of each delegation is its head. */
export const SEATING = {
  amara: 'us.state',
  ben: 'us.treasury',
  cleo: 'us.defense',
  daiki: 'jp.pm',
  emi: 'jp.finance',
  fen: 'cn.foreign',
  guo: 'cn.commerce',
  hana: 'observer.1',
} as const

export const AMARA = 'p:amara'
export const BEN = 'p:ben'
export const CLEO = 'p:cleo'
export const DAIKI = 'p:daiki'
export const EMI = 'p:emi'
export const FEN = 'p:fen'
export const GUO = 'p:guo'
export const HANA = 'p:hana'
/** A person in the room without a seat. */
export const IVO = 'p:ivo'

/** Two rounds (framing, then regional order), seven seats, one observer, no understudies. */
export function smallSeminar(choices: Partial<SeminarChoices> = {}): PlannedRoom {
  const scenario = smallScenario()
  return chipsAtOnce(
    planSeminar(
      scenario,
      seminarChoices.parse({
        ...defaultChoices(scenario, 'seminar-90', 7),
        rounds: [
          { tension: 'framing', seconds: null },
          { tension: 'regional-order', seconds: null },
        ],
        chairs: { us: 3, jp: 2, cn: 2 },
        observers: [{ title: 'Press', task: 'scribe' }],
        understudies: false,
        ...choices,
      }),
    ),
  )
}

/** Chips in the first caucus, so that a test need not play to the second one, in which a class lays them. */
function chipsAtOnce(planned: PlannedRoom): PlannedRoom {
  const { plan } = planned
  const chipsAt = plan.phases.findIndex(({ files }) => files?.stage === 'opening')
  return { ...planned, plan: { ...plan, communique: { ...plan.communique, chips: 10, chipsAt } } }
}

/** Commands that many tests use. */
export const statement = (text: string, answers: number | null = null): Written => ({
  type: 'makeStatement',
  text,
  intent: 'point',
  answers,
  anchors: [],
})
export const hand = (intent: Intent = 'point', answers: number | null = null): Written => ({
  type: 'askForFloor',
  intent,
  answers,
})

export type Paper = { round: string; stage: FilingStage; value: number; text: string; guesses?: Record<string, number> }
const paper = ({ round, stage, value, text, guesses = {} }: Paper) =>
  ({ round, stage, value, text, redLine: 'Not one step more.', anchors: ['E1.1'], guesses }) satisfies Omit<
    Extract<Written, { type: 'filePosition' }>,
    'type'
  >
/** For a clause of the small seminar. */
export const standsOn = (version: string, clause = 'common-ground', reason: string | null = null): Written => ({
  type: 'standOn',
  ...{ clause, version, reason },
})
export const votes = (
  vote: 'for' | 'reserved' | 'abstain' | 'against',
  clause = 'common-ground',
  reason: string | null = null,
): Written => ({ type: 'castBallot', clauses: [clause], vote, reason })
export const files = (words: Paper): Written => ({ type: 'filePosition', ...paper(words) })
export const drafts = (words: Paper): Written => ({ type: 'draftPosition', ...paper(words) })
export const opening = (value: number, text = 'Our opening.'): Paper => ({
  round: 'framing',
  stage: 'opening',
  value,
  text,
})
export const closing = (value: number, text = 'Our closing.'): Paper => ({
  round: 'framing',
  stage: 'closing',
  value,
  text,
})
