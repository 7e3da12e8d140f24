import { beforeAll, expect, test } from 'vitest'
import type { Score } from '#marks/use-score.ts'
import { delegationIds } from '#simulation/agenda/parties'
import { fold } from '#simulation/engine/room'
import { personId } from '#simulation/kernel/ids'
import { positionSheet } from '#simulation/reading/log/position-sheet'
import { criteriaFor } from '#simulation/reading/log/rubric'
import { paragraphs } from '#simulation/reading/log/transcript'
import { evidenceFor } from '#simulation/reading/marks/evidence'
import type { RoomState } from '#simulation/state/room-state'
import { signed } from '#ui/words/signed.ts'
import {
  begunDraft,
  emptyDraft,
  isReady,
  type Level,
  type SavedMark,
  type Subject,
  sameAsDelegation,
  waitingRows,
} from '../../../app/_marks/score'
import { cardsKeys, openCards } from '../../../app/rooms/[roomId]/desk/scoring/cards-keys'
import { ScoreCards } from '../../../app/rooms/[roomId]/desk/scoring/score-cards'
import { CHINA_GAP_RUBRIC } from '../../support/files/rubrics'
import { chinaGap } from '../../support/stories/china-gap'
import { JP } from '../../support/stories/sides'
import { markup } from '../drawn-screens'
import { rehearsedSeminar } from '../record/rehearsed-seminar'

const { paragraphs: essay } = chinaGap()
const rubric = CHINA_GAP_RUBRIC
const gists = Object.fromEntries(essay.map(({ id, gist }) => [id, gist]))
const nothing = () => undefined
const layout = {
  ...({ wide: true, tab: 'record', scoring: true, digits: true, keyed: true } as const),
  ...{ setTab: nothing, toTab: nothing, setScoring: nothing, setKeyed: nothing, toScores: nothing },
}

/** A score sheet in which everything is kept that is pressed. */
class Sheet {
  subject: Subject | null
  row = 0
  given = new Map<string, { level: Level; evidence: readonly string[]; noEvidence: boolean }>()
  constructor(
    readonly state: RoomState,
    start: Subject,
  ) {
    this.subject = start
  }
  get score(): Score {
    const criteria = criteriaFor(rubric, this.subject?.kind ?? 'student')
    return {
      ...{ subject: this.subject, criteria, row: this.row, current: criteria[this.row] ?? null, marks: [] },
      rubricOf: () => rubric,
      criteriaFor: ({ kind }) => criteriaFor(rubric, kind),
      draftOf: (_criterion, subject = this.subject ?? undefined) =>
        subject ? begunDraft(this.state, subject, all, false) : emptyDraft,
      savingOf: () => null,
      ready: (draft) => isReady(draft, 'required'),
      choose: (subject, row = 0) => {
        this.subject = subject
        this.row = row
      },
      setLevel: (level, criterion = criteria[this.row]?.key, subject = this.subject ?? undefined) => {
        const draft = { ...(subject ? begunDraft(this.state, subject, all, false) : emptyDraft), level }
        if (isReady(draft, 'required')) this.given.set(`${JSON.stringify(subject)} ${criterion}`, draft)
        return draft
      },
      ...{ goTo: nothing, toggleEvidence: nothing, setNoEvidence: nothing, setComment: nothing, retry: nothing },
    }
  }
  press(key: string): void {
    const place = openCards(this.score, layout)
    if (!place) throw new Error('The cards are closed.')
    cardsKeys({ state: this.state, score: this.score, layout }, place).find(([one]) => one === key)?.[1]()
  }
}

let state: RoomState
let all: ReturnType<typeof paragraphs>
beforeAll(() => {
  const { rows, state: over } = rehearsedSeminar()
  const ends = rows.findLastIndex(({ event }) => event.type === 'PositionsRevealed') + 1
  state = fold(rows.slice(0, ends)) ?? over
  all = paragraphs(state)
})

const drawn = (subject: Extract<Subject, { kind: 'position' }>) => {
  const { score } = new Sheet(state, subject)
  return markup(
    <ScoreCards
      desk={{
        ...{
          roomId: 'room',
          state,
          displayNames: {},
          presence: { people: [], seats: [] },
          openDoor: null,
          writing: [],
        },
        ...{
          absent: { missing: [], of: 0, whom: 'class' as const },
          listens: false,
          now: () => 0,
          ask: async () => true,
        },
      }}
      score={score}
      place={{ round: subject.round, row: 0, delegation: subject.delegation }}
      entries={all}
      gists={gists}
      onClose={nothing}
    />,
  )
}
/** As the page has it, without its marks. */
const plain = (html: string) =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&#x27;', '’')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')

