// What a student is told of now (N1–N6): the task is one that the rules accept, who opens is known beforehand, and everybody's own view
// of the room gives the answer that the whole room gives.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nextDue } from '#simulation/agenda/timers'
import {
  actorId,
  commandId,
  type PersonId,
  participantActor,
  personId,
  type SeatId,
  seatId,
} from '#simulation/kernel/ids'
import type { Recorded } from '#simulation/kernel/record'
import { decide, evolve, fold } from '#simulation/kernel/room'
import { roomCommand } from '#simulation/kernel/room-command'
import { phaseNow, type RoomState, seatHeldBy } from '#simulation/kernel/room-state'
import type { Task, TaskKind } from '#simulation/reading/asked'
import { seatsToChoose } from '#simulation/reading/attendance'
import { type Now, nowFor } from '#simulation/reading/now'
import { openingsAhead } from '#simulation/reading/openers'
import { stakeRound } from '#simulation/reading/own-briefs'
import { ownViewsMarked } from '#simulation/reading/own-view'
import { turnsWithoutWords } from '#simulation/reading/turns'
import { viewerOf } from '#simulation/secrecy/hearing'
import { viewFor } from '#simulation/secrecy/visible-row'
import { AMARA, BEN, CHAIR, CLEO, DAIKI, EMI, FEN, hand, SEATING, smallSeminar, type Written } from '../../support/cast'
import { given, instantOf, type Room } from '../../support/given'
import { Story } from '../../support/stories'
import { PEOPLE, script } from '../../support/story-script'

const task = (room: Room, who: string, at: number) => nowFor(room.state, personId.parse(who), instantOf(at)).task

const marks = (room: Room, who: string, at: number) => {
  for (const { key } of room.state.plan.rounds) room.does(who, { type: 'markStance', round: key, value: 1 }, at)
}

