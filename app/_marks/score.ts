// The subjects of marking, the saved and unsaved marks of a score sheet, and the counts shown beside it.
import { type DelegationId, personId, type TensionKey } from '#simulation/kernel/ids'
import { latestKnown } from '#simulation/reading/log/filings'
import { begunKey, type Rubric, type Rubrics, rubricOf as rubricFor, versionOf } from '#simulation/reading/log/rubric'
import { type Paragraph, paragraphs } from '#simulation/reading/log/transcript'
import { evidenceFor, isOf, type Marked } from '#simulation/reading/marks/evidence'
import type { EvidencePolicy } from '#simulation/reading/marks/grades'
import { phaseNow, type RoomState, seatHeldBy } from '#simulation/state/room-state'
import { delegationsIn } from '#ui/words/delegations.ts'

/** From 0 to the highest of its rubric. */
export type Level = number
export type Subject = Marked

/** A saved level; the newest for a subject and criterion counts. */
export type SavedMark = {
  id: string
  subject: Subject
  criterion: string
  level: Level
  evidence: readonly string[]
  noEvidence: boolean
  comment: string | null
  at: number
}

/** The rubric by which each subject of a room is judged, as it was known at `until`. */
export const rubricsOf =
  (rubrics: Rubrics, roomId: string, until?: number) =>
  (subject: Subject): Rubric =>
    rubricFor(rubrics, keyIn(roomId, subject), until)

/** The place of that version, which goes with each level that is given by it. */
export const versionIn = (rubrics: Rubrics, roomId: string, subject: Subject): number =>
  versionOf(rubrics, keyIn(roomId, subject))

const keyIn = (roomId: string, subject: Subject): string =>
  begunKey(subject.kind === 'student' ? subject : { roomId, round: subject.round })

/** A row of the score sheet on screen. It is saved once it has a level and, where that is required, evidence or the word that there is none. */
export type UnsavedMark = {
  level: Level | null
  evidence: readonly string[]
  noEvidence: boolean
  comment: string | null
}
export const emptyDraft: UnsavedMark = { level: null, evidence: [], noEvidence: false, comment: null }

export const subjectKey = (subject: Subject): string =>
  subject.kind === 'position' ? `position/${subject.delegation}/${subject.round}` : `student/${subject.participantId}`
export const rowKey = (subject: Subject, criterion: string): string => `${subjectKey(subject)}/${criterion}`

/** Where a grader stands once the criteria are others: at the criterion at which they stood, else at the nearest that is left. */
export function placeIn(
  criteria: readonly { key: string }[],
  { key, row }: { key: string | null; row: number },
): number {
  const kept = criteria.findIndex((one) => one.key === key)
  return kept === -1 ? Math.max(0, Math.min(row, criteria.length - 1)) : kept
}

export const isReady = (draft: UnsavedMark, policy: EvidencePolicy): draft is UnsavedMark & { level: Level } =>
  draft.level !== null && (policy !== 'required' || draft.noEvidence === (draft.evidence.length === 0))

/**
 * The rows of a sheet, by their criteria, whose level is given and waits for evidence or the word that there is none: one key then does for
 * all of them. Nothing waits where no evidence is required.
 */
export const waitingRows = (
  criteria: readonly { readonly key: string }[],
  draftOf: (criterion: string) => UnsavedMark,
  policy: EvidencePolicy,
): readonly string[] =>
  criteria.flatMap(({ key }) => {
    const draft = draftOf(key)
    return draft.level !== null && !isReady(draft, policy) ? [key] : []
  })

/** Every saved level of one row, oldest first. */
export const historyOf = (marks: readonly SavedMark[], subject: Subject, criterion: string): readonly SavedMark[] =>
  marks.filter((mark) => rowKey(mark.subject, mark.criterion) === rowKey(subject, criterion))

export const standing = (marks: readonly SavedMark[], subject: Subject, criterion: string): SavedMark | null =>
  historyOf(marks, subject, criterion).at(-1) ?? null

