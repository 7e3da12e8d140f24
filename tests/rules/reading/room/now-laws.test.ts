// What a student is told of now (N1–N7): the task is one that the rules accept, who opens is known beforehand, and everybody's own view
// of the room gives the answer that the whole room gives.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decide } from '#simulation/engine/decide'
import { evolve, fold } from '#simulation/engine/room'
import { nextDue } from '#simulation/engine/timers'
import { actorId, commandId, type PersonId, participantActor, personId, type SeatId } from '#simulation/kernel/ids'
import { putToVote } from '#simulation/questions/ballots'
import { chippedTensions } from '#simulation/questions/chips'
import { isClosed } from '#simulation/questions/motions'
import { claimOf, objectivesOf } from '#simulation/questions/objectives'
import { offersTo } from '#simulation/questions/offers'
import { clauseToInitial, openClauses } from '#simulation/questions/text'
import { saidOfTurn } from '#simulation/questions/turns'
import { seatsToChoose } from '#simulation/reading/homework/attendance'
import { openingsAhead } from '#simulation/reading/positions/openers'
import type { Task, TaskKind } from '#simulation/reading/talk/asked'
import { type Now, nowFor } from '#simulation/reading/talk/now'
import { viewerOf } from '#simulation/secrecy/hearing'
import type { Recorded } from '#simulation/shapes/record'
import { roomCommand } from '#simulation/shapes/room-command'
import { type RoomState, seatHeldBy } from '#simulation/state/room-state'
import { hand, type Written } from '../../../support/cast'
import { given } from '../../../support/given'
import { viewOf } from '../../../support/stories/heard'
import { Story } from '../../../support/stories/stories'
import { PEOPLE, script } from '../../../support/stories/story-script'

/** A command that the person must be able to give while this is their task; null where the task is to read, to look or to be ready. */
function probe(asked: Task, state: RoomState, person: PersonId): Written | null {
  const [clause] = putToVote(state)
  const [round] = state.plan.rounds
  const words = { value: 0, text: 'So it is.', redLine: 'Not one step more.', anchors: [], guesses: {} }
  switch (asked.kind) {
    case 'choose-seat':
      return { type: 'takeSeat', seat: seatsToChoose(state, person)[0] ?? null }
    case 'draw-seat':
      return { type: 'takeSeat', seat: null }
    case 'own-view':
      return round ? { type: 'markStance', round: round.key, value: 1 } : null
    case 'file':
      return { type: 'filePosition', round: asked.round, stage: asked.stage, ...words }
    case 'lay-chips':
    case 'propose-chips': {
      const type = asked.kind === 'lay-chips' ? 'layChips' : 'proposeChips'
      return { type, laid: [{ tension: chippedTensions(state.plan)[0] ?? '', chips: 10 }] }
    }
    case 'ask-side':
      return { type: 'makeStatement', text: 'So?', intent: 'question', answers: null, to: asked.of, anchors: [] }
    case 'guess-side':
      return { type: 'guessAgain', of: asked.of, value: 0.5 }
    case 'say-case':
      return { type: 'stateCase', of: asked.of, text: 'So it is.' }
    case 'score-case':
      return { type: 'scoreCase', from: asked.of, score: 3, missing: 'So it is not.' }
    case 'mark-reading':
      return { type: 'markReading', clause: asked.clause, version: asked.version, value: -0.5 }
    case 'propose':
      return { type: 'draftPosition', round: asked.round, stage: asked.stage, ...words }
    case 'speak':
      return { type: 'makeStatement', text: 'So it is.', intent: 'point', answers: null, anchors: [] }
    case 'in-queue':
      return { type: 'lowerHand' }
    case 'ask-for-floor':
      return hand()
    case 'cast':
      return clause ? { type: 'castBallot', clauses: [clause.key], vote: 'for', reason: null } : null
    case 'advise':
      return clause ? { type: 'adviseBallot', clause: clause.key, vote: 'for' } : null
    case 'settle': {
      const key = openClauses(state).find((each) => !isClosed(state, each.key))?.key
      // Where the debate is closed on all of them only a head is asked, to stand on other words.
      if (key === undefined) return null
      return { type: 'draftVersion', clause: key, words: 'So it is.', from: null, cites: null, between: null }
    }
    case 'answer-motion':
      return { type: asked.poll ? 'castStraw' : 'answerMotion', motion: asked.motion, yes: true }
    case 'answer-offer': {
      const own = seatHeldBy(state, person)?.delegation
      const offer = own ? offersTo(state, own)[0] : undefined
      return offer ? { type: 'answerOffer', no: offer.no, accept: false } : null
    }
    case 'initial': {
      const own = seatHeldBy(state, person)?.delegation
      const clause = own ? clauseToInitial(state, own) : null
      return clause ? { type: 'initialClause', clause: clause.key } : null
    }
    case 'claim':
      return { type: 'claimObjective', objective: claimable(state, person), met: false, entry: null }
    case 'ratify':
      return { type: 'voteRatification', vote: 'refuse', reason: 'It binds us.' }
    case 'check-reading':
      return { type: 'checkReading', question: unchecked(state, person), knew: true }
    case 'read-brief':
      return asked.sheet ? { type: 'writeStrategy', ...SHEET } : null
    case 'reflect':
      return { type: 'writeReflection', prompt: 0, text: 'So it was.' }
    case 'observe':
      return asked.task === 'historian' ? { type: 'writeChronicle', round: null, text: 'So it was.' } : null
    case 'give-words':
    case 'owe-words':
      return {
        type: 'giveWords',
        turn: asked.turn,
        text: 'So it was.',
        intent: 'point',
        answers: null,
        anchors: [],
        dictated: false,
      }
    case 'tap-turn': {
      const { answers, about } = saidOfTurn(state, asked.turn)
      const part =
        answers === undefined ? { answers: null } : about === undefined ? { about: 'E3.1' } : { way: 'for' as const }
      return { type: 'tapTurn', turn: asked.turn, ...part }
    }
    case 'talk-in-caucus':
      return { type: 'speakInCaucus', text: 'So it is.' }
    default:
      return null
  }
}

