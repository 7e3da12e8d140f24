// A student's own marks by any rubric: what a level of nothing shown says, the sum as it is made, and the finding.
import { expect, test } from 'vitest'
import { paragraphs } from '#simulation/reading/log/transcript'
import type { SavedMark } from '../../../app/_marks/score'
import { OwnFinding } from '../../../app/my/marks/[activityId]/own-finding'
import { OwnMark } from '../../../app/my/marks/[activityId]/own-mark'
import { OwnSum } from '../../../app/my/marks/[activityId]/own-sum'
import { AMARA, BEN } from '../../support/cast'
import { CHINA_GAP_RUBRIC, rubricWith } from '../../support/files/rubrics'
import { US } from '../../support/stories/sides'
import { markup } from '../drawn-screens'
import { DAY, dueOf, givenWeek, HOUR, opensAt, phaseOf, post } from '../homework/given-week'

const mark = (criterion: string, level: number): SavedMark => ({
  ...{ id: criterion, subject: { kind: 'student', participantId: 'mei' }, criterion, level },
  ...{ evidence: [], noEvidence: true, comment: null, at: 0 },
})
const words = (html: string) => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')

test('J4 only where a level had to name what shows it does a student read that nothing does', () => {
  const [criterion] = CHINA_GAP_RUBRIC.criteria
  const drawn = (required: boolean) =>
    words(
      markup(
        <OwnMark
          {...{ criterion: criterion!, mark: mark('role', 0), rubric: CHINA_GAP_RUBRIC, required, roomId: 'room' }}
          {...{ entries: new Map(), plan: givenWeek(0).state.plan, delegation: null, timeZone: 'Asia/Tokyo' }}
        />,
      ),
    )
  expect(drawn(true)).toContain('found no entry that shows it')
  expect(drawn(false)).not.toMatch(/no entry|no evidence|missing/i)
})

test('J10 the sum is written out as it is made', () => {
  const reviewed = { counted: 6.8, total: 6.8, off: 0, late: [], daysLeft: 0 }
  const shares = [{ of: 'peer-reviews', points: 5, weight: 10 }] as const
  const sum = (
    rubric: Parameters<typeof OwnSum>[0]['rubric'],
    levels: readonly number[],
    counted: Parameters<typeof OwnSum>[0]['counted'] = reviewed,
  ) => {
    const rows = rubric.criteria.map((criterion, at) => ({ criterion, mark: mark(criterion.key, levels[at] ?? 0) }))
    return words(markup(<OwnSum rubric={rubric} rows={rows} counted={counted} shares={shares} />))
  }
  const plain = rubricWith(['role', 'text'])
  expect(sum(plain, [3, 4])).toContain('3 + 4 = 7 of 8')
  expect(sum(plain, [3, 4])).toContain('Peer reviews are 10 % of it, with 5 points: that makes 6.8.')
  expect(sum(plain, [3, 4], { ...reviewed, counted: 7 })).not.toContain('Peer')
  const [role, text] = plain.criteria
  const weighed = {
    ...plain,
    points: 12.5,
    criteria: [
      { ...role!, weight: 70 },
      { ...text!, weight: 30 },
    ],
  }
  expect(sum(weighed, [3, 4])).toContain('(70 % × 3/4 + 30 % × 4/4) × 12.5 = 10.31 of 12.5')
  expect(sum(weighed, [3, 4])).toContain('The number beside each is its weight')
})

test('the finding counts as many levels as the rubric has criteria, and says of no moment that it is missing', () => {
  const finding = (keys: readonly string[], levels: readonly number[]) => {
    const rubric = rubricWith(keys)
    const rows = rubric.criteria.map((criterion, at) => ({ criterion, mark: mark(criterion.key, levels[at] ?? 0) }))
    return words(markup(<OwnFinding {...{ plan: undefined, rows, rubric, name: 'Mei', seat: null, moments: 0 }} />))
  }
  const five = ['a', 'b', 'c', 'd', 'e']
  expect(finding(five, [3, 3, 3, 3, 3])).toContain('All five levels are sound.')
  expect(finding([...five, 'f', 'g'], [3, 3, 3, 3, 3, 1, 1])).toContain(
    '5 levels are sound. Two levels are first signs.',
  )
  expect(finding(five, [3, 3, 3, 3, 3])).not.toContain('moments')
})

test('J4 what is named as evidence stands on its author’s page in its own words, a position paper too', () => {
  const room = givenWeek(opensAt('caucus') + HOUR)
    .does(AMARA, {
      ...{ type: 'filePosition', round: 'framing', stage: 'opening', value: 1, redLine: '', anchors: [], guesses: {} },
      text: 'Five plain words of mine.',
    })
    .runs(dueOf('caucus') + DAY)
    .runs(opensAt('floor'))
    .does(BEN, post(phaseOf('floor'), 'No, and here is why.'))
  const { state } = room
  const mine = paragraphs(room.as(room.viewerOf('amara')))
  const entries = new Map(mine.map((entry) => [entry.no, entry]))
  const [criterion] = CHINA_GAP_RUBRIC.criteria
  const cited = (evidence: string[]) =>
    words(
      markup(
        <OwnMark
          {...{ criterion: criterion!, rubric: CHINA_GAP_RUBRIC, required: true, roomId: 'room', entries }}
          {...{ mark: { ...mark('role', 3), evidence, noEvidence: false }, timeZone: 'Asia/Tokyo' }}
          {...{ plan: state.plan, delegation: US }}
        />,
      ),
    )
  const reveal = mine.find((entry) => entry.kind === 'reveal' && entry.round === 'framing')
  expect(cited([reveal?.no ?? ''])).toContain('Five plain words of mine.')
  expect(cited([...entries.keys()])).not.toContain('Said where you did not hear it')
  expect(cited(['no-such-entry'])).toContain('Said where you did not hear it')
})
