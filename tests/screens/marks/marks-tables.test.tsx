// The marks of a room as a page: how a mark is given stands at the top until one is, in the way that is open to the reader.
import { expect, test } from 'vitest'
import { overviewOf } from '../../../app/_marks/overview'
import type { SavedMark } from '../../../app/_marks/score'
import { StudentWork } from '../../../app/activities/[activityId]/grading/student-work'
import { GIVE_FORM, MarksTables } from '../../../app/rooms/[roomId]/marks/marks-tables'
import { CHINA_GAP_RUBRIC } from '../../support/files/rubrics'
import { given } from '../../support/given'
import { markup } from '../drawn-screens'

const rubric = CHINA_GAP_RUBRIC
const { state } = given()

function drawn(steers: boolean, marks: readonly SavedMark[] = []): string {
  const overview = overviewOf({ state, displayNames: {}, placed: [], marks, rubricOf: () => rubric })
  return markup(
    <MarksTables
      plan={state.plan}
      roomId="room"
      activityId="activity"
      overview={overview}
      newest={rubric}
      steers={steers}
      cardsOf={() => null}
    />,
  )
}

test('before the first mark the page begins with how one is given, at the desk or in its form', () => {
  const [top = ''] = drawn(true).split('<table')
  expect(top).toContain('How a mark is given')
  expect(top).toContain('keys 0 to 4')
  expect(top).toMatch(/href="\/rooms\/room\/desk"[^>]*>Score at the desk</)
  const [grader = ''] = drawn(false).split('<table')
  expect(grader).toContain('In the form on this page')
  expect(grader).toContain(`href="#${GIVE_FORM}"`)
  expect(drawn(false)).not.toContain('/desk')
})

test('once a mark is given the page begins with the marks', () => {
  const criterion = rubric.criteria.find(({ subjects }) => subjects.includes('student'))?.key ?? ''
  const mark: SavedMark = {
    ...{ id: 'mark', subject: { kind: 'student', participantId: 'amara' }, criterion, level: 3 },
    ...{ evidence: [], noEvidence: true, comment: null, at: 0 },
  }
  expect(drawn(true, [mark])).toContain('no evidence')
  expect(drawn(true, [mark])).not.toContain('How a mark is given')
})

test('Grading counts what is asked, and where nothing is asked the words alone', () => {
  const counts = (asked: number) =>
    markup(<StudentWork plan={state.plan} displayNames={{}} timeZone={undefined} work={{ ...work, asked }} />)
  const work = { late: 0, done: 0, words: 120, phases: [] }
  expect(counts(3)).toContain('asked 3, done 0 · 120 words')
  expect(counts(0)).toContain('>120 words')
})