/** The first question on the reading that the person has not answered. */
const unchecked = ({ plan, readingChecks }: RoomState, person: PersonId): number =>
  (plan.readingCheck ?? []).findIndex((_, question) => readingChecks[person]?.[question] === undefined)

/** The first of the person's objectives of which nothing is claimed. */
function claimable(state: RoomState, person: PersonId): number {
  const seat = seatHeldBy(state, person)
  return seat ? objectivesOf(state, seat).findIndex((_, objective) => !claimOf(state, seat.id, objective)) : 0
}

const SHEET = { aim: 'A date.', canSpare: '', noDeal: '', theySay: {}, question: '' }

const seed = Number(process.env.STORY_SEED ?? 20260112)

/** N7: expects that a raised hand and an opening that is ahead in the openings that run are told, once, whatever is asked; gives how many were. */
function saysWhatIsWaitedFor(state: RoomState, { who, task, next, queued, opens }: Now, at: number): number {
  if (who.kind !== 'delegate' || state.closedAt !== null) return 0
  const { id } = who.seat
  const raised = state.floor.hands.some(({ seat }) => seat === id)
  expect(task.kind === 'in-queue' || queued !== null, `${id} waits in the queue`).toBe(raised)
  const ahead = openingsAhead(state, at)
  const isOpening = ahead?.runs === true && ahead.openers.some(({ seat }) => seat === id)
  const mine = next?.kind === 'phase' && typeof next.mine === 'object' ? next.mine : null
  const told = [
    task.kind === 'open' || task.kind === 'listen' ? task.opener : null,
    next?.kind === 'opener' ? next.opener : mine,
    opens,
  ].filter((opener) => opener?.seat === id).length
  if (isOpening) expect(told, `${id} is still to open`).toBe(1)
  else expect(told, `the opening of ${id} is told once`).toBeLessThanOrEqual(1)
  return Number(raised) + Number(isOpening)
}

/**
 * From the rows alone: this person's last turn, however short it was, if the chair took it back in this phase and nothing has come of the
 * floor for them since; null if there is none, and undefined where an undo may have changed it.
 */
function takenBackBy(rows: readonly Recorded[], state: RoomState, person: PersonId) {
  const seat = seatHeldBy(state, person)?.id
  const sat = rows.findLast(({ event }) => event.type === 'SeatTaken' && event.person === person)?.seq ?? 0
  const last = rows.findLast(
    ({ event, seq }) =>
      ['PhaseStarted', 'PhaseEnded', 'AgendaFinished', 'StepUndone'].includes(event.type) ||
      (event.type === 'FloorGranted' && event.seat === seat && seq > sat) ||
      (event.type === 'FloorEnded' && event.speaker === participantActor(person)),
  )
  if (last?.event.type === 'StepUndone') return undefined
  return last?.event.type === 'FloorEnded' && last.event.cause === 'taken-back' ? last.event : null
}

