// What came of asking the other sides and saying their case: who has handed in what, how far each guess was off before and after the
// question, and what the side itself found (rules E1–E6, D15).
import { delegationIds } from '../../agenda/parties'
import { type AxisValue, type DelegationId, type FilingStage, never, type TensionKey } from '../../kernel/ids'
import { caseOf, casesPhase, casesRound, othersOf, scoresNow, sidesDealtTo } from '../../questions/cases'
import type { SideCase } from '../../shapes/cases'
import type { Seat } from '../../shapes/seats'
import { positionFile, type RoomState } from '../../state/room-state'
import { isStatement } from '../../topics/statements/statements'
import { revealedValues } from '../log/gap'

/** A guess beside where that side stood at that stage, in steps of the axis. */
export type JudgedGuess = Readonly<{ value: number; stood: number; off: number }>

export type CaseRow = SideCase &
  Readonly<{
    by: DelegationId
    of: DelegationId
    /** The guess filed with the opening, and the one made after the question; null where either side of the comparison is not known. */
    before: JudgedGuess | null
    after: JudgedGuess | null
  }>

/** Every delegation with every other, in the plan's order; none in a room whose plan does not ask. */
export function caseRows(state: RoomState): readonly CaseRow[] {
  const round = casesRound(state.plan)
  if (round === null) return []
  return delegationIds(state.plan).flatMap((by) =>
    othersOf(state.plan, by).map((of): CaseRow => {
      const said = caseOf(state, by, of)
      const opening = positionFile(state, round, 'opening', by)
      const first = opening.revealed ? opening.filed?.position.guesses[of] : undefined
      return {
        ...{ by, of, ...said },
        before: judgedGuess(state, round, 'opening', of, first),
        after: judgedGuess(state, round, 'closing', of, said.guess?.value),
      }
    }),
  )
}

/** A guess after the question is of where that side closes: where it opened everybody knew by then. */
function judgedGuess(
  state: RoomState,
  round: TensionKey,
  stage: FilingStage,
  of: DelegationId,
  value: AxisValue | undefined,
): JudgedGuess | null {
  const stood = revealedValues(state, round, stage)[of]
  return value === undefined || stood === undefined ? null : { value, stood, off: Math.abs(value - stood) }
}

/** D15, D14: of the guesses that are known before and after the question, how many came nearer, went further off, and stayed as far. */
export type CasesFinding = Readonly<{ of: number; nearer: number; further: number; same: number }>

export function casesFinding(rows: readonly CaseRow[]): CasesFinding {
  const changes = rows.flatMap(({ before, after }) => (before && after ? [after.off - before.off] : []))
  const count = (is: (change: number) => boolean) => changes.filter(is).length
  return {
    of: changes.length,
    nearer: count((change) => change < 0),
    further: count((change) => change > 0),
    same: count((change) => change === 0),
  }
}

/** Whether one delegation did anything with another at all, as far as this reader may hear it. */
export const hasCase = ({ question, guess, stated }: CaseRow): boolean =>
  question !== null || guess !== null || stated !== null

/** How many cases were said, of how many, and how many of those said are scored. */
export const casesCounted = (rows: readonly CaseRow[]): Readonly<{ of: number; said: number; scored: number }> => ({
  of: rows.length,
  said: rows.filter(({ stated }) => stated !== null).length,
  scored: rows.filter(({ score }) => score !== null).length,
})

/** What a side still has to do with another, in the order in which it is asked. */
export type CaseStep = 'ask-side' | 'answer-side' | 'score-case' | 'guess-side' | 'say-case'
const STEPS: readonly CaseStep[] = ['ask-side', 'answer-side', 'score-case', 'guess-side', 'say-case']

export type CaseTask = { kind: CaseStep; of: DelegationId } | { kind: 'cases-done' }

/** N1, E3: the next thing that this seat is asked while sides ask each other: with the sides dealt to it, and of the head the scores. */
export function toAskSides(state: RoomState, seat: Seat, acts: boolean): CaseTask {
  if (seat.delegation === null) return { kind: 'cases-done' }
  const own = seat.delegation
  const dealt = sidesDealtTo(state, seat)
  for (const kind of STEPS) {
    const sides = kind === 'score-case' ? (acts ? othersOf(state.plan, own) : []) : dealt
    const of = sides.find((side) => isOpen(state, own, side, kind))
    if (of) return { kind, of }
  }
  return { kind: 'cases-done' }
}

/** Whether a delegation has this step with another side ahead of it, and can take it. */
function isOpen(state: RoomState, own: DelegationId, of: DelegationId, step: CaseStep): boolean {
  const ours = caseOf(state, own, of)
  const theirs = caseOf(state, of, own)
  switch (step) {
    case 'ask-side':
      return ours.question === null
    case 'answer-side':
      return theirs.question !== null && theirs.answer === null
    case 'score-case':
      return theirs.stated !== null && theirs.score === null && scoresNow(state)
    case 'guess-side':
      return ours.question !== null && ours.guess === null
    case 'say-case':
      return ours.guess !== null && ours.stated === null
    default:
      return never(step)
  }
}

/** The words of a question or an answer between sides, as they stand. */
export function wordsOfEntry({ record }: Pick<RoomState, 'record'>, entry: number | null): string | null {
  const event = entry === null ? undefined : record.at(entry - 1)?.event
  return event && isStatement(event) ? event.text : null
}

/** The guess of another side that a delegation filed with its opening; null where it filed none, or this reader may not hear it. */
export function firstGuess(state: RoomState, own: DelegationId, of: DelegationId): AxisValue | null {
  const round = casesRound(state.plan)
  return round === null ? null : (positionFile(state, round, 'opening', own).filed?.position.guesses[of] ?? null)
}

/** Whether a room has sides ask each other, and has come to it. */
export const casesBegun = ({ plan, agenda }: Pick<RoomState, 'plan' | 'agenda'>): boolean =>
  casesPhase(plan) !== -1 && agenda.index >= casesPhase(plan)
