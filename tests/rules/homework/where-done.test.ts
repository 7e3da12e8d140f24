// One address for every demand (L14, rule H10): whoever does what the addresses say, one after the other, owes nothing in the end, and no address is
// given for what is done or can be done no more. What counts is counted here from the log's rows, by nothing that the reading uses.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Requirement } from '#simulation/agenda/plan'
import { personId } from '#simulation/kernel/ids'
import { ledBy } from '#simulation/questions/homework'
import { stanceNow, unansweredBy } from '#simulation/questions/stances'
import { isClean } from '#simulation/questions/text'
import { nextIn, readDoHash, type WhereDone, whereDone, whereTo } from '#simulation/reading/homework/where-done'
import { progressOf } from '#simulation/reading/marks/completion'
import { seatHeldBy, votesOn } from '#simulation/state/room-state'
import { doHash } from '#simulation/wire/do-address'
import { PLACE_TABS } from '../../../app/_room/table/phase-screens'
import { tabsIn } from '../../../app/_room/table/room-tabs'
import { assigned, assignment, dueAt, opensAt } from '../../support/assignments'
import { standsOn, type Written } from '../../support/cast'
import { instantOf, type Room } from '../../support/given'
import { patience } from '../../support/patience'

const seed = Number(process.env.STORY_SEED ?? 20260119)
const times = Number(process.env.STORY_TIMES ?? 1)
const PATIENCE = patience(120_000)
const HOUR = 3600
const LATE: readonly string[] = ['opening', 'answer', 'anchor', 'reflection', 'annotation']

type Acted = { what: Requirement['what']; round: string | null; anchors: number }

/** What a person has done for a phase, from the rows. */
function actedIn({ rows, state }: Room, name: string, phase: number): Acted[] {
  let now = -1
  return rows.flatMap(({ event, by }): Acted[] => {
    if (event.type === 'PhaseStarted') now = event.index
    const done = (what: Acted['what'], more: Partial<Acted> = {}): Acted[] => [
      { what, round: null, anchors: 0, ...more },
    ]
    if (event.type === 'PostSealed' || event.type === 'StatementPosted') {
      if (event.phase !== phase || (event.type === 'StatementPosted' ? event.unseals !== null : false)) return []
      if (by !== `p:${name}`) return []
      const opens = state.plan.phases[phase]?.kind === 'openings'
      return done(opens ? 'opening' : 'answer', { round: event.round, anchors: event.anchors.length })
    }
    if (by !== `p:${name}`) return []
    if (event.type === 'ReflectionWritten')
      return state.plan.phases[phase]?.kind === 'reflection' ? done('reflection') : []
    if (event.type === 'AnnotationCounted')
      return state.plan.phases[phase]?.kind === 'reflection' ? done('annotation') : []
    if (now !== phase) return []
    if (event.type === 'StanceMarked') return done('own-view', { round: event.round })
    if (event.type === 'KnowledgeAnswered') return done('knowledge')
    if (event.type === 'PositionDrafted') return done('position-draft', { round: event.round })
    if (event.type === 'CaucusSpoken') return done('comment')
    if (event.type === 'BallotAdvised') return done('vote')
    if (event.type === 'VersionStoodOn') return done('proposal-or-amendment')
    return []
  })
}

/** How much of a requirement that is. The last piece counts only once it is on enough tensions and to everybody. */
function countedOf(room: Room, name: string, phase: number, { what, by }: Requirement): number {
  const seat = seatHeldBy(room.state, personId.parse(name))
  const led: readonly string[] = seat ? ledBy(room.state.plan, seat) : []
  const acts = actedIn(room, name, phase).filter(
    (act) =>
      (what === 'anchor' ? act.what === 'opening' || act.what === 'answer' : act.what === what) &&
      (by !== 'leader' || (act.round !== null && led.includes(act.round))),
  )
  if (what === 'anchor') return acts.reduce((sum, { anchors }) => sum + anchors, 0)
  const once = what === 'own-view' || what === 'position-draft' || what === 'opening'
  return once ? new Set(acts.map(({ round }) => round)).size : acts.length
}