describe('what is asked', () => {
  test('N4 in the briefing one’s own view comes first, then the brief', () => {
    const room = given().enters('briefing')
    expect(task(room, 'ben', 1)).toMatchObject({ kind: 'own-view', when: 'before', left: 2, of: 2 })
    marks(room, BEN, 2)
    expect(task(room, 'ben', 3)).toEqual({ kind: 'read-brief' })
    expect(ownViewsMarked(room.state)).toEqual({ when: 'before', marked: 1, of: 8 })
  })

  test('N1 the head is asked to file, a member to propose; what is proposed and filed is not asked for again', () => {
    const room = given().enters('caucus')
    expect(task(room, 'amara', 1)).toMatchObject({ kind: 'file', stage: 'opening' })
    expect(task(room, 'ben', 1)).toMatchObject({ kind: 'propose', head: 'us.state' })
    expect(task(room, 'hana', 1)).toEqual({ kind: 'watch' })
  })

  test('N6 one proposal is enough: neither its author nor a colleague is asked for another, whoever’s words are the newest', () => {
    const room = given().enters('caucus')
    const proposes = (who: string, at: number) => {
      const words = { value: 0, text: `As ${who} sees it.`, redLine: '', anchors: [], guesses: {} }
      for (const round of phaseNow(room.state)?.files?.rounds ?? [])
        room.does(who, { type: 'draftPosition', round, stage: 'opening', ...words }, at)
    }
    const kinds = (at: number) => ['ben', 'cleo', 'emi'].map((who) => task(room, who, at).kind)
    expect(kinds(1)).toEqual(['propose', 'propose', 'propose'])
    proposes(BEN, 2)
    expect(kinds(3)).toEqual(['proposed', 'proposed', 'propose'])
    expect(task(room, 'cleo', 3)).toMatchObject({ by: SEATING.ben, head: SEATING.amara })
    proposes(CLEO, 4)
    expect(kinds(5)).toEqual(['proposed', 'proposed', 'propose'])
    expect(task(room, 'ben', 5)).toMatchObject({ by: SEATING.cleo })
    expect(task(room, 'amara', 5)).toMatchObject({ kind: 'file' })
  })

  test('N1 on the floor: ask, then wait with a place, then speak', () => {
    const room = given().enters('floor').does(CHAIR, { type: 'setAutopilot', agenda: false, floor: 'off' })
    room.does(CHAIR, { type: 'grantFloor', seat: 'jp.pm' }).does(AMARA, hand(), 1)
    expect(task(room, 'ben', 2)).toEqual({ kind: 'ask-for-floor', place: 2 })
    room.does(BEN, hand(), 3)
    expect(task(room, 'ben', 4)).toMatchObject({ kind: 'in-queue', place: 2, intent: 'point' })
    expect(task(room, 'daiki', 4)).toMatchObject({ kind: 'speak', opens: false })
    room.does(DAIKI, { type: 'yieldFloor', to: null }, 5).does(CHAIR, { type: 'grantFloor', seat: 'us.treasury' }, 5)
    expect(nowFor(room.state, personId.parse('ben'), instantOf(6))).toMatchObject({
      who: { kind: 'delegate', part: 'member' },
      task: { kind: 'speak' },
      next: { kind: 'hand', seat: 'us.state' },
    })
  })

  test('V2 a debrief before the reflection asks for no writing, the reflection does, and a debrief after it asks for what is left', () => {
    const room = given().enters('debrief')
    expect(task(room, 'ben', 1)).toEqual({ kind: 'look-back-together' })
    room.enters('reflection')
    marks(room, BEN, 2)
    expect(task(room, 'ben', 3)).toMatchObject({ kind: 'reflect' })
    const planned = smallSeminar()
    const phases = planned.plan.phases
    const after = given({
      ...planned,
      plan: { ...planned.plan, phases: [...phases.slice(0, -2), ...phases.slice(-2).toReversed()] },
    })
    expect(task(after.enters('debrief'), 'ben', 4)).toMatchObject({ kind: 'reflect' })
  })

  test('N2 N3 the first opener is told in the reveal that they open next, the others with the phase that follows', () => {
    const room = given().enters('reveal')
    expect(task(room, 'amara', 0)).toMatchObject({ kind: 'open', next: true, opener: { place: 1 } })
    expect(task(room, 'daiki', 0)).toMatchObject({ kind: 'open', next: false, opener: { place: 2 } })
    expect(task(room, 'ben', 0)).toEqual({ kind: 'look' })
    expect(nowFor(room.state, personId.parse('daiki'), instantOf(0)).next).toMatchObject({
      kind: 'phase',
      phase: { kind: 'openings' },
      mine: { place: 2 },
    })
  })

  test('N5 the words of one’s last turn are asked where nothing else is, until they are given, left as spoken, or left to another', () => {
    const room = given().enters('floor').does(CHAIR, { type: 'setAutopilot', agenda: false, floor: 'off' })
    const speaks = (seat: string, who: string, at: number) =>
      room
        .does(CHAIR, { type: 'grantFloor', seat: seatId.parse(seat) }, at)
        .does(who, { type: 'yieldFloor', to: null }, at + 20)
    speaks('us.treasury', BEN, 1)
    const [first] = turnsWithoutWords(room.state).map(({ no }) => no)
    expect(task(room, 'ben', 30)).toEqual({
      kind: 'owe-words',
      turn: first,
      as: 'speaker',
      seconds: 20,
      speaker: 'us.treasury',
    })
    const leftAsSpoken = { views: [], turns: [first ?? 0] }
    expect(nowFor(room.state, personId.parse('ben'), instantOf(30), leftAsSpoken).task.kind).toBe('ask-for-floor')
    // A raised hand is more urgent.
    room.does(BEN, hand(), 31)
    expect(task(room, 'ben', 32).kind).toBe('in-queue')
    room.does(BEN, { type: 'lowerHand' }, 33)
    speaks('us.treasury', BEN, 40)
    const last = turnsWithoutWords(room.state).at(-1)?.no ?? 0
    expect(task(room, 'ben', 70)).toMatchObject({ kind: 'owe-words', turn: last })
    room.does(BEN, { type: 'leaveWords', turn: last, to: seatId.parse('us.state') }, 71)
    expect(task(room, 'ben', 72)).toMatchObject({ kind: 'owe-words', turn: first })
    expect(task(room, 'amara', 72)).toMatchObject({
      kind: 'owe-words',
      turn: last,
      as: 'named',
      speaker: 'us.treasury',
    })
    // A speaker whom the chair made an observer is asked as before.
    room.does(CHAIR, { type: 'placePerson', person: 'hana', seat: null }, 72)
    room.does(CHAIR, { type: 'placePerson', person: 'ben', seat: seatId.parse('observer.1') }, 72)
    room.does(CHAIR, { type: 'giveTask', seat: seatId.parse('observer.1'), task: null }, 72)
    expect(task(room, 'ben', 72)).toMatchObject({ kind: 'owe-words', turn: first, as: 'speaker' })
    room.does(CHAIR, { type: 'placePerson', person: 'ben', seat: seatId.parse('us.treasury') }, 72)
    const words = { text: 'So it was.', intent: 'point' as const, answers: null, anchors: [], dictated: false }
    room.does(AMARA, { type: 'giveWords', turn: last, ...words }, 73)
    room.does(BEN, { type: 'giveWords', turn: first ?? 0, ...words }, 74)
    expect([task(room, 'amara', 75).kind, task(room, 'ben', 75).kind]).toEqual(['ask-for-floor', 'ask-for-floor'])
  })

  test('the stake of an office is known in each phase of a round, to whoever reads its brief, and to no observer', () => {
    const room = given().enters('briefing')
    const stake = (view: RoomState | null, who: string) => {
      const seat = view && seatHeldBy(view, personId.parse(who))
      return view && seat ? (stakeRound(view, seat)?.key ?? null) : null
    }
    expect(stake(room.state, 'ben')).toBeNull()
    room.enters('floor')
    const [round] = room.state.plan.rounds
    expect(['amara', 'ben', 'daiki'].map((who) => stake(room.state, who))).toEqual([round?.key, round?.key, round?.key])
    expect(stake(room.state, 'hana')).toBeNull()
    const page = fold(viewFor(room.rows, viewerOf(room.state, personId.parse('ben')), false))
    expect([stake(page, 'ben'), stake(page, 'daiki')]).toEqual([round?.key, null])
  })

  const by = { type: 'setAutopilot', agenda: true, floor: 'off' } as const
  const give = (seat: string): Written => ({ type: 'grantFloor', seat: seatId.parse(seat) })
  const back: Written = { type: 'yieldFloor', to: null }
  const told = (room: Room, who: string, at: number) => nowFor(room.state, personId.parse(who), instantOf(at))

  test('N5 N7 who is still to open is told so whatever words they owe and while their hand is up', () => {
    const rounds = ['framing', 'deterrence', 'regional-order'].map((tension) => ({ tension, seconds: null }))
    const room = given(smallSeminar({ rounds })).enters('floor').does(CHAIR, by)
    room.does(CHAIR, give('cn.foreign'), 1).does(FEN, back, 20)
    expect(told(room, 'fen', 21).task.kind).toBe('owe-words')
    room.enters('reveal', 2)
    expect(told(room, 'fen', 22).task).toMatchObject({ kind: 'open', next: false })
    // The second round opens in the order Japan, China, United States.
    room.enters('openings', 2)
    expect(told(room, 'fen', 23)).toMatchObject({ task: { kind: 'listen', opener: { place: 2 } }, opens: null })
    room.does(FEN, hand('question'), 24)
    expect(told(room, 'fen', 25)).toMatchObject({
      task: { kind: 'in-queue' },
      next: { kind: 'opener', opener: { delegation: 'jp' } },
      queued: null,
      opens: { seat: 'cn.foreign', place: 2 },
    })
    room.does(CHAIR, { type: 'pauseClock' }, 26)
    expect(told(room, 'fen', 27)).toMatchObject({ next: { kind: 'resume' }, opens: { place: 2 } })
  })

  test('N7 while the joint text is negotiated a raised hand keeps its place beside the task', () => {
    const room = given().enters('negotiation').does(CHAIR, by).does(CHAIR, give('jp.pm'), 1)
    room.does(FEN, hand(), 2).does(EMI, hand(), 3).does(BEN, hand('question'), 4)
    expect(told(room, 'ben', 5)).toMatchObject({
      task: { kind: 'settle' },
      queued: { place: 3, intent: 'question' },
    })
    expect(told(room, 'fen', 5)).toMatchObject({ task: { kind: 'in-queue', place: 1 }, queued: null })
    expect(told(room, 'amara', 5).queued).toBeNull()
  })

  test('N7 a turn that the chair took back is told of while another has the floor, until the phase ends', () => {
    const taken = (room: Room, who: string, at: number) => told(room, who, at).takenBack
    const room = given().enters('floor').does(CHAIR, by).does(CHAIR, give('us.treasury'), 1)
    room.does(DAIKI, hand(), 2)
    expect(taken(room, 'ben', 3)).toBeNull()
    // With the floor off autopilot nobody is called; with it on, Daiki is called at once.
    room.does(CHAIR, { type: 'takeBackFloor' }, 10)
    const no = room.state.record.length
    expect(taken(room, 'ben', 10)).toBe(no)
    room.does(CHAIR, { ...by, floor: 'in-order' }, 10).runs(12)
    expect(room.state.floor.holder?.seat).toBe('jp.pm')
    expect([taken(room, 'ben', 12), taken(room, 'daiki', 12), taken(room, 'amara', 12)]).toEqual([no, null, null])
    // The chair gives the floor to another over the speaker.
    room.does(CHAIR, give('cn.foreign'), 20)
    expect([taken(room, 'daiki', 21), taken(room, 'ben', 21)]).toEqual([expect.any(Number), no])
    expect(taken(room, 'daiki', 21)).not.toBe(no)
    // The floor again: nothing is left to say, during the turn and after it.
    room.does(CHAIR, give('us.treasury'), 30)
    expect(taken(room, 'ben', 31)).toBeNull()
    room.does(BEN, back, 40)
    expect(taken(room, 'ben', 41)).toBeNull()
    room.enters('caucus', 2)
    expect([taken(room, 'daiki', 60), taken(room, 'fen', 60)]).toEqual([null, null])
  })

  test('a paused clock says so, and nothing comes next before it runs', () => {
    const room = given().enters('floor').does(CHAIR, { type: 'pauseClock' }, 10)
    const now = nowFor(room.state, personId.parse('ben'), instantOf(20))
    expect(now.happening).toMatchObject({ kind: 'phase', pausedAt: instantOf(10) })
    expect(now.next).toEqual({ kind: 'resume' })
  })
})

