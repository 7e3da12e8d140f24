// Which clock the times of a record are told by: it is said at its head, wherever a record is read, and every time shown is of that clock.
import type { ReactNode } from 'react'
import { describe, expect, test } from 'vitest'
import { ownRubric } from '#simulation/reading/log/rubric'
import { paragraphs } from '#simulation/reading/log/transcript'
import { timeOfDay } from '../../../app/_format/clock-time'
import { SearchView } from '../../../app/courses/[courseId]/search/search-view'
import { OwnMark } from '../../../app/my/marks/[activityId]/own-mark'
import { MomentView } from '../../../app/rooms/[roomId]/replay/moment-view'
import { chinaGap } from '../../support/stories/china-gap'
import { otherScreens, playedOf, words } from '../drawn-screens'

const played = playedOf(chinaGap())

test('a record says that its times are the course’s, and in which zone', () => {
  const { transcript, debrief } = otherScreens(played)
  for (const screen of [transcript, debrief]) expect(words(screen)).toContain('Times in UTC, the course’s time zone')
})

describe('in a course whose zone is neither the machine’s nor the reader’s', () => {
  // Half an hour beside every other clock: a time of another zone shows in its minutes.
  const timeZone = 'Asia/Kolkata'
  const said = paragraphs(played.state)
  /** Every time of day on a screen, to the second. */
  const timesOn = (screen: ReactNode): string[] => words(screen).match(/\b\d\d:\d\d:\d\d\b/g) ?? []

  test('the replay tells every entry by the course’s clock', () => {
    const { state, rows } = played
    const screen = (
      <MomentView
        roomId="room"
        state={state}
        instant={rows.at(-1)?.at ?? 0}
        about={{ plan: state.plan, displayNames: {}, timeZone }}
      />
    )
    expect(words(screen)).toContain('Times in Kolkata, the course’s time zone')
    const times = timesOn(screen)
    expect(times.length).toBeGreaterThan(3)
    // The seminar is shorter than the course's zone is away from any other that could be shown.
    const [from, to] = [rows[0], rows.at(-1)].map((row) => timeOfDay(row?.at ?? 0, { timeZone }))
    expect(times.filter((time) => time < (from ?? '') || time > (to ?? ''))).toEqual([])
  })

  test('a search tells every hit by the course’s clock', () => {
    const found = said
      .flatMap((entry) => (entry.kind === 'statement' ? [entry] : []))
      .slice(0, 5)
      .map(({ no, seq, at, text }) => ({
        ...{ roomId: 'room', no, seq, at: new Date(at), body: text, room: 'Table 3', activity: 'The gap' },
        ...{ type: 'StatementMade' as const, office: null, delegation: null, plan: played.state.plan },
        ...{ who: null, understudy: true },
      }))
    const screen = (
      <SearchView
        query={{ q: 'the', activity: null, from: 0 }}
        course={{ id: 'course', title: 'Diplomacy', timeZone }}
        activities={[]}
        rooms={1}
        teaches
        most={50}
        answer={{
          empty: false,
          common: [],
          total: found.length,
          found,
          marks: { words: ['the'], runs: [] },
          behind: 0,
        }}
      />
    )
    expect(words(screen)).toContain('Times in Kolkata, the course’s time zone')
    expect(timesOn(screen)).toEqual(found.map(({ at }) => timeOfDay(at.getTime(), { timeZone })))
  })

  test('a student’s marks tell each moment by the course’s clock', () => {
    const rubric = ownRubric(played.scenario.rubric)
    const [criterion] = rubric.criteria
    const cited = said
      .flatMap((entry) => (entry.kind === 'statement' && entry.answers === null ? [entry] : []))
      .slice(0, 3)
    if (!criterion) throw new Error('The rubric has no criterion.')
    const screen = (
      <OwnMark
        plan={played.state.plan}
        delegation={null}
        criterion={criterion}
        mark={{
          ...{ id: 'mark', criterion: criterion.key, level: 3, at: 0 },
          subject: { kind: 'student', participantId: 'p' },
          ...{ evidence: cited.map(({ no }) => no), noEvidence: false, comment: null },
        }}
        rubric={rubric}
        required={true}
        roomId="room"
        entries={new Map(cited.map((entry) => [entry.no, entry]))}
        timeZone={timeZone}
      />
    )
    expect(timesOn(screen)).toEqual(cited.map(({ at }) => timeOfDay(at, { timeZone })))
  })
})