/** An answer to the first question that is left to this person. */
function unanswered({ state }: Room, name: string): Written[] {
  const when = stanceNow(state)
  const [item] = when === null ? [] : unansweredBy(state, personId.parse(name), when)
  return item === undefined ? [] : [{ type: 'answerKnowledge', item, option: 1 }]
}

/** What somebody does who has pressed the button: only the address tells them where. */
function actAt(room: Room, name: string, { phase, what, place, tension, answer }: WhereDone): Written[] {
  const { plan, clauses } = room.state
  const round = tension ?? ''
  switch (place) {
    case 'brief':
      return what === 'knowledge' ? unanswered(room, name) : [{ type: 'markStance', round, value: 1 }]
    case 'reflection':
      if (what === 'knowledge') return unanswered(room, name)
      if (what === 'own-view') return [{ type: 'markStance', round, value: 1 }]
      return plan.reflectionPrompts
        .map((_, prompt) => prompt)
        .filter((prompt) => room.state.reflections[`${name}/${prompt}`] === undefined)
        .map((prompt): Written => ({ type: 'writeReflection', prompt, text: 'What I think.' }))
    case 'positions': {
      const stage = plan.phases[phase]?.files?.stage ?? 'opening'
      return [
        { type: 'draftPosition', round, stage, value: 1, text: 'A paper.', redLine: '', anchors: [], guesses: {} },
      ]
    }
    case 'caucus':
      return [{ type: 'speakInCaucus', text: 'A comment.' }]
    case 'record': {
      const anchors = what === 'anchor' ? ['E1.1'] : []
      return [{ type: 'postStatement', phase, round, text: 'Words.', intent: 'point', answers: answer, anchors }]
    }
    case 'communique':
      return clauses.flatMap(({ key }) => ['us-1', 'jp-1', 'cn-1'].map((version) => standsOn(version, key)))
    case 'ballot': {
      const own = seatHeldBy(room.state, personId.parse(name))?.id ?? ''
      const advised = (clause: string) => Object.hasOwn(votesOn(room.state, clause).advice, own)
      return clauses
        .filter((clause) => isClean(clause) && !advised(clause.key))
        .map(({ key: clause }): Written => ({ type: 'adviseBallot', clause, vote: 'for' }))
    }
    case 'transcript':
      // The server says it of each that it keeps.
      return [{ type: 'countAnnotation', annotation: `${name}-${room.rows.length}`, stands: true }]
    default:
      return place satisfies never
  }
}

type Seen = Record<string, number>

/** Follows the addresses of a phase until there is none. Each act there is legal and counts at once. */
function follows(room: Room, name: string, phase: number, at: number, seen: Seen): void {
  const person = personId.parse(name)
  for (let step = 0; ; step += 1) {
    const where = nextIn(room.state, person, phase, instantOf(at))
    if (where === null) return
    if (step > 200) throw new Error(`${name} is never done in phase ${phase}.`)
    // What stands in a link is enough to come to the same place.
    const linked = readDoHash(`#${doHash(where)}`)
    expect(linked && whereTo(room.state, person, linked, instantOf(at))).toEqual(where)
    // And the page of that seat has the place.
    const seat = seatHeldBy(room.state, person)
    const places = tabsIn(room.state, seat?.delegation ?? null)
    expect({ name, where, has: places.includes(PLACE_TABS[where.place]) }).toEqual({ name, where, has: true })
    if (!seat?.delegation) seen.observer = (seen.observer ?? 0) + 1
    const asks = progressOf(room.state, person, instantOf(at))[phase]?.counted ?? []
    const ask = asks.find(({ requirement: { what }, done, asked }) => what === where.what && done < asked)
    const before = ask && countedOf(room, name, phase, ask.requirement)
    const move = actAt(room, name, where).find((each) => room.judges(`p:${name}`, each, at).ok)
    expect({ name, where, legal: move !== undefined }).toEqual({ name, where, legal: true })
    if (!move || !ask || before === undefined) return
    room.does(`p:${name}`, move, at)
    const after = progressOf(room.state, person, instantOf(at))[phase]?.counted.find(
      ({ requirement: { what, by } }) => what === ask.requirement.what && by === ask.requirement.by,
    )
    expect({ name, where, done: after?.done }).toEqual({ name, where, done: ask.done + 1 })
    expect(countedOf(room, name, phase, ask.requirement)).toBe(before + 1)
    seen[where.what] = (seen[where.what] ?? 0) + 1
    if (where.answer !== null) seen.answered = (seen.answered ?? 0) + 1
  }
}

