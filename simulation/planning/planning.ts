// Plans a seminar's room from a scenario and the instructor's choices: the public plan, the briefs, the chair's papers and plan, which
// together open the room.

import { z } from 'zod'
import type { Brief } from '../agenda/brief'
import type { ChairPapers, ChairPlan } from '../agenda/chair-papers'
import { delegationIds, usualBallotRule } from '../agenda/parties'
import { ruleOf } from '../agenda/phase-kinds'
import type { AxisPlan, Filing, PhasePlan, RoomPlan, RoundPlan, SeatPlan } from '../agenda/plan'
import { observerTask, seatingMode } from '../agenda/plan'
import type { DelegationId, TensionKey } from '../kernel/ids'
import {
  delegationId,
  MOST_CHAIRS,
  MOST_DELEGATIONS,
  MOST_PHASES,
  MOST_ROUNDS,
  MOST_SEATS,
  seatId,
  shortText,
  tensionKey,
} from '../kernel/ids'
import { lot } from '../kernel/seeded-random'
import { filesIn } from '../scenario/agenda-files'
import { agendaOf, seatsOf, speakingOrderOf, tensionOf } from '../scenario/lookup'
import type { AgendaBlock, Scenario, SeminarAgenda, SeminarPhase } from '../scenario/scenario'
import { briefsFor, learningFor, papersFor } from './briefs'
import { type Laying, laidOut } from './chosen-rounds'
import { withCards } from './home-cards'
import { chipsIn, clausesFor, textFor, withChips } from './joint-text'
import { openersOf } from './openers-by-lot'
import { phaseKey, phaseKeys, withLengths } from './phase-lengths'

const observerTitle = z.string().min(1).max(60)

const MOST_OBSERVERS = 9

/** How long heads have to answer a motion. */
const MOTION_SECONDS = 90

/** What the instructor chooses for one room of a seminar. */
export const seminarChoices = z.strictObject({
  agendaKey: shortText,
  /** The rounds in order. `seconds` is the length of the whole round; null keeps that of the agenda. */
  rounds: z
    .array(z.strictObject({ tension: tensionKey, seconds: z.number().int().min(120).max(14_400).nullable() }))
    .min(1)
    .max(MOST_ROUNDS)
    .refine(
      (rounds) => new Set(rounds.map((round) => round.tension)).size === rounds.length,
      'a tension is played once',
    ),
  /** Lengths of single phases in seconds, where they differ from the agenda's; phase-lengths.ts names the phases. They come before a round's own length. */
  lengths: z
    .record(phaseKey, z.number().int().min(1).max(14_400))
    .refine((lengths) => Object.keys(lengths).length <= MOST_PHASES)
    .optional(),
  /** Number of seats for each delegation; those beyond the scenario's offices become second seats of the same offices. */
  chairs: z
    .record(delegationId, z.number().int().min(1).max(MOST_CHAIRS))
    .refine((chairs) => Object.keys(chairs).length <= MOST_DELEGATIONS)
    .refine((chairs) => Object.values(chairs).reduce((sum, count) => sum + count, 0) <= MOST_SEATS - MOST_OBSERVERS),
  /** One observer's seat for each title, or for a title with the task that comes with the seat. */
  observers: z
    .array(z.union([observerTitle, z.strictObject({ title: observerTitle, task: observerTask })]))
    .max(MOST_OBSERVERS),
  seating: seatingMode,
  understudies: z.boolean(),
  /** Understudies speak when the chair calls them and not before (U4). */
  understudiesWait: z.boolean().optional(),
  /** Whether the signed text goes home after the vote (A1); as the agenda has it where this is absent. */
  ratification: z.boolean().optional(),
  /** Whether sides ask each other and say each other's case (E1); not where this is absent, unless the agenda has it. */
  cases: z.boolean().optional(),
  /** Whether evidence of learning is asked for (V3), where the scenario has questions for it; it is not where this is absent. */
  learning: z.boolean().optional(),
  /** Whether a seat has its briefs only once its holder has checked their reading (W4). */
  briefAfterCheck: z.boolean().optional(),
  speed: z.number().min(1).max(60),
  seed: z.number().int().nonnegative(),
})
export type SeminarChoices = z.infer<typeof seminarChoices>

/** What opens a room; each part has other readers (`openRoom` in engine/room.ts). */
export type PlannedRoom = { plan: RoomPlan; briefs: Brief[]; papers: ChairPapers; chairPlan?: ChairPlan | undefined }

