// Homework debates (rules H1–H9). In the made-up calendar each phase is 24 hours after the last.
import { describe, expect, test } from 'vitest'
import { nextDue } from '#simulation/engine/timers'
import { personId, seatId } from '#simulation/kernel/ids'
import { ledBy } from '#simulation/questions/homework'
import { paragraphs } from '#simulation/reading/log/transcript'
import { progressOf } from '#simulation/reading/marks/completion'
import { DAY, givenWeek, HOUR, type More, phaseOf, post } from '../../screens/homework/given-week'
import type { Written } from '../../support/cast'
import { AMARA, BEN, CHAIR, DAIKI, HANA, IVO } from '../../support/cast'
import type { Room } from '../../support/given'
import { given, instantOf } from '../../support/given'
import { JP, US } from '../../support/stories/sides'

const OPENINGS = phaseOf('openings')
const FLOOR = phaseOf('floor')
/** Phase n opens at n days and is due twenty hours later. */
const opensAt = (phase: number) => phase * DAY
const dueAt = (phase: number) => phase * DAY + 20 * HOUR
/** The cast in the debate, of which nothing is required, advanced to an hour by the clock alone. */
const debate = (until: number, more: More = {}): Room => givenWeek(until, { requires: [], ...more })

describe('homework', () => {
  test('T9 a post that asks may say to whom, and keeps it when it opens; no other post does', () => {
    const room = debate(opensAt(OPENINGS))
    const asks = (intent: 'point' | 'question', to: string): Written => ({
      type: 'postStatement',
      phase: OPENINGS,
      ...{ round: 'framing', text: 'Will you pay?', intent, answers: null, to, anchors: [] },
    })
    const asked = asks('question', JP)
    room.when(AMARA, asks('point', JP)).isRefused('no-question')
    room.when(AMARA, asks('question', US)).isRefused('not-asked-of-oneself')
    room.when(AMARA, asked).happens({ type: 'StatementPosted', intent: 'question', to: JP })
    const sealed = debate(opensAt(OPENINGS), { postFirst: true }).does(AMARA, asked, opensAt(OPENINGS))
    expect(sealed.runs(dueAt(OPENINGS)).events('StatementPosted')).toMatchObject([{ to: JP }])
  })

  test('H1 a phase opens at its instant and ends at its deadline, and between two nothing runs', () => {
    const room = debate(dueAt(0))
    expect(room.events('PhaseStarted')).toEqual([
      { type: 'PhaseStarted', index: 0, startsAt: instantOf(0), endsAt: instantOf(dueAt(0)) },
    ])
    expect(room.state.agenda).toEqual({ index: 0, status: 'between' })
    expect(nextDue(room.state, instantOf(dueAt(0)))).toMatchObject({
      at: instantOf(opensAt(1)),
      command: { type: 'startPhase', index: 1 },
    })
    room.runs(100 * DAY)
    expect(room.events('PhaseEnded').map((event) => 'endedAt' in event && event.endedAt)).toEqual(
      room.state.plan.phases.map((_phase, index) => instantOf(dueAt(index))),
    )
    expect(room.state.agenda.status).toBe('finished')
  })

  test('H2 a seated delegate posts on any round without the floor, where the phase takes posts', () => {
    const room = debate(opensAt(OPENINGS))
    for (const round of ['framing', 'deterrence', 'cptpp'])
      room
        .when(AMARA, post(OPENINGS, 'A post.', round))
        .happens({ type: 'StatementPosted', seat: 'us.state', round, late: false })
    room.when(AMARA, post(OPENINGS, 'A post.', 'guardrails')).isRefused('no-such-round')
    room.when(AMARA, post(99, 'A post.')).isRefused('no-such-phase')
    room.when(AMARA, post(phaseOf('ballot'), 'A post.')).isRefused('wrong-phase')
    room.when(AMARA, post(FLOOR, 'A post.')).isRefused('not-open-yet')
    room.when(IVO, post(OPENINGS, 'A post.')).isRefused('not-seated')
    room.when(HANA, post(OPENINGS, 'A post.')).isRefused('not-own-delegation')
    room.when(AMARA, post(OPENINGS, 'To nothing.', 'framing', 999)).isRefused('no-such-entry')
    room.when(AMARA, post(OPENINGS, 'To procedure.', 'framing', 1)).isRefused('not-a-statement')
    given().enters('floor').when(AMARA, post(4, 'A post.')).isRefused('not-homework')
  })

  test('H2 T3 a post is a statement: its seat withdraws it, and others answer it', () => {
    const room = debate(opensAt(OPENINGS)).does(AMARA, post(OPENINGS, 'A post.'))
    const entry = room.state.record.length
    room.when(DAIKI, post(OPENINGS, 'An answer.', 'framing', entry)).isAllowed()
    room.when(DAIKI, { type: 'withdrawStatement', entry, reason: null }).isRefused('not-own-statement')
    room.when(AMARA, { type: 'withdrawStatement', entry, reason: null }).happens({ type: 'StatementWithdrawn', entry })
  })

  test('H3 a reflection may come late too; a position, a ballot and a stance may not', () => {
    const REFLECTION = phaseOf('reflection')
    const written: Written = { type: 'writeReflection', prompt: 0, text: 'I argued what I do not think.' }
    const early = debate(opensAt(REFLECTION) - 1)
    early.when(AMARA, written).isRefused('not-open-yet')
    const room = debate(opensAt(REFLECTION))
    room.when(AMARA, written).happens({ type: 'ReflectionWritten', prompt: 0 })
    room.runs(dueAt(REFLECTION)).does(AMARA, written)
    expect(room.events('ReflectionWritten')).toHaveLength(1)
    const phase = progressOf(room.state, personId.parse('amara'), instantOf(dueAt(REFLECTION))).find(
      ({ phase }) => phase === REFLECTION,
    )
    expect(phase?.counted.every(({ done }) => done === 1)).toBe(true)
    room.when(BEN, written, dueAt(REFLECTION) + 48 * HOUR - 1).isAllowed()
    room.when(BEN, written, dueAt(REFLECTION) + 48 * HOUR).isRefused('deadline-passed')
    debate(dueAt(REFLECTION), { lateHours: 0 }).when(AMARA, written).isRefused('deadline-passed')
    room
      .when(AMARA, { type: 'markStance', round: 'framing', value: 1 }, dueAt(REFLECTION))
      .isRefused('phase-not-running')
  })

  test('H4 the chair moves the deadline of a phase that has not ended, later than now', () => {
    const room = debate(opensAt(OPENINGS))
    const move = (phase: number, to: number) => ({ type: 'moveDeadline', phase, dueAt: instantOf(to) }) as const
    room.when(AMARA, move(OPENINGS, opensAt(9))).isRefused('not-the-chair')
    room.when(CHAIR, move(OPENINGS, opensAt(OPENINGS))).isRefused('deadline-in-the-past')
    room.when(CHAIR, move(OPENINGS, dueAt(OPENINGS))).isRefused('nothing-changed')
    room.when(CHAIR, move(OPENINGS - 1, opensAt(9))).isRefused('phase-ended')
    room.when(CHAIR, move(99, opensAt(9))).isRefused('no-such-phase')
    room.when(CHAIR, move(OPENINGS, opensAt(9)), dueAt(OPENINGS)).isRefused('phase-ended')
    given().when(CHAIR, move(0, 50)).isRefused('not-homework')
    room.does(CHAIR, move(OPENINGS, dueAt(OPENINGS) + HOUR)).does(CHAIR, move(FLOOR, dueAt(FLOOR) + HOUR))
    expect(nextDue(room.state, instantOf(opensAt(OPENINGS)))).toMatchObject({ at: instantOf(dueAt(OPENINGS) + HOUR) })
    room.runs(opensAt(FLOOR))
    expect(room.state.clock?.endsAt).toBe(instantOf(dueAt(FLOOR) + HOUR))
  })

  test('H5 an extension moves the deadline of one person, and only they and the chair hear of it', () => {
    const room = debate(opensAt(OPENINGS))
    const extend = (to: number, phase = OPENINGS) =>
      ({ type: 'grantExtension', person: 'amara', phase, dueAt: instantOf(to) }) as const
    room.when(BEN, extend(opensAt(9))).isRefused('not-the-chair')
    room.when(CHAIR, extend(dueAt(OPENINGS))).isRefused('deadline-in-the-past')
    room.when(CHAIR, extend(opensAt(9), 99)).isRefused('no-such-phase')
    given().when(CHAIR, extend(50)).isRefused('not-homework')
    room.does(CHAIR, extend(dueAt(OPENINGS) + 23 * HOUR))
    expect(room.hearersOf('ExtensionGranted')).toEqual(['chair', 'amara'])
    const later = dueAt(OPENINGS) + 22 * HOUR
    room.runs(later)
    room.when(AMARA, post(OPENINGS, 'Extended.'), later).happens({ type: 'StatementPosted', late: false })
    room.when(BEN, post(OPENINGS, 'Not extended.'), later).happens({ type: 'StatementPosted', late: true })
  })

  test('H6 where everyone posts first, openings are sealed and open together in the order written', () => {
    const room = debate(opensAt(OPENINGS), { postFirst: true })
    room.does(DAIKI, post(OPENINGS, 'First.'), opensAt(OPENINGS) + 1)
    expect(room.hearersOf('PostSealed')).toEqual(['chair', 'daiki'])
    room.does(AMARA, post(OPENINGS, 'Second.'), opensAt(OPENINGS) + 2)
    expect(room.events('StatementPosted')).toEqual([])
    room.runs(dueAt(OPENINGS))
    expect(room.events('StatementPosted')).toMatchObject([
      { text: 'First.', author: DAIKI, postedAt: instantOf(opensAt(OPENINGS) + 1), unseals: 'p4-1' },
      { text: 'Second.', author: AMARA, postedAt: instantOf(opensAt(OPENINGS) + 2), unseals: 'p1-1' },
    ])
    expect(room.hearersOf('StatementPosted')).toContain('stage')
    room.when(BEN, post(OPENINGS, 'Late.')).happens({ type: 'StatementPosted', unseals: null, late: true })
  })

  test('H6 P12 the end that opened them is not undone', () => {
    const room = debate(opensAt(OPENINGS), { postFirst: true })
    const end = { type: 'endPhase', index: OPENINGS } as const
    room.does(CHAIR, end).does(CHAIR, { type: 'undoLastStep' })
    room.does(DAIKI, post(OPENINGS, 'First.'), opensAt(OPENINGS) + 1)
    room.does(CHAIR, end).when(CHAIR, { type: 'undoLastStep' }).isRefused('nothing-to-undo')
  })

  test('H6 a sealed post that has opened is told once, under its public number', () => {
    const room = debate(opensAt(OPENINGS), { postFirst: true }).does(AMARA, post(OPENINGS, 'Sealed, then open.'))
    const told = () => paragraphs(room.state).filter(({ kind }) => kind === 'statement')
    expect(told()).toMatchObject([{ no: 'p1-1', was: null }])
    room.runs(dueAt(OPENINGS))
    const [opened, ...more] = told()
    expect(opened).toMatchObject({ was: 'p1-1', text: 'Sealed, then open.' })
    expect(opened?.no).toMatch(/^\d+$/)
    expect(more).toEqual([])
  })

  test('H8 the tensions are dealt out along the seats of a delegation', () => {
    const { plan } = debate(0).state
    const led = (seat: string) => {
      const found = plan.seats.find((candidate) => candidate.id === seatId.parse(seat))
      return found ? ledBy(plan, found) : null
    }
    expect(['us.state', 'us.treasury', 'us.defense'].map(led)).toEqual([['framing'], ['deterrence'], ['cptpp']])
    expect(['jp.pm', 'jp.finance'].map(led)).toEqual([['framing', 'cptpp'], ['deterrence']])
  })
})
