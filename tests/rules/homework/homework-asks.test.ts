// What a homework debate requires of whom, and which dates it accepts (rules H7, H10–H12), case by case; homework-promises.test.ts has the
// laws.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Requirement } from '#simulation/agenda/plan'
import { personId } from '#simulation/kernel/ids'
import { countsAnnotations, MOST_COUNTED } from '#simulation/questions/annotations'
import { progressOf } from '#simulation/reading/marks/completion'
import { dueOf, givenWeek, HOUR, opensAt, phaseOf, post } from '../../screens/homework/given-week'
import { AMARA, BEN, CHAIR, CLOCK, type Written } from '../../support/cast'
import { given, instantOf } from '../../support/given'

const OPENINGS = phaseOf('openings')
const FLOOR = phaseOf('floor')

test('H7 what is written or voted anew for one prompt or clause counts once', () => {
  const requires: Requirement[] = [
    { what: 'reflection', count: 2, by: 'student' },
    { what: 'vote', count: 2, by: 'student' },
    { what: 'proposal-or-amendment', count: 2, by: 'delegation' },
  ]
  const room = givenWeek(opensAt('negotiation'), { requires })
  const [first, second] = room.state.clauses.map(({ key }) => key)
  if (!first || !second) throw new Error('The week has a text.')
  const counted = (kind: 'reflection' | 'ballot' | 'negotiation', what: Requirement['what']) => {
    const phase = progressOf(room.state, personId.parse('amara'), instantOf(opensAt(kind)))[phaseOf(kind)]
    const ask = phase?.counted.find(({ requirement }) => requirement.what === what)
    return { done: ask?.done, asked: ask?.asked, status: phase?.status }
  }
  const keeps = (clause: string, reason: string): Written => ({ type: 'keepBracket', clause, reason })
  room.does(AMARA, keeps(first, 'Not yet.')).does(AMARA, keeps(first, 'Not so.'))
  expect(counted('negotiation', 'proposal-or-amendment')).toMatchObject({ done: 1, asked: 2 })
  room.does(AMARA, keeps(second, 'Nor this.'))
  expect(counted('negotiation', 'proposal-or-amendment')).toMatchObject({ done: 2 })

  room.agrees(first).runs(opensAt('ballot'))
  // One clause is put to the vote: no second vote is asked for, and the same one again is not a second.
  expect(counted('ballot', 'vote')).toMatchObject({ done: 0, asked: 1 })
  room.does(AMARA, { type: 'adviseBallot', clause: first, vote: 'for' })
  room.does(AMARA, { type: 'adviseBallot', clause: first, vote: 'against' })
  expect(counted('ballot', 'vote')).toMatchObject({ done: 1, asked: 1 })

  const writes = (prompt: number, text: string): Written => ({ type: 'writeReflection', prompt, text })
  room.runs(opensAt('reflection')).does(AMARA, writes(0, 'At first.')).does(AMARA, writes(0, 'Better said.'))
  expect(counted('reflection', 'reflection')).toEqual({ done: 1, asked: 2, status: 'open' })
  room.does(AMARA, writes(1, 'The other.'))
  expect(counted('reflection', 'reflection')).toEqual({ done: 2, asked: 2, status: 'done' })
})

test('H7 what its writer has withdrawn does not count, sealed or open when it was written', () => {
  const done = (room: ReturnType<typeof givenWeek>, phase: number) =>
    progressOf(room.state, personId.parse('ben'), instantOf(dueOf('floor')))[phase]?.done
  const withdraw = (entry: number): Written => ({ type: 'withdrawStatement', entry, reason: null })
  for (const postFirst of [true, false]) {
    const requires: Requirement[] = [{ what: 'opening', count: 1, by: 'student' }]
    const room = givenWeek(opensAt('openings'), { requires, postFirst }).does(BEN, post(OPENINGS, 'Taken back.'))
    expect(done(room.runs(opensAt('floor')), OPENINGS)).toBe(1)
    const entry = room.state.record.toArray().findIndex(({ event }) => event.type === 'StatementPosted') + 1
    expect(done(room.does(BEN, withdraw(entry)), OPENINGS)).toBe(0)
  }
})

