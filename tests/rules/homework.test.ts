// Homework debates (rules H1–H9). In the made-up calendar each phase is 24 hours after the last.
import { describe, expect, test } from 'vitest'
import type { Requirement } from '#simulation/agenda/plan'
import { nextDue } from '#simulation/engine/timers'
import { personId, seatId } from '#simulation/kernel/ids'
import { homeworkAgendaOf, planHomework } from '#simulation/planning/homework-planning'
import type { PlannedRoom } from '#simulation/planning/planning'
import { ledBy } from '#simulation/questions/homework'
import { progressOf } from '#simulation/reading/completion'
import { paragraphs } from '#simulation/reading/transcript'
import type { Written } from '../support/cast'
import { AMARA, BEN, CHAIR, CLOCK, DAIKI, HANA, IVO } from '../support/cast'
import { chinaGap } from '../support/china-gap'
import type { Room } from '../support/given'
import { given, instantOf } from '../support/given'
import { CN, JP, US } from '../support/sides'

const HOUR = 3600
const DAY = 24 * HOUR
const AGENDA = homeworkAgendaOf(chinaGap(), 'homework-week').phases
const KINDS = AGENDA.map((phase) => phase.phase)
const phaseOf = (kind: (typeof KINDS)[number]) => KINDS.indexOf(kind)
const OPENINGS = phaseOf('openings')
const FLOOR = phaseOf('floor')
/** Phase n opens at n days and is due twenty hours later. */
const opensAt = (phase: number) => phase * DAY
const dueAt = (phase: number) => phase * DAY + 20 * HOUR

