// The keys that score while positions stand side by side; the others do what they do everywhere.
import { type CardsPlace, cardsPlace, type Level, neighbourOf, type Subject } from '#marks/score.ts'
import type { Score } from '#marks/use-score.ts'
import type { Keys } from '#room/hooks/use-keys.ts'
import type { TensionKey } from '#simulation/kernel/ids'
import { levelsOf } from '#simulation/reading/log/rubric'
import type { RoomState } from '#simulation/state/room-state'
import type { DeskLayout } from './use-desk-layout'

type Cards = { state: RoomState; score: Score; layout: DeskLayout }

/** Where the keys stand on the cards; null while they are closed. */
export function openCards(score: Score, layout: Pick<DeskLayout, 'scoring'>): CardsPlace | null {
  const { subject, row } = score
  if (!layout.scoring || subject?.kind !== 'position') return null
  return { round: subject.round, row, delegation: subject.delegation }
}

export const subjectAt = ({ round, delegation }: CardsPlace): Subject => ({ kind: 'position', delegation, round })

/** How many criteria the positions of a round have. */
export const rowsOf = (score: Score, place: CardsPlace) => (round: TensionKey) =>
  score.criteriaFor(subjectAt({ ...place, round })).length

/** Goes to another place of the cards; after the last round to the students. */
export function goOn(state: RoomState, score: Score, place: CardsPlace, to: Parameters<typeof cardsPlace>[3]): void {
  const next = cardsPlace(state, rowsOf(score, place), place, to)
  if (next) score.choose(subjectAt(next), next.row)
  else if (to === 'next-row') toStudents(state, score)
}

/** To the first student with a level to give. */
export function toStudents(state: RoomState, score: Score): void {
  const student = neighbourOf(null, 1, state, score.marks, score.criteriaFor)
  if (student?.kind === 'student') score.choose(student)
}

export function cardsKeys({ state, score, layout }: Cards, place: CardsPlace): Keys {
  /** On to the next delegation, unless the level waits for its evidence. */
  const give = (level: Level) => {
    if (score.ready(score.setLevel(level))) goOn(state, score, place, 'next-column')
  }
  const close = () => layout.setScoring(false)
  return [
    ...levelsOf(score.rubricOf(subjectAt(place))).map((level) => [String(level), () => give(level)] as const),
    ['j', () => goOn(state, score, place, 'next-row')],
    ['k', () => goOn(state, score, place, 'row-before')],
    ['v', () => score.setNoEvidence()],
    ['Escape', close],
    ['s', close],
  ]
}
