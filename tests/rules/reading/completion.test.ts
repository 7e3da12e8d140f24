// Progress with a week's requirements (H7), as a law over random weeks.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { personId } from '#simulation/kernel/ids'
import { askingPhases, assignmentOf, currentPhase, headlineOf } from '#simulation/reading/homework/assignment'
import { doneAmong, owedIn, progressOf } from '#simulation/reading/marks/completion'
import { studentWork } from '#simulation/reading/text/student-work'
import { storyOf } from '../../support/stories/stories'
import { PEOPLE, week } from '../../support/stories/story-script'

const seed = Number(process.env.STORY_SEED ?? 20260112)

test('H7 H13 a phase is done when nothing of it is owed, and what is done beyond one thing never makes up for another; what was over before somebody came is not missing', () => {
  const seen = { phases: 0, done: 0, late: 0, owed: 0, before: 0, missing: 0 }
  fc.assert(
    fc.property(week(250), (told) => {
      const { state, rows } = storyOf(told)
      const now = rows.at(-1)?.at ?? 0
      const takenBack = rows.flatMap(({ event }) => {
        const entry = event.type === 'StatementWithdrawn' ? state.record.at(event.entry - 1) : undefined
        return entry?.event.type === 'StatementPosted' ? [entry.event.unseals ?? entry.no] : []
      })
      const people = PEOPLE.map((name) => personId.parse(name))
      const all = people.map((person) => progressOf(state, person, now))
      for (const [index, person] of people.entries()) {
        for (const progress of all[index] ?? []) {
          const { phase, counted, asked, done, status, dueAt, lateBy, addedAfter } = progress
          expect(done).toBeLessThanOrEqual(asked)
          expect(owedIn(progress)).toBe(counted.reduce((sum, one) => sum + Math.max(0, one.asked - one.done), 0))
          const whole = counted.length > 0 && phase <= state.agenda.index && done === asked
          expect(status === 'done' || status === 'late').toBe(whole || (status === 'done' && counted.length === 0))
          const last = Math.max(
            0,
            ...state.work
              .toArray()
              .flatMap(({ by, phase: of, entry, at }) =>
                by === person && of === phase && !takenBack.includes(entry ?? '') ? [at] : [],
              ),
          )
          const after = dueAt !== null && last >= dueAt ? last - dueAt : null
          // H24: what came after the deadline is late or was added, never both.
          expect([lateBy, addedAfter].filter((one) => one !== null)).toHaveLength(after === null ? 0 : 1)
          expect(addedAfter === null || addedAfter === after).toBe(true)
          expect(lateBy === null || (status !== 'done' && lateBy >= 0 && lateBy <= (after ?? -1))).toBe(true)
          seen.phases += 1
          if (status === 'done' && counted.length > 0) seen.done += 1
          if (status === 'late') seen.late += 1
          if (owedIn(progress) > 0) seen.owed += 1
          const sat = rows.find(({ event }) => event.type === 'SeatTaken' && event.person === person)?.at
          const isBefore = sat !== undefined && dueAt !== null && sat >= dueAt
          if (status === 'before') expect(isBefore).toBe(true)
          if (status === 'missing') expect(isBefore).toBe(false)
          if (status === 'before' || status === 'missing') seen[status] += 1
        }
        // J5 H13: whoever grades is told of the same, and of nothing that was over before they came.
        const asking = (all[index] ?? []).filter(({ status }) => status !== 'before' && status !== 'ahead')
        const work = studentWork(state, person, now)
        expect(work.asked).toBe(asking.reduce((sum, { asked }) => sum + asked, 0))
        expect(work.done).toBe(asking.reduce((sum, { done }) => sum + done, 0))
        const head = headlineOf(assignmentOf(state, person, now))
        if (head.kind === 'due' || head.kind === 'late') expect(owedIn(head.asked)).toBeGreaterThan(0)
      }
      for (const { phase } of askingPhases(state)) {
        const { asked, done } = doneAmong(all, phase)
        expect(done).toBeLessThanOrEqual(asked)
        const came = all.filter((each) => each[phase]?.counted.length && each[phase]?.status !== 'before')
        expect(asked).toBe(came.length)
      }
      expect(state.plan.phases[currentPhase(state)]).toBeDefined()
    }),
    { seed, numRuns: 40 },
  )
  expect(seen.phases).toBeGreaterThan(1000)
  expect(seen.owed).toBeGreaterThan(200)
  expect(seen.done).toBeGreaterThan(20)
  expect(seen.before).toBeGreaterThan(5)
  expect(seen.missing).toBeGreaterThan(20)
})
