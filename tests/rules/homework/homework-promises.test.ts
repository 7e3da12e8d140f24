// What an assignment promises (L14, rules H10–H12): what is required can be done with legal moves; an extension helps or is refused; dates
// stay in order. Each law ends by requiring that it saw enough cases.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { PhasePlan } from '#simulation/agenda/plan'
import { personId } from '#simulation/kernel/ids'
import { dueAt as dueOfAll } from '#simulation/questions/homework'
import { reflectionTime } from '#simulation/questions/stances'
import { isClean } from '#simulation/questions/text'
import { datesFrom } from '#simulation/reading/homework/date-moves'
import { type Counted, progressOf } from '#simulation/reading/marks/completion'
import { seatHeldBy } from '#simulation/state/room-state'
import { type Assigned, assigned, assignment, dueAt, opensAt } from '../../support/assignments'
import { CHAIR, standsOn, type Written } from '../../support/cast'
import { instantOf, opened, type Room } from '../../support/given'
import { movesFor, PAPER } from '../../support/homework-moves'
import { patience } from '../../support/patience'

const seed = Number(process.env.STORY_SEED ?? 20260112)
const times = Number(process.env.STORY_TIMES ?? 1)
const PATIENCE = patience(120_000)

const countedOf = (room: Room, name: string, phase: number, at: number): readonly Counted[] =>
  progressOf(room.state, personId.parse(name), instantOf(at))[phase]?.counted ?? []

/** Does what is required with legal moves only; returns what is still owed. */
function owedAfterTrying(room: Room, name: string, phase: number, at: number): Counted[] {
  const owed = () => countedOf(room, name, phase, at).filter(({ asked, done }) => done < asked)
  for (let round = 0; round < 120 && owed().length > 0; round += 1)
    for (const counted of owed())
      for (const move of movesFor(room, name, counted, phase, round)) {
        const verdict = room.judges(`p:${name}`, move, at)
        if (!verdict.ok) continue
        room.does(`p:${name}`, move, at)
        break
      }
  return owed()
}

type Seen = Record<string, number>

/** A week in which everyone but the idle does what is required. */
function playedWeek({ room, people, idle }: Assigned, seen: Seen): void {
  for (const [phase, { requires }] of room.state.plan.phases.entries()) {
    const at = opensAt(phase) + 1
    room.runs(at)
    if (requires.length === 0) continue
    for (const name of people) {
      if (idle.has(name)) continue
      const asked = countedOf(room, name, phase, at)
      expect({ name, phase, owed: owedAfterTrying(room, name, phase, at) }).toEqual({ name, phase, owed: [] })
      const seat = seatHeldBy(room.state, personId.parse(name))
      for (const { requirement } of asked) {
        seen[requirement.what] = (seen[requirement.what] ?? 0) + 1
        if (!seat?.delegation) seen.observers = (seen.observers ?? 0) + 1
        if (seat?.mirrors) seen.seconds = (seen.seconds ?? 0) + 1
      }
      if (asked.length === 0) seen.spared = (seen.spared ?? 0) + 1
    }
  }
}

test(
  'H10 whatever a week asks of somebody, they can do by their own moves, wherever they sit and whoever stays away',
  () => {
    const seen: Seen = {}
    fc.assert(
      fc.property(assignment, (of) => playedWeek(assigned(of), seen)),
      { seed, numRuns: 20 * times, skipAllAfterTimeLimit: times * PATIENCE },
    )
    const kinds = [
      ...['own-view', 'knowledge', 'position-draft', 'comment', 'opening', 'answer', 'anchor'],
      ...['proposal-or-amendment'],
    ]
    for (const kind of [
      ...kinds,
      ...['question', 'case', 'vote', 'reflection', 'annotation', 'observers', 'seconds', 'spared'],
    ])
      expect({ kind, seen: (seen[kind] ?? 0) > 8 }).toEqual({ kind, seen: true })
    // Only once another side has said the case.
    expect(seen['case-score'] ?? 0).toBeGreaterThan(2)
  },
  times * PATIENCE,
)