/** A command that the person must be able to give while this is their task; null where the task is to read, to look or to be ready. */
function probe(asked: Task, state: RoomState, person: PersonId): Written | null {
  const [clause] = state.plan.communique.clauses
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
    case 'propose':
      return { type: 'draftPosition', round: asked.round, stage: asked.stage, ...words }
    case 'speak':
      return { type: 'makeStatement', text: 'So it is.', intent: 'point', answers: null, anchors: [] }
    case 'in-queue':
      return { type: 'lowerHand' }
    case 'ask-for-floor':
      return hand()
    case 'cast':
      return clause ? { type: 'castBallot', clause: clause.key, vote: 'for', reason: null } : null
    case 'advise':
      return clause ? { type: 'adviseBallot', clause: clause.key, vote: 'for' } : null
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
    case 'talk-in-caucus':
      return { type: 'speakInCaucus', text: 'So it is.' }
    default:
      return null
  }
}

const seed = Number(process.env.STORY_SEED ?? 20260112)

/** N7: expects that a raised hand and an opening that is ahead in the openings that run are told, whatever is asked; gives how many were. */
function saysWhatIsWaitedFor(state: RoomState, { who, task, next, queued, opens }: Now, at: number): number {
  if (who.kind !== 'delegate' || state.closedAt !== null) return 0
  const { id } = who.seat
  const raised = state.floor.hands.some(({ seat }) => seat === id)
  if (raised) expect(task.kind === 'in-queue' || queued !== null, `${id} waits in the queue`).toBe(true)
  const ahead = openingsAhead(state, at)
  const isOpening = ahead?.runs === true && ahead.openers.some(({ seat }) => seat === id)
  const told =
    task.kind === 'open' ||
    (task.kind === 'listen' && task.opener?.seat === id) ||
    (next?.kind === 'opener' && next.opener.seat === id) ||
    opens?.seat === id
  if (isOpening) expect(told, `${id} is still to open`).toBe(true)
  return Number(raised) + Number(isOpening)
}