/** The choices that change nothing of an agenda: its own rounds and lengths, and one seat for each of the scenario's offices. */
export function defaultChoices(scenario: Scenario, agendaKey: string, seed: number): SeminarChoices {
  const agenda = seminarAgendaOf(scenario, agendaKey)
  return {
    agendaKey,
    rounds: agenda.plays.map((tension) => ({ tension, seconds: null })),
    chairs: chairsOf(scenario, (delegation) => seatsOf(scenario, delegation).length),
    observers: [],
    seating: 'choose',
    understudies: true,
    speed: 1,
    seed,
  }
}

/** The number of seats for each delegation of a scenario, by a function of the delegation and its index. */
export const chairsOf = (
  scenario: Pick<Scenario, 'delegations'>,
  chairs: (delegation: DelegationId, place: number) => number,
): Record<DelegationId, number> =>
  Object.fromEntries(delegationIds(scenario).map((delegation, place) => [delegation, chairs(delegation, place)]))

export function planSeminar(scenario: Scenario, choices: SeminarChoices): PlannedRoom {
  const agenda = seminarAgendaOf(scenario, choices.agendaKey)
  const blocks = withLengths(laidOut(agenda, choices), choices.lengths)
  const rounds = blocks.flatMap((block, index) => (block.block === 'round' ? [{ block, index }] : []))
  const played = rounds.map(({ block }) => block.tension)
  const laid = blocks.flatMap((block) => block.phases.map((phase) => ({ block, phase })))
  const debated = rounds.flatMap(({ block }) => [block.tension, ...block.folded])
  const clauses = clausesFor(scenario, agenda, debated)
  const filed = laid.map((_, index) => filesIn(laid, index, played))
  const plan: RoomPlan = {
    ...frameOf(scenario),
    kind: 'seminar',
    seating: choices.seating,
    lateHours: 0,
    postFirst: false,
    agendaKey: agenda.key,
    seats: seatsFor(scenario, choices),
    rounds: rounds.map(({ block }, number) => ({
      ...roundFor(scenario, block.tension, block.folded, number, choices.seed),
      ...(choices.understudies ? { openers: openersOf(scenario, block.tension, choices.seed) } : {}),
    })),
    phases: laid.map(({ block, phase }, index) => phaseFor(block, phase, filed[index] ?? null, choices.speed)),
    communique: withChips(textFor(scenario, agenda, clauses), chipsIn(scenario, laid, filed, played.length)),
    motions: { seconds: MOTION_SECONDS / choices.speed },
    strategy: true,
    taps: true,
    heardWhenSaid: true,
    readingCheck: scenario.checkQuestions.map(({ ask, answer, anchors }) => ({ ask, answer, anchors: [...anchors] })),
    ...(choices.briefAfterCheck && scenario.checkQuestions.length > 0 ? { briefAfterCheck: true as const } : {}),
    ...learningFor(scenario, choices.learning),
    understudies: choices.understudies,
    ...(choices.understudies && choices.understudiesWait ? { understudiesWait: true } : {}),
    speed: choices.speed,
  }
  const news = laid.flatMap(({ phase: { inject } }, phase) =>
    inject ? [{ phase, key: inject.key, atSeconds: inject.atSeconds / choices.speed }] : [],
  )
  const chairPlan = { seed: choices.seed, news }
  const briefs = withCards(scenario, plan, choices.seed, briefsFor(scenario, plan, plan))
  return { plan, briefs, papers: papersFor(scenario, played, choices.learning), chairPlan }
}

/** The parts of a plan that depend on the scenario alone. */
export const frameOf = (scenario: Scenario) => ({
  edition: 4 as const,
  tellsOrigin: true,
  scenarioKey: scenario.key,
  title: scenario.title,
  seminarQuestion: scenario.seminarQuestion.text,
  delegations: scenario.delegations.map(({ id, name, short, capital, alsoCalled, letter, shape, hue }) => ({
    ...{ id, name, short, capital },
    ...(alsoCalled ? { alsoCalled } : {}),
    ...{ letter, shape, hue },
  })),
  focus: { members: [...scenario.focus.members], name: scenario.focus.name },
  sources: scenario.sources.map((source) => ({ ...source })),
  reflectionPrompts: [...scenario.reflectionPrompts.person],
  objectives: true as const,
  ballotRule: { ...(scenario.communique.ballotRule ?? usualBallotRule(scenario.delegations.length)) },
})