test('H7 what a person has done is counted against what the phase asks', () => {
  const requires: Requirement[] = [
    { what: 'opening', count: 2, by: 'student' },
    { what: 'opening', count: 1, by: 'leader' },
  ]
  const room = givenWeek(opensAt('openings'), { requires })
  const counted = (name: string, at: number) => {
    const progress = progressOf(room.state, personId.parse(name), instantOf(at))[OPENINGS]
    return [progress?.status, ...(progress?.counted.map(({ asked, done }) => `${done}/${asked}`) ?? [])]
  }
  const now = opensAt('openings') + 1
  expect(counted('amara', now)).toEqual(['open', '0/2', '0/1'])
  room.does(AMARA, post(OPENINGS, 'One.', 'framing'), now).does(AMARA, post(OPENINGS, 'Again.', 'framing'), now)
  expect(counted('amara', now)).toEqual(['open', '1/2', '1/1'])
  room.does(AMARA, post(OPENINGS, 'Two.', 'cptpp'), now)
  expect(counted('amara', now)).toEqual(['done', '2/2', '1/1'])
  room.runs(dueOf('openings') + HOUR)
  expect(counted('ben', dueOf('openings') + HOUR)).toEqual(['missing', '0/2', '0/1'])
  // A leader's opening counts only on the tension they lead.
  room.does(BEN, post(OPENINGS, 'One.', 'framing')).does(BEN, post(OPENINGS, 'Two.', 'cptpp'))
  expect(counted('ben', dueOf('openings') + HOUR)).toEqual(['missing', '2/2', '0/1'])
  room.does(BEN, post(OPENINGS, 'My own.', 'deterrence'))
  expect(counted('ben', dueOf('openings') + HOUR)).toEqual(['late', '3/2', '1/1'])
  room.does(AMARA, post(OPENINGS, 'A third, afterwards.', 'deterrence'))
  expect(counted('amara', dueOf('openings') + HOUR)).toEqual(['done', '3/2', '1/1'])
  room.when(CLOCK, { type: 'callForHelp', text: 'Counted?' }).isRefused('not-seated')
})

test('H7 anchors are counted over all that somebody posts in the phase, and not over their papers', () => {
  const requires: Requirement[] = [{ what: 'anchor', count: 3, by: 'student' }]
  const room = givenWeek(opensAt('openings'), { requires })
  const anchors = () => progressOf(room.state, personId.parse('ben'), instantOf(opensAt('openings')))[OPENINGS]
  room.does(BEN, post(OPENINGS, 'Two.', 'framing', null, ['E1.1', { source: 'Diplomatic Bluebook 2023' }]))
  expect(anchors()).toMatchObject({ status: 'open', counted: [{ asked: 3, done: 2 }] })
  room.does(BEN, post(OPENINGS, 'None.', 'framing', null, []))
  expect(anchors()).toMatchObject({ counted: [{ done: 2 }] })
  room.does(BEN, post(OPENINGS, 'One more.', 'cptpp'))
  expect(anchors()).toMatchObject({ status: 'done', counted: [{ done: 3 }] })
  room.does(AMARA, post(OPENINGS, 'Another’s.'))
  expect(anchors()).toMatchObject({ counted: [{ done: 3 }] })
})

test('H10 what only some can do is asked of them alone', () => {
  const NEGOTIATION = phaseOf('negotiation')
  const requires: Requirement[] = [
    { what: 'proposal-or-amendment', count: 1, by: 'student' },
    { what: 'comment', count: 1, by: 'student' },
  ]
  const room = givenWeek(opensAt('negotiation'), { requires })
  const asked = (name: string) =>
    progressOf(room.state, personId.parse(name), instantOf(opensAt('negotiation')))[NEGOTIATION]?.counted.map(
      ({ requirement }) => requirement.what,
    )
  expect(asked('amara')).toEqual(['proposal-or-amendment', 'comment'])
  expect(asked('ben')).toEqual(['comment'])
  expect(asked('hana')).toEqual([])
  room.does(CHAIR, { type: 'placePerson', person: 'amara', seat: null })
  expect(asked('ben')).toEqual(['proposal-or-amendment', 'comment'])
  room.does(CHAIR, { type: 'placePerson', person: 'cleo', seat: null })
  expect(asked('ben')).toEqual(['proposal-or-amendment'])
  expect(asked('amara')).toEqual([])
})