/** From the rows alone: whether the chair took this person's last turn back in this phase, and nothing has come of the floor for them since. */
function takenBackBy(rows: readonly Recorded[], state: RoomState, person: PersonId): boolean {
  const seat = seatHeldBy(state, person)?.id
  const last = rows.findLast(
    ({ event }) =>
      ['PhaseStarted', 'PhaseEnded', 'AgendaFinished', 'StepUndone'].includes(event.type) ||
      (event.type === 'FloorGranted' && event.seat === seat) ||
      (event.type === 'FloorEnded' && event.speaker === participantActor(person)),
  )
  return last?.event.type === 'FloorEnded' && last.event.cause === 'taken-back' && last.event.spokenMs >= 1000
}

test('N1 N7 over random stories every task that asks for a command has it accepted, and each view gives the answer of the whole room', () => {
  const seen = new Map<TaskKind, number>()
  const told = { waits: 0, takenBack: 0 }
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
            if (taken) expect(now.takenBack, `${name}: the floor was taken back`).not.toBeNull()
            if (taken && state.floor.holder) told.takenBack += 1
            // Whoever was moved into a delegation does not hear what was drafted there before (R12), and is asked accordingly.
            if (beats % 9 === 0 && seatHeldBy(state, person) && !state.hearing[person]?.since) {
              const view = fold(viewFor(story.rows, viewerOf(state, person), story.book.unsealed))
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
    { seed, numRuns: 60 },
  )
  expect(probed).toBeGreaterThan(1000)
  expect(views).toBeGreaterThan(200)
  expect(told.waits).toBeGreaterThan(100)
  expect(told.takenBack).toBeGreaterThan(5)
  const often: TaskKind[] = ['own-view', 'file', 'propose', 'speak', 'ask-for-floor', 'in-queue', 'open', 'listen']
  for (const kind of [...often, 'settle', 'cast', 'advise', 'choose-seat', 'owe-words'] as TaskKind[])
    expect(seen.get(kind) ?? 0, kind).toBeGreaterThan(5)
  // Few stories come as far as the phase that asks for it.
  expect(seen.get('reflect') ?? 0, 'reflect').toBeGreaterThan(3)
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
    { seed, numRuns: 60 },
  )
  expect(runs).toBeGreaterThan(40)
  expect(before).toBeGreaterThan(10)
  expect(calls).toBeGreaterThan(60)
})