test('N1 N7 over random stories every task that asks for a command has it accepted, and each view gives the answer of the whole room', () => {
  const seen = new Map<TaskKind, number>()
  const told = { waits: 0, takenBack: 0, atOnce: 0 }
  let [probed, views] = [0, 0]
  fc.assert(
    fc.property(script(90), (drawn) => {
      new Story(drawn, {
        beat: (story, beats) => {
          const { state } = story
          if (beats % 3 !== 0 || state.plan.kind !== 'seminar') return
          const at = story.rows.at(-1)?.at ?? 0
          // P3: between its planned end and the clock's word for it a phase takes nothing more.
          if (state.clock && state.clock.pausedAt === null && at >= state.clock.endsAt) return
          for (const name of PEOPLE) {
            const person = personId.parse(name)
            if (state.removed.includes(person)) continue
            const now = nowFor(state, person, at)
            seen.set(now.task.kind, (seen.get(now.task.kind) ?? 0) + 1)
            told.waits += saysWhatIsWaitedFor(state, now, at)
            const taken = takenBackBy(story.rows, state, person)
            if (taken !== undefined)
              expect(now.takenBack !== null, `${name}: the floor was taken back`).toBe(taken !== null)
            if (taken && state.floor.holder) told.takenBack += 1
            if (taken && taken.spokenMs < 1000) told.atOnce += 1
            // Whoever was moved into a delegation does not hear what was drafted there before (R12), and is asked accordingly.
            if (beats % 9 === 0 && seatHeldBy(state, person) && !state.hearing[person]?.since) {
              const view = fold(viewOf(story.rows, viewerOf(state, person), story.book.unsealed))
              expect(view && nowFor(view, person, at), name).toEqual(now)
              views += 1
            }
            const written = probe(now.task, state, person)
            if (!written) continue
            const verdict = decide(state, roomCommand.parse(written), { by: participantActor(person), at, lot: 0 })
            expect(verdict, `${name}: ${now.task.kind}`).toMatchObject({ ok: true })
            probed += 1
          }
        },
      })
    }),
    { seed, numRuns: 50 },
  )
  expect(probed).toBeGreaterThan(500)
  expect(views).toBeGreaterThan(100)
  expect(told.waits).toBeGreaterThan(50)
  expect(told.takenBack).toBeGreaterThan(2)
  expect(told.atOnce).toBeGreaterThan(0)
  const often: TaskKind[] = ['own-view', 'file', 'propose', 'speak', 'ask-for-floor', 'in-queue', 'open', 'listen']
  for (const kind of [...often, 'settle', 'choose-seat', 'tap-turn'] as TaskKind[])
    expect(seen.get(kind) ?? 0, kind).toBeGreaterThan(2)
  // Few stories come as far as the phase that asks for it, or make all three taps.
  expect(seen.get('owe-words') ?? 0, 'owe-words').toBeGreaterThan(0)
  expect(seen.get('reflect') ?? 0, 'reflect').toBeGreaterThan(0)
})

test('N1 in the vote the head is asked to cast and a member to advise, on what is put to it and nothing else', () => {
  const room = given().agrees('common-ground').enters('ballot')
  const asked = (name: string) => nowFor(room.state, personId.parse(name), 0).task
  for (const [name, kind] of [
    ['amara', 'cast'],
    ['ben', 'advise'],
  ] as const) {
    expect(asked(name)).toEqual({ kind, left: 1, of: 1 })
    const written = probe(asked(name), room.state, personId.parse(name))
    if (written) room.does(`p:${name}`, written)
    // Whoever voted for it may still mark how they read it (Q21).
    expect(asked(name).kind).toBe(kind === 'cast' ? 'mark-reading' : 'voted')
  }
  const open = given().enters('ballot')
  expect(nowFor(open.state, personId.parse('amara'), 0).task.kind).toBe('nothing-to-vote')
})

/** The seats to which the clock gives an opening, and for how long, when nobody but the clock acts from here until the openings end. */
function openedBy(state: RoomState, phase: number, from: number): { seat: SeatId; lasts: number }[] {
  const opened: { seat: SeatId; lasts: number }[] = []
  let living = { ...state, autopilot: { ...state.autopilot, agenda: true } }
  let now = from
  for (;;) {
    const due = nextDue(living, now)
    if (!due || living.agenda.index > phase) return opened
    now = Math.max(now, due.at)
    const verdict = decide(living, due.command, { by: actorId.parse(due.by), at: now, lot: 0 })
    if (!verdict.ok) throw new Error(`The clock was due to ${due.command.type}: ${verdict.rejection}`)
    for (const draft of verdict.rows) {
      const { event } = draft
      if (event.type === 'FloorGranted' && event.turn === 'opening' && living.agenda.index === phase)
        opened.push({ seat: event.seat, lasts: event.until - now })
      living = evolve(living, { seq: 1_000_000, at: now, by: actorId.parse(due.by), commandId: LATER, ...draft })
    }
  }
}
const LATER = commandId.parse('openings-law')

test('N2 whom the forward run names is whom the clock calls, in that order, from any moment before or in the openings', () => {
  let [runs, calls, before] = [0, 0, 0]
  fc.assert(
    fc.property(script(60), (told) => {
      new Story(told, {
        beat: (story, beats) => {
          const { state } = story
          const at = story.rows.at(-1)?.at ?? 0
          const ahead = beats % 6 === 0 && state.plan.kind === 'seminar' ? openingsAhead(state, at) : null
          const lively = state.agenda.status === 'running' && state.clock?.pausedAt === null && state.closedAt === null
          if (!ahead || !lively || ahead.phase > state.agenda.index + 1) return
          const called = openedBy(state, ahead.phase, at)
          expect(called.map(({ seat }) => seat)).toEqual(ahead.openers.slice(0, called.length).map(({ seat }) => seat))
          // Openings that began late, or a turn given by hand, leave no time for the last of them.
          if (!ahead.runs) {
            expect(called).toEqual(ahead.openers.map(({ seat, lasts }) => ({ seat, lasts })))
            before += 1
          }
          runs += 1
          calls += called.length
        },
      })
    }),
    { seed, numRuns: 50 },
  )
  expect(runs).toBeGreaterThan(20)
  expect(before).toBeGreaterThan(5)
  expect(calls).toBeGreaterThan(30)
})