/** One person's act for a phase at an instant: in time, late or refused. */
function actFor(room: Room, name: string, phase: number, at: number): 'on-time' | 'late' | 'refused' {
  const plan = room.state.plan.phases[phase]
  const tension = room.state.plan.rounds[0]?.key ?? ''
  const acts: Written[] = plan?.posts
    ? [{ type: 'postStatement', phase, round: tension, text: 'Words.', intent: 'point', answers: null, anchors: [] }]
    : plan?.kind === 'reflection'
      ? [{ type: 'writeReflection', prompt: 0, text: 'What I think.' }]
      : [
          { type: 'markStance', round: tension, value: 1 },
          ...(['opening', 'closing'] as const).map(
            (stage): Written => ({ type: 'draftPosition', round: tension, stage, ...PAPER }),
          ),
          standsOn('jp-1', room.state.plan.communique.clauses[0]?.key),
          { type: 'adviseBallot', clause: room.state.clauses.find(isClean)?.key ?? '', vote: 'for' },
        ]
  const taken = acts.map((act) => room.judges(`p:${name}`, act, at)).filter((verdict) => verdict.ok)
  if (taken.length === 0) return 'refused'
  const late =
    plan?.kind === 'reflection'
      ? reflectionTime(room.state, personId.parse(name), { at: instantOf(at) }) === 'late'
      : taken.some(({ rows: drafts }) => drafts.some(({ event }) => 'late' in event && event.late))
  return late ? 'late' : 'on-time'
}

/** Draws an instant of the week for the chair's command. */
const moment = fc.record({
  of: assignment,
  now: fc.integer({ min: 0, max: 9 * 24 }),
  phase: fc.integer({ min: 0, max: 10 }),
  hours: fc.integer({ min: -48, max: 9 * 24 }),
  whom: fc.nat(),
})
const HOUR = 3600

test(
  'H3 H11 whatever more time is granted, there is an act it newly allows; and what is refused would have allowed none',
  () => {
    const seen = { granted: 0, never: 0, nothing: 0, past: 0, order: 0 }
    fc.assert(
      fc.property(moment, ({ of, now, phase, hours, whom }) => {
        const build = () => {
          const made = assigned(of)
          made.room.runs(now * HOUR)
          return made
        }
        const { room, people } = build()
        const name = people[whom % people.length]
        if (!name) return
        const to = dueAt(phase) + hours * HOUR
        const asked: Written = { type: 'grantExtension', person: name, phase, dueAt: instantOf(to) }
        const verdict = room.judges(CHAIR, asked)
        // Its last hour, after every other deadline.
        const last = to - 1
        const without = build().room
        if (verdict.ok) {
          room.does(CHAIR, asked)
          expect(to).toBeGreaterThan(now * HOUR)
          expect(actFor(without.runs(last), name, phase, last)).not.toBe('on-time')
          expect(actFor(room.runs(last), name, phase, last)).toBe('on-time')
          seen.granted += 1
          return
        }
        if (verdict.rejection === 'later-part-first' || verdict.rejection === 'earlier-part-first') seen.order += 1
        if (verdict.rejection === 'deadline-in-the-past') seen.past += 1
        if (verdict.rejection === 'never-late' || verdict.rejection === 'nothing-to-extend') {
          // The first edition accepted it without effect.
          const { edition: _, ...first } = without.state.plan
          const lenient = opened({ plan: first, briefs: [], papers: { injects: [], questions: [] } })
          for (const seat of Object.values(without.state.seats))
            if (seat.holder) lenient.does(CHAIR, { type: 'placePerson', person: seat.holder, seat: seat.id })
          lenient.runs(now * HOUR)
          if (to > dueAt(phase)) lenient.does(CHAIR, asked)
          const at = Math.max(now * HOUR, dueAt(phase), last)
          expect(actFor(lenient.runs(at), name, phase, at)).toBe(actFor(without.runs(at), name, phase, at))
          seen[verdict.rejection === 'never-late' ? 'never' : 'nothing'] += 1
        }
      }),
      { seed, numRuns: 90 * times, skipAllAfterTimeLimit: times * PATIENCE },
    )
    for (const [kind, count] of Object.entries(seen)) expect({ kind, seen: count > 0 }).toEqual({ kind, seen: true })
  },
  times * PATIENCE,
)