test('H11 an extension that would give nothing is refused with the reason', () => {
  const room = givenWeek(opensAt('openings'))
  const extend = (person: string, phase: number, to: number) =>
    ({ type: 'grantExtension', person, phase, dueAt: instantOf(to) }) as const
  for (const kind of ['briefing', 'caucus', 'negotiation', 'ballot', 'debrief'] as const)
    room.when(CHAIR, extend('amara', phaseOf(kind), dueOf(kind) + HOUR)).isRefused('never-late')
  room.when(CHAIR, extend('hana', OPENINGS, dueOf('openings') + HOUR)).isRefused('nothing-to-extend')
  room.when(CHAIR, extend('ivo', OPENINGS, dueOf('openings') + HOUR)).isRefused('nothing-to-extend')
  room.when(CHAIR, extend('hana', phaseOf('reflection'), dueOf('reflection') + HOUR)).isAllowed()
  room.runs(dueOf('openings') + 2 * HOUR)
  room.when(CHAIR, extend('amara', OPENINGS, dueOf('openings') + HOUR)).isRefused('deadline-in-the-past')
  room.does(CHAIR, extend('amara', OPENINGS, dueOf('openings') + 4 * HOUR))
  room.when(CHAIR, extend('amara', OPENINGS, dueOf('openings') + 4 * HOUR)).isRefused('nothing-changed')
  room.when(CHAIR, extend('amara', OPENINGS, dueOf('openings') + 3 * HOUR)).isAllowed()
})

test('H12 deadlines keep the order of their parts, for all and for one', () => {
  const room = givenWeek(opensAt('openings'))
  const move = (phase: number, to: number) => ({ type: 'moveDeadline', phase, dueAt: instantOf(to) }) as const
  const extend = (phase: number, to: number) =>
    ({ type: 'grantExtension', person: 'amara', phase, dueAt: instantOf(to) }) as const
  room.when(CHAIR, move(FLOOR, opensAt('floor'))).isRefused('due-before-it-opens')
  room.when(CHAIR, move(FLOOR, opensAt('floor') + 1)).isAllowed()
  room.when(CHAIR, move(OPENINGS, dueOf('floor'))).isRefused('later-part-first')
  room.when(CHAIR, move(OPENINGS, dueOf('floor') - 1)).isAllowed()
  room.does(CHAIR, move(OPENINGS, opensAt('floor') + HOUR))
  room.when(CHAIR, move(FLOOR, opensAt('floor') + HOUR)).isRefused('earlier-part-first')
  room.when(CHAIR, extend(OPENINGS, dueOf('floor') + HOUR)).isRefused('later-part-first')
  room.does(CHAIR, extend(FLOOR, dueOf('floor') + HOUR)).does(CHAIR, extend(OPENINGS, dueOf('floor') + HOUR))
  room.when(CHAIR, extend(FLOOR, dueOf('floor') + HOUR - 1)).isRefused('earlier-part-first')
})