function seminarAgendaOf(scenario: Scenario, key: string): SeminarAgenda {
  const agenda = agendaOf(scenario, key)
  if (agenda?.kind !== 'seminar') throw new Error(`The scenario has no seminar agenda called ${key}`)
  return agenda
}

/** For each phase as it is played, the key by which its length is chosen. */
export function keyedPhases(
  scenario: Scenario,
  choices: Pick<SeminarChoices, 'agendaKey'> & Laying,
): readonly string[] {
  return phaseKeys(laidOut(seminarAgendaOf(scenario, choices.agendaKey), choices)).flat()
}

function phaseFor(block: AgendaBlock, phase: SeminarPhase, files: Filing | null, speed: number): PhasePlan {
  const round = block.block === 'round' ? block.tension : null
  const rule = ruleOf({ kind: phase.phase })
  return {
    kind: phase.phase,
    round,
    seconds: phase.seconds / speed,
    note: phase.note ?? '',
    ...(block.block === 'round' && block.folded.length > 0 && rule.floor === 'asked-for'
      ? { foldsAtSeconds: (phase.foldAtSeconds ?? Math.round(phase.seconds / 2)) / speed }
      : {}),
    turnSeconds: rule.floor !== null && rule.floor !== 'in-order' ? turnFor(phase.seconds) / speed : null,
    files,
    reveals: rule.reveals && round !== null ? { stage: 'opening', rounds: [round] } : null,
    opensAt: null,
    dueAt: null,
    posts: false,
    requires: [],
  }
}

/** The length of a turn: a sixth of the phase, rounded to 5 seconds, between 30 and 120 seconds, so that about six turns fit. */
const turnFor = (seconds: number): number => Math.min(120, Math.max(30, Math.round(seconds / 30) * 5))

export function roundFor(
  scenario: Scenario,
  key: TensionKey,
  folded: readonly TensionKey[],
  number: number,
  seed: number,
): RoundPlan {
  const tension = tensionOf(scenario, key)
  if (!tension) throw new Error(`The scenario has no tension called ${key}`)
  return {
    key,
    title: tension.title,
    question: tension.question,
    axis: axisFor(tension.axis),
    folded: folded
      .flatMap((other) => tensionOf(scenario, other) ?? [])
      .map(({ key, question, title, axis }) => ({ key, question, title, axis: axisFor(axis) })),
    order: [
      ...(speakingOrderOf(scenario, number + 1) ??
        rotated(delegationIds(scenario), Math.floor(lot(seed, 'order') * scenario.delegations.length) + number)),
    ],
    author: tension.author ? { ...tension.author, anchors: [...tension.author.anchors] } : null,
  }
}

const axisFor = ({ minus, plus, labels }: AxisPlan): AxisPlan => ({ minus, plus, labels: { ...labels } })

/** The delegations rotated by a number: the speaking order of rounds for which the scenario names none starts at random and moves on by one each round. */
function rotated(delegations: readonly DelegationId[], by: number): readonly DelegationId[] {
  const turn = by % delegations.length
  return [...delegations.slice(turn), ...delegations.slice(0, turn)]
}

export function seatsFor(scenario: Scenario, choices: Pick<SeminarChoices, 'chairs' | 'observers'>): SeatPlan[] {
  const delegates = delegationIds(scenario).flatMap((delegation) => {
    const offices = seatsOf(scenario, delegation)
    return Array.from({ length: choices.chairs[delegation] ?? 1 }, (_, index): SeatPlan => {
      const office = offices[index % offices.length]
      if (!office) throw new Error(`The scenario has no seat for ${delegation}`)
      const chair = Math.floor(index / offices.length)
      const own = seatId.parse(office.id)
      return {
        id: chair === 0 ? own : seatId.parse(`${office.id}.${chair + 1}`),
        delegation,
        title: office.title,
        head: office.head && chair === 0,
        order: index + 1,
        mirrors: chair === 0 ? null : own,
      }
    })
  })
  const observers = choices.observers.map(
    (observer, index): SeatPlan => ({
      id: seatId.parse(`observer.${index + 1}`),
      delegation: null,
      ...(typeof observer === 'string' ? { title: observer } : observer),
      head: false,
      order: index + 1,
      mirrors: null,
    }),
  )
  return [...delegates, ...observers]
}