export type Counts = { statements: number; answers: number; anchors: number; seconds: number }

/** What is counted of statements and of turns without words, beside the rubric. */
export function countsOf(state: RoomState, subject: Subject): Counts {
  const counts: Counts = { statements: 0, answers: 0, anchors: 0, seconds: 0 }
  for (const entry of paragraphs(state)) {
    if ((entry.kind !== 'statement' && entry.kind !== 'turn') || !isOf(state, subject, entry)) continue
    counts.statements += entry.kind === 'statement' ? 1 : 0
    counts.answers += entry.answers === null ? 0 : 1
    counts.anchors += entry.anchors.length
    counts.seconds += entry.seconds
  }
  return counts
}

/** Everyone who can be marked as a student: those who hold a seat, have spoken, or have a mark. */
function studentsOf(state: RoomState, marks: readonly SavedMark[]): readonly string[] {
  const seated = Object.values(state.seats).flatMap(({ holder }) => holder ?? [])
  const heard = paragraphs(state).flatMap(({ person }) => person ?? [])
  const marked = marks.flatMap(({ subject }) => (subject.kind === 'student' ? subject.participantId : []))
  return [...new Set<string>([...seated, ...heard, ...marked])]
}

const positionsOf = (state: RoomState): readonly Subject[] =>
  state.plan.rounds.flatMap((round) =>
    delegationsIn(state.plan).map(
      ({ id: delegation }): Subject => ({ kind: 'position', delegation, round: round.key }),
    ),
  )

/** The subjects in the sheet's order: the positions round by round, then the students. */
export const subjectsOf = (state: RoomState, marks: readonly SavedMark[]): readonly Subject[] => [
  ...positionsOf(state),
  ...studentsOf(state, marks).map((participantId): Subject => ({ kind: 'student', participantId })),
]

/** Which criteria a subject is judged by. */
type CriteriaFor = (subject: Subject) => readonly { readonly key: string }[]

const wantsMark = (marks: readonly SavedMark[], criteriaFor: CriteriaFor, subject: Subject): boolean =>
  criteriaFor(subject).some(({ key }) => standing(marks, subject, key) === null)

/** Whether there is anything of the subject to judge, or a mark that it was given; a position that nobody has filed has neither. */
const isAtHand = (state: RoomState, marks: readonly SavedMark[], subject: Subject): boolean =>
  subject.kind === 'student' ||
  latestKnown(state, subject.round)[subject.delegation] !== undefined ||
  marks.some((mark) => subjectKey(mark.subject) === subjectKey(subject))

/** Where the keys begin when nothing is chosen: the first student who has something to mark. */
const firstStudent = (
  marks: readonly SavedMark[],
  criteriaFor: CriteriaFor,
  all: readonly Subject[],
): Subject | null => {
  const students = all.filter(({ kind }) => kind === 'student')
  return students.find((subject) => wantsMark(marks, criteriaFor, subject)) ?? students[0] ?? all[0] ?? null
}

/** The subject of the first key: the current round's first position, and after the rounds, or before one is filed, the first student to mark. */
export function firstSubject(state: RoomState, marks: readonly SavedMark[], criteriaFor: CriteriaFor): Subject | null {
  const all = subjectsOf(state, marks)
  const round = phaseNow(state)?.round
  const ofRound = all.find(
    (subject) => subject.kind === 'position' && subject.round === round && isAtHand(state, marks, subject),
  )
  return ofRound ?? firstStudent(marks, criteriaFor, all)
}

/**
 * The subject after or before the given one, past positions that nobody has filed: walked through one by one, they would stand between the
 * instructor and the students.
 */
export function neighbourOf(
  subject: Subject | null,
  by: 1 | -1,
  state: RoomState,
  marks: readonly SavedMark[],
  criteriaFor: CriteriaFor,
): Subject | null {
  const all = subjectsOf(state, marks)
  if (!subject) return firstStudent(marks, criteriaFor, all)
  const own = subjectKey(subject)
  const stops = all.filter((one) => subjectKey(one) === own || isAtHand(state, marks, one))
  return stops[stops.findIndex((one) => subjectKey(one) === own) + by] ?? null
}