test('H28 annotations that stand are counted, in time or late, by whatever order they are written, sent twice and deleted in', () => {
  const open = opensAt('reflection')
  const late = dueOf('reflection') + 48 * HOUR
  const requires: Requirement[] = [{ what: 'annotation', count: 3, by: 'student' }]
  const seen = { counted: 0, deleted: 0, late: 0, refused: 0 }
  const act = fc.record({
    ...{ ben: fc.boolean(), stands: fc.boolean(), id: fc.nat(4) },
    at: fc.integer({ min: open - 20 * HOUR, max: late + 10 * HOUR }),
  })
  fc.assert(
    fc.property(fc.array(act, { minLength: 6, maxLength: 16 }), (drawn) => {
      const room = givenWeek(open - 21 * HOUR, { requires })
      /** By person: when each that stands was written. */
      const kept = { amara: new Map<number, number>(), ben: new Map<number, number>() }
      for (const { ben, stands, id, at } of drawn.toSorted((a, b) => a.at - b.at)) {
        const own = ben ? kept.ben : kept.amara
        const isTaken = stands ? !own.has(id) && at >= open && at < late : own.has(id)
        room.runs(at)
        const command: Written = { type: 'countAnnotation', annotation: `a${id}-${ben}`, stands }
        const outcome = room.when(ben ? BEN : AMARA, command)
        if (!isTaken) {
          outcome.isRefused(stands === own.has(id) ? 'nothing-changed' : at < open ? 'not-open-yet' : 'deadline-passed')
          seen.refused += 1
          continue
        }
        room.does(ben ? BEN : AMARA, command)
        expect(room.hearersOf('AnnotationCounted')).toEqual(['chair', ben ? 'ben' : 'amara'])
        if (stands) own.set(id, at)
        else own.delete(id)
        seen[stands ? 'counted' : 'deleted'] += 1
      }
      room.runs(late + 11 * HOUR)
      for (const [name, own] of Object.entries(kept)) {
        const progress = progressOf(room.state, personId.parse(name), instantOf(late))[phaseOf('reflection')]
        const third = [...own.values()].toSorted((a, b) => a - b)[2]
        const status = third === undefined ? 'missing' : third < dueOf('reflection') ? 'done' : 'late'
        expect({ name, done: progress?.counted[0]?.done, status: progress?.status }).toEqual({
          ...{ name, done: own.size, status },
        })
        if (status === 'late') seen.late += 1
      }
    }),
    { seed: 28, numRuns: 60 },
  )
  for (const [kind, count] of Object.entries(seen)) expect({ kind, seen: count > 10 }).toEqual({ kind, seen: true })
})

test('H28 a screen asks for annotations while one counts, which is never once the record is closed', () => {
  const requires: Requirement[] = [{ what: 'annotation', count: 2, by: 'student' }]
  const asks = (at: number, of: { requires: Requirement[] }, ends = false) => {
    const room = givenWeek(opensAt('reflection') - HOUR, of).runs(at)
    if (ends) room.does(CHAIR, { type: 'closeRoom' })
    return countsAnnotations(room.state, personId.parse('amara'), instantOf(at))
  }
  const [open, due] = [opensAt('reflection'), dueOf('reflection')]
  expect([open - 1, open + HOUR, due + HOUR, due + 49 * HOUR].map((at) => asks(at, { requires }))).toEqual([
    ...[false, true, true, false],
  ])
  expect(asks(due + HOUR, { requires }, true)).toBe(false)
  expect(asks(open + HOUR, { requires: [] })).toBe(false)
})

test('H28 whoever writes and deletes without end fills no log', () => {
  const room = givenWeek(opensAt('reflection') - HOUR, {
    requires: [{ what: 'annotation', count: 2, by: 'student' }],
  }).runs(opensAt('reflection') + HOUR)
  const count = (place: number, stands: boolean): Written => ({
    ...{ type: 'countAnnotation', annotation: `a${place % 3}`, stands },
  })
  for (let place = 0; place < MOST_COUNTED; place += 1)
    room.does(AMARA, count(place, true)).does(AMARA, count(place, false))
  room.when(AMARA, count(0, true)).isRefused('nothing-changed')
  room.does(BEN, count(0, true))
  expect(countsAnnotations(room.state, personId.parse('amara'), instantOf(opensAt('reflection') + HOUR))).toBe(false)
})

test('H28 an observer is asked for annotations, whoever holds no seat for none, and nobody counts one where there is no deadline', () => {
  const requires: Requirement[] = [{ what: 'annotation', count: 2, by: 'student' }]
  const room = givenWeek(opensAt('reflection'), { requires })
  const asked = (name: string) =>
    progressOf(room.state, personId.parse(name), instantOf(opensAt('reflection')))[phaseOf('reflection')]?.asked
  const counts: Written = { type: 'countAnnotation', annotation: 'one', stands: true }
  const [observer] = Object.values(room.state.seats).flatMap(({ delegation, holder }) =>
    delegation === null && holder !== null ? [holder] : [],
  )
  expect([asked('amara'), asked(observer ?? ''), asked('nobody')]).toEqual([2, 2, 0])
  for (const by of [CHAIR, CLOCK, 'p:nobody']) room.when(by, counts).isRefused('not-seated')
  given().enters('reflection').when(AMARA, counts).isRefused('not-homework')
})