function week(more: { lateHours?: number; postFirst?: boolean; requires?: Requirement[] } = {}): PlannedRoom {
  return planHomework(chinaGap(), {
    agendaKey: 'homework-week',
    rounds: ['framing', 'deterrence', 'cptpp'],
    chairs: { [US]: 3, [JP]: 2, [CN]: 2 },
    observers: ['Press'],
    seating: 'choose',
    understudies: false,
    seed: 7,
    lateHours: more.lateHours ?? 48,
    postFirst: more.postFirst ?? false,
    phases: AGENDA.map((_phase, index) => ({
      opensAt: instantOf(opensAt(index)),
      dueAt: instantOf(dueAt(index)),
      requires: more.requires ?? [],
      injects: [],
    })),
  })
}
/** The cast in the debate, advanced to an hour by the clock alone. */
const debate = (until: number, more = {}): Room => given(week(more)).runs(until)
const post = (
  phase: number,
  text: string,
  round = 'framing',
  answers: number | null = null,
  anchors: (string | { source: string })[] = ['E1.1'],
): Written => ({ type: 'postStatement', phase, round, text, intent: 'point', answers, anchors })

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
      KINDS.map((_kind, index) => instantOf(dueAt(index))),
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

  test('H3 after a deadline work is late while the late hours last, then refused', () => {
    const room = debate(dueAt(OPENINGS) - 1)
    room.when(AMARA, post(OPENINGS, 'In time.'), dueAt(OPENINGS) - 1).happens({ type: 'StatementPosted', late: false })
    room.runs(dueAt(OPENINGS))
    room.when(AMARA, post(OPENINGS, 'Late.'), dueAt(OPENINGS)).happens({ type: 'StatementPosted', late: true })
    room
      .when(AMARA, post(OPENINGS, 'Late.'), dueAt(OPENINGS) + 48 * HOUR - 1)
      .happens({ type: 'StatementPosted', late: true })
    room.when(AMARA, post(OPENINGS, 'Too late.'), dueAt(OPENINGS) + 48 * HOUR).isRefused('deadline-passed')
    debate(dueAt(OPENINGS), { lateHours: 0 }).when(AMARA, post(OPENINGS, 'Late.')).isRefused('deadline-passed')
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

  test('H7 what is written or voted anew for one prompt or clause counts once', () => {
    const requires: Requirement[] = [
      { what: 'reflection', count: 2, by: 'student' },
      { what: 'vote', count: 2, by: 'student' },
      { what: 'proposal-or-amendment', count: 2, by: 'delegation' },
    ]
    const room = debate(opensAt(phaseOf('negotiation')), { requires })
    const [first, second] = room.state.clauses.map(({ key }) => key)
    if (!first || !second) throw new Error('The week has a text.')
    const counted = (kind: 'reflection' | 'ballot' | 'negotiation', what: Requirement['what']) => {
      const phase = progressOf(room.state, personId.parse('amara'), instantOf(opensAt(phaseOf(kind))))[phaseOf(kind)]
      const ask = phase?.counted.find(({ requirement }) => requirement.what === what)
      return { done: ask?.done, asked: ask?.asked, status: phase?.status }
    }
    const keeps = (clause: string, reason: string): Written => ({ type: 'keepBracket', clause, reason })
    room.does(AMARA, keeps(first, 'Not yet.')).does(AMARA, keeps(first, 'Not so.'))
    expect(counted('negotiation', 'proposal-or-amendment')).toMatchObject({ done: 1, asked: 2 })
    room.does(AMARA, keeps(second, 'Nor this.'))
    expect(counted('negotiation', 'proposal-or-amendment')).toMatchObject({ done: 2 })

    room.agrees(first).runs(opensAt(phaseOf('ballot')))
    // One clause is put to the vote: no second vote is asked for, and the same one again is not a second.
    expect(counted('ballot', 'vote')).toMatchObject({ done: 0, asked: 1 })
    room.does(AMARA, { type: 'adviseBallot', clause: first, vote: 'for' })
    room.does(AMARA, { type: 'adviseBallot', clause: first, vote: 'against' })
    expect(counted('ballot', 'vote')).toMatchObject({ done: 1, asked: 1 })

    const REFLECTION = phaseOf('reflection')
    const writes = (prompt: number, text: string): Written => ({ type: 'writeReflection', prompt, text })
    room.runs(opensAt(REFLECTION)).does(AMARA, writes(0, 'At first.')).does(AMARA, writes(0, 'Better said.'))
    expect(counted('reflection', 'reflection')).toEqual({ done: 1, asked: 2, status: 'open' })
    room.does(AMARA, writes(1, 'The other.'))
    expect(counted('reflection', 'reflection')).toEqual({ done: 2, asked: 2, status: 'done' })
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

  test('H7 what a person has done is counted against what the phase asks', () => {
    const requires: Requirement[] = [
      { what: 'opening', count: 2, by: 'student' },
      { what: 'opening', count: 1, by: 'leader' },
    ]
    const room = debate(opensAt(OPENINGS), { requires })
    const counted = (name: string, at: number) => {
      const progress = progressOf(room.state, personId.parse(name), instantOf(at))[OPENINGS]
      return [progress?.status, ...(progress?.counted.map(({ asked, done }) => `${done}/${asked}`) ?? [])]
    }
    const now = opensAt(OPENINGS) + 1
    expect(counted('amara', now)).toEqual(['open', '0/2', '0/1'])
    room.does(AMARA, post(OPENINGS, 'One.', 'framing'), now).does(AMARA, post(OPENINGS, 'Again.', 'framing'), now)
    expect(counted('amara', now)).toEqual(['open', '1/2', '1/1'])
    room.does(AMARA, post(OPENINGS, 'Two.', 'cptpp'), now)
    expect(counted('amara', now)).toEqual(['done', '2/2', '1/1'])
    room.runs(dueAt(OPENINGS) + HOUR)
    expect(counted('ben', dueAt(OPENINGS) + HOUR)).toEqual(['missing', '0/2', '0/1'])
    // A leader's opening counts only on the tension they lead.
    room.does(BEN, post(OPENINGS, 'One.', 'framing')).does(BEN, post(OPENINGS, 'Two.', 'cptpp'))
    expect(counted('ben', dueAt(OPENINGS) + HOUR)).toEqual(['missing', '2/2', '0/1'])
    room.does(BEN, post(OPENINGS, 'My own.', 'deterrence'))
    expect(counted('ben', dueAt(OPENINGS) + HOUR)).toEqual(['late', '3/2', '1/1'])
    room.does(AMARA, post(OPENINGS, 'A third, afterwards.', 'deterrence'))
    expect(counted('amara', dueAt(OPENINGS) + HOUR)).toEqual(['done', '3/2', '1/1'])
    room.when(CLOCK, { type: 'callForHelp', text: 'Counted?' }).isRefused('not-seated')
  })

  test('H7 anchors are counted over all that somebody posts in the phase, and not over their papers', () => {
    const requires: Requirement[] = [{ what: 'anchor', count: 3, by: 'student' }]
    const room = debate(opensAt(OPENINGS), { requires })
    const anchors = () => progressOf(room.state, personId.parse('ben'), instantOf(opensAt(OPENINGS)))[OPENINGS]
    room.does(BEN, post(OPENINGS, 'Two.', 'framing', null, ['E1.1', { source: 'Diplomatic Bluebook 2023' }]))
    expect(anchors()).toMatchObject({ status: 'open', counted: [{ asked: 3, done: 2 }] })
    room.does(BEN, post(OPENINGS, 'None.', 'framing', null, []))
    expect(anchors()).toMatchObject({ counted: [{ done: 2 }] })
    room.does(BEN, post(OPENINGS, 'One more.', 'cptpp'))
    expect(anchors()).toMatchObject({ status: 'done', counted: [{ done: 3 }] })
    room.does(AMARA, post(OPENINGS, 'Another’s.'))
    expect(anchors()).toMatchObject({ counted: [{ done: 3 }] })
  })

  test('H9 what the chair ends early was due at that moment, except for whom it is extended', () => {
    const asked: Requirement[] = [{ what: 'opening', count: 1, by: 'student' }]
    const early = opensAt(OPENINGS) + 2 * HOUR
    const statusOf = (room: Room, name: string, at: number) =>
      progressOf(room.state, personId.parse(name), instantOf(at))[OPENINGS]?.status
    const extended = {
      type: 'grantExtension',
      person: personId.parse('amara'),
      phase: OPENINGS,
      dueAt: instantOf(dueAt(OPENINGS)),
    } as const
    const room = debate(opensAt(OPENINGS), { requires: asked, postFirst: true })
    room.does(CHAIR, { ...extended, dueAt: instantOf(dueAt(OPENINGS) + DAY) }, early - HOUR)
    room.does(CHAIR, { type: 'endPhase', index: OPENINGS }, early)
    expect([statusOf(room, 'ben', early + 1), statusOf(room, 'amara', early + 1)]).toEqual(['missing', 'open'])
    room.when(BEN, post(OPENINGS, 'After.'), early + HOUR).happens({ type: 'StatementPosted', late: true })
    room.when(AMARA, post(OPENINGS, 'After.'), early + HOUR).happens({ type: 'StatementPosted', late: false })
    room.when(BEN, post(OPENINGS, 'Too late.'), early + 48 * HOUR).isRefused('deadline-passed')

    const back = debate(opensAt(OPENINGS), { requires: asked })
      .does(CHAIR, { type: 'endPhase', index: OPENINGS }, early)
      .does(CHAIR, { type: 'undoLastStep' }, early + HOUR)
    expect(back.state.clock?.endsAt).toBe(instantOf(dueAt(OPENINGS)))
    expect(statusOf(back, 'ben', early + HOUR)).toBe('open')
    back.when(BEN, post(OPENINGS, 'In time.'), early + HOUR).happens({ type: 'StatementPosted', late: false })
  })

  test('H8 the tensions are dealt out along the seats of a delegation', () => {
    const { plan } = week()
    const led = (seat: string) => {
      const found = plan.seats.find((candidate) => candidate.id === seatId.parse(seat))
      return found ? ledBy(plan, found) : null
    }
    expect(['us.state', 'us.treasury', 'us.defense'].map(led)).toEqual([['framing'], ['deterrence'], ['cptpp']])
    expect(['jp.pm', 'jp.finance'].map(led)).toEqual([['framing', 'cptpp'], ['deterrence']])
  })
})