test('every field that a position has is on the sheet on which it is marked', () => {
  const seen = { words: 0, anchors: 0, guesses: 0, closings: 0 }
  for (const { key: round } of state.plan.rounds) {
    const page = plain(drawn({ kind: 'position', delegation: JP, round }))
    for (const delegation of delegationIds(state.plan)) {
      const sheet = positionSheet(state, round, delegation)
      for (const stood of [sheet.opening, sheet.closing]) {
        if (!stood) continue
        const { value, text, redLine, anchors } = stood.position
        const held = stood.stage === 'closing' && stood.how === 'held'
        expect(page).toContain(signed(value))
        for (const words of held ? [] : [text, redLine]) {
          expect(page).toContain(words.replaceAll("'", '’').replace(/\s+/g, ' '))
          seen.words += 1
        }
        for (const anchor of anchors)
          if (typeof anchor === 'string') {
            expect(page).toContain(anchor)
            expect(page).toContain(gists[anchor]?.replaceAll("'", '’'))
            seen.anchors += 1
          }
        if (stood.stage === 'closing') seen.closings += 1
      }
      for (const { value } of [...sheet.guesses, ...sheet.guessedBy]) {
        expect(page).toContain(signed(value))
        seen.guesses += 1
      }
      // Evidence of a thing includes the thing.
      for (const { entry } of evidenceFor(state, { kind: 'position', delegation, round }, all))
        if (entry.kind === 'statement') expect(page).toContain(entry.text.replaceAll("'", '’').replace(/\s+/g, ' '))
    }
  }
  for (const [what, count] of Object.entries(seen)) expect(count, what).toBeGreaterThan(0)
})

test('sixteen keys give a round its twelve levels, and sixty-four the four criteria of four rounds', () => {
  const criteria = rubric.criteria.filter(({ subjects }) => subjects.includes('position'))
  const [first] = state.plan.rounds
  const [us] = delegationIds(state.plan)
  if (!first || !us) throw new Error('The plan has neither')
  const sheet = new Sheet(state, { kind: 'position', delegation: us, round: first.key })
  let keys = 0
  for (const { key: round } of state.plan.rounds) {
    const before = sheet.given.size
    for (const _criterion of criteria) {
      expect(sheet.subject).toMatchObject({ round, delegation: us })
      for (const level of ['3', '2', '1']) {
        sheet.press(level)
        keys += 1
      }
      sheet.press('j')
      keys += 1
    }
    expect(sheet.given.size - before).toBe(12)
  }
  expect(keys).toBe(16 * state.plan.rounds.length)
})

test('a level without anything that shows it keeps the keys where they are', () => {
  const { rows } = rehearsedSeminar()
  const early = fold(rows.slice(0, rows.findIndex(({ event }) => event.type === 'PositionFiled') + 1))
  const [round] = early?.plan.rounds ?? []
  if (!early || !round) throw new Error('Nothing was filed')
  const sheet = new Sheet(early, { kind: 'position', delegation: JP, round: round.key })
  const saved = all
  all = paragraphs(early)
  sheet.press('3')
  all = saved
  expect(sheet.given.size).toBe(0)
  expect(sheet.subject).toMatchObject({ delegation: JP })
})

test('a student is given the level of their delegation: the nearest to its mean over the rounds', () => {
  const [a, b] = state.plan.rounds
  const seat = Object.values(state.seats).find(({ delegation }) => delegation === JP)
  if (!a || !b || !seat) throw new Error('The plan has too little')
  const held: RoomState = {
    ...state,
    seats: { ...state.seats, [seat.id]: { ...seat, holder: personId.parse('p1') } },
  }
  const mark = (round: typeof a, level: Level, at: number): SavedMark => ({
    ...{ id: `${at}`, subject: { kind: 'position', delegation: JP, round: round.key }, criterion: 'role', level },
    ...{ evidence: [], noEvidence: true, comment: null, at },
  })
  const marks = [mark(a, 1, 1), mark(a, 2, 2), mark(b, 3, 3)]
  const student: Subject = { kind: 'student', participantId: 'p1' }
  expect(sameAsDelegation(held, marks, student, 'role', () => rubric)).toEqual({ level: 3, delegation: JP })
  expect(sameAsDelegation(held, marks, student, 'answer', () => rubric)).toBe(null)
  expect(sameAsDelegation(state, marks, student, 'role', () => rubric)).toBe(null)
  // A level of another scale says nothing on this one.
  const longer = { ...rubric, scale: [...rubric.scale, 'Beyond'] }
  const isFirst = (of: Subject) => of.kind === 'position' && of.round === a.key
  const mixed = sameAsDelegation(held, marks, student, 'role', (of) => (isFirst(of) ? rubric : longer))
  expect(mixed?.level).toBe(3)
  expect(sameAsDelegation(held, marks, student, 'role', ({ kind }) => (kind === 'student' ? longer : rubric))).toBe(
    null,
  )
})

test('J4 an entry that is named counts for every level that waits for one, and for none that has some or needs none', () => {
  const level = (more: Partial<typeof emptyDraft>) => ({ ...emptyDraft, level: 3, ...more })
  const drafts: Record<string, typeof emptyDraft> = {
    ...{
      given: level({}),
      named: level({ evidence: ['4'] }),
      none: level({ noEvidence: true }),
      untouched: emptyDraft,
    },
    ...{ also: level({ level: 0 }) },
  }
  const rows = (policy: Parameters<typeof waitingRows>[2]) =>
    waitingRows(
      Object.keys(drafts).map((key) => ({ key })),
      (key) => drafts[key] ?? emptyDraft,
      policy,
    )
  expect(rows('required')).toEqual(['given', 'also'])
  expect(rows('asked')).toEqual([])
})