test('H3 late hours give something wherever there are any: a post or a reflection, marked late', () => {
  const seen = { late: 0, closed: 0 }
  fc.assert(
    fc.property(assignment, (of) => {
      const { room, people } = assigned(of)
      const name = people.find((each) => seatHeldBy(room.state, personId.parse(each))?.delegation)
      if (!name) return
      for (const [phase, { posts, kind }] of room.state.plan.phases.entries()) {
        if (!posts || kind === 'cases') continue
        const at = dueAt(phase) + HOUR
        const given = actFor(room.runs(at), name, phase, at)
        expect(given).toBe(of.lateHours > 0 ? 'late' : 'refused')
        seen[given === 'late' ? 'late' : 'closed'] += 1
      }
    }),
    { seed, numRuns: 20 * times },
  )
  expect(seen.late).toBeGreaterThan(10)
  expect(seen.closed).toBeGreaterThan(5)
})

const isMoment = (phase: PhasePlan | undefined) => phase?.opensAt === phase?.dueAt

const edit = fc.oneof(
  fc.record({
    do: fc.constant('move' as const),
    phase: fc.integer({ min: 0, max: 9 }),
    hours: fc.integer({ min: -96, max: 96 }),
  }),
  fc.record({ do: fc.constant('wait' as const), hours: fc.integer({ min: 1, max: 60 }) }),
  fc.record({ do: fc.constant('close' as const) }),
  fc.record({ do: fc.constant('start' as const) }),
)

test(
  'H4 H9 H12 H15 over random moves, waits and early ends, deadlines keep the order of their parts and none opens and ends at once',
  () => {
    const seen = { moved: 0, refused: 0, early: 0, started: 0 }
    fc.assert(
      fc.property(assignment, fc.array(edit, { maxLength: 14 }), (of, edits) => {
        const { room } = assigned(of)
        const { phases } = room.state.plan
        let now = 0
        const tries = (asked: Written) => {
          const { ok } = room.judges(CHAIR, asked, now)
          if (ok) room.does(CHAIR, asked, now)
          return ok
        }
        for (const each of edits) {
          if (each.do === 'wait') now += each.hours * HOUR
          room.runs(now)
          const { index } = room.state.agenda
          if (each.do === 'close' && tries({ type: 'endPhase', index })) seen.early += 1
          if (each.do === 'start' && index >= 0) tries({ type: 'startPhase', index: index + 1 })
          if (each.do === 'move') {
            const to = instantOf(dueAt(each.phase) + each.hours * HOUR)
            seen[tries({ type: 'moveDeadline', phase: each.phase, dueAt: to }) ? 'moved' : 'refused'] += 1
            const by = each.hours * HOUR * 1000
            const dates = datesFrom(room.state, each.phase).map(({ phase, opensAt, dueAt: due }) => ({
              ...{ phase, opensAt: opensAt === null ? null : opensAt + by, dueAt: due + by },
            }))
            if (dates.length > 0) tries({ type: 'moveDates', dates })
          }
          const dues = phases.map((phase, at) => (isMoment(phase) ? [] : [dueOfAll(room.state, at) ?? 0]))
          expect(dues.flat()).toEqual(dues.flat().toSorted((a, b) => a - b))
          const ahead = dues.slice(room.state.agenda.index + 1).flat()
          expect(new Set(ahead).size).toBe(ahead.length)
        }
        room.runs(40 * 24 * HOUR)
        for (const { event } of room.rows)
          if (event.type === 'PhaseStarted' && !isMoment(phases[event.index])) {
            expect({ index: event.index, lasts: event.endsAt > event.startsAt }).toEqual({
              index: event.index,
              lasts: true,
            })
            seen.started += 1
          }
      }),
      { seed, numRuns: 90 * times, skipAllAfterTimeLimit: times * PATIENCE },
    )
    for (const [kind, count] of Object.entries(seen)) expect({ kind, seen: count > 15 }).toEqual({ kind, seen: true })
  },
  times * PATIENCE,
)