/** For each requirement of a phase: there is no address exactly where it is met, or where no act for it is taken. */
function saysSo(room: Room, name: string, phase: number, open: (what: string) => boolean, at: number): void {
  const person = personId.parse(name)
  for (const { requirement, asked, done } of progressOf(room.state, person, instantOf(at))[phase]?.counted ?? []) {
    const owed = done < asked && open(requirement.what)
    const where = whereDone(room.state, person, phase, requirement, instantOf(at))
    expect({ name, phase, what: requirement.what, where: where !== null }).toEqual({
      ...{ name, phase, what: requirement.what, where: owed },
    })
  }
}

test(
  'H10 every demand has an address until it is met or closed; an act there counts at once, and after the last nothing is owed',
  () => {
    const seen: Seen = {}
    fc.assert(
      fc.property(assignment, fc.integer({ min: 0, max: 3 }), (of, slow) => {
        // What is owed while sides ask each other grows with what others hand in: its addresses are followed in cases.test.ts.
        const { room, people, idle } = assigned({ ...of, cases: false })
        const { phases } = room.state.plan
        for (const [phase, { requires, posts, kind }] of phases.entries()) {
          if (requires.length === 0) continue
          const late = of.lateHours > 0 && (posts || kind === 'reflection')
          const waits = (index: number) => late && index % 4 === slow
          const at = opensAt(phase) + 1
          room.runs(at)
          for (const [index, name] of people.entries()) {
            saysSo(room, name, phase, () => true, at)
            if (idle.has(name) || waits(index)) continue
            follows(room, name, phase, at, seen)
            const all = progressOf(room.state, personId.parse(name), instantOf(at))[phase]
            expect({ name, phase, done: all?.done }).toEqual({ name, phase, done: all?.asked })
          }
          const after = dueAt(phase) + HOUR
          room.runs(after)
          for (const [index, name] of people.entries()) {
            saysSo(room, name, phase, (what) => late && LATE.includes(what), after)
            if (idle.has(name) || !waits(index)) continue
            follows(room, name, phase, after, seen)
            seen.late = (seen.late ?? 0) + 1
            saysSo(room, name, phase, () => false, after)
          }
        }
        const last = opensAt(phases.length) + 3 * 24 * HOUR
        room.runs(last)
        for (const name of people)
          for (const phase of phases.keys())
            expect(nextIn(room.state, personId.parse(name), phase, instantOf(last))).toBeNull()
      }),
      { seed, numRuns: 15 * times, skipAllAfterTimeLimit: times * PATIENCE },
    )
    const kinds = [
      ...['own-view', 'knowledge', 'position-draft', 'comment', 'opening', 'answer', 'anchor'],
      ...['proposal-or-amendment'],
    ]
    for (const kind of [...kinds, 'vote', 'reflection', 'annotation', 'answered', 'late', 'observer'])
      expect({ kind, seen: (seen[kind] ?? 0) > 5 }).toEqual({ kind, seen: true })
  },
  times * PATIENCE,
)