/**
 * What stands in a row before anybody has touched it: as evidence, what the subject wrote; and where a position is open with nothing of their
 * own, that nothing shows it.
 */
export function begunDraft(
  state: RoomState,
  subject: Subject,
  entries: readonly Paragraph[],
  outOfRole: boolean,
): UnsavedMark {
  const offered = evidenceFor(state, subject, entries, outOfRole)
  const evidence = offered.flatMap(({ entry, own }) => (own ? [entry.no] : []))
  const isOpen = offered.some(({ entry }) => entry.kind === 'reveal')
  return { ...emptyDraft, evidence, noEvidence: subject.kind === 'position' && isOpen && evidence.length === 0 }
}

/** The level that a student's delegation was given for a criterion, over its rounds on as many levels: the nearest to their mean; null while it has none. */
export function sameAsDelegation(
  state: RoomState,
  marks: readonly SavedMark[],
  subject: Subject,
  criterion: string,
  rubricOf: (subject: Subject) => Rubric,
): { level: Level; delegation: DelegationId } | null {
  if (subject.kind !== 'student') return null
  const delegation = seatHeldBy(state, personId.parse(subject.participantId))?.delegation ?? null
  if (delegation === null) return null
  const given = state.plan.rounds.flatMap(({ key }) => {
    const position: Subject = { kind: 'position', delegation, round: key }
    const isSameScale = rubricOf(position).scale.length === rubricOf(subject).scale.length
    return (isSameScale ? standing(marks, position, criterion)?.level : null) ?? []
  })
  if (given.length === 0) return null
  return { level: Math.round(given.reduce((sum, level) => sum + level, 0) / given.length), delegation }
}

/** Where the keys stand on the cards: a round, one of its criteria, and a delegation's column. */
export type CardsPlace = Readonly<{ round: TensionKey; row: number; delegation: DelegationId }>

/** The place to which a key goes: from column to column, and from criterion to criterion, on into the next round. */
export function cardsPlace(
  state: RoomState,
  /** How many criteria a round has. */
  rowsOf: (round: TensionKey) => number,
  place: CardsPlace,
  to: 'next-column' | 'column-before' | 'next-row' | 'row-before',
): CardsPlace | null {
  const columns = delegationsIn(state.plan).map(({ id }) => id)
  const at = columns.indexOf(place.delegation)
  const [first] = columns
  if (to === 'next-column' || to === 'column-before') {
    const delegation = columns[at + (to === 'next-column' ? 1 : -1)]
    return delegation === undefined ? null : { ...place, delegation }
  }
  const rounds = state.plan.rounds.map(({ key }) => key)
  const by = to === 'next-row' ? 1 : -1
  const row = place.row + by
  if (first === undefined) return null
  if (row >= 0 && row < rowsOf(place.round)) return { ...place, row, delegation: first }
  const round = rounds[rounds.indexOf(place.round) + by]
  return round === undefined ? null : { round, row: by > 0 ? 0 : rowsOf(round) - 1, delegation: first }
}

/** How many levels stand of the positions, and out of how many: for each round, and in all. */
export function positionLevels(state: RoomState, marks: readonly SavedMark[], criteriaFor: CriteriaFor) {
  const perRound = state.plan.rounds.map(({ key: round }) => {
    const cells = delegationsIn(state.plan).flatMap(({ id: delegation }) => {
      const subject: Subject = { kind: 'position', delegation, round }
      return criteriaFor(subject).map(({ key }) => standing(marks, subject, key))
    })
    return { given: cells.filter((mark) => mark !== null).length, of: cells.length }
  })
  const inAll = (key: 'given' | 'of') => perRound.reduce((sum, one) => sum + one[key], 0)
  return { perRound, given: inAll('given'), of: inAll('of') }
}
