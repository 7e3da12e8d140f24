// What a person in a seminar is asked to do at one instant: one task, the one that the rules would accept from them and that the phase is
// about (N1). Screens word it and lead to it; they decide nothing of it.
import { opens, ruleOf } from '../../agenda/phase-kinds'
import type { Filing, ObserverTask } from '../../agenda/plan'
import {
  type DelegationId,
  type FilingStage,
  type PersonId,
  participantActor,
  type SeatId,
  type TensionKey,
} from '../../kernel/ids'
import { votesNext } from '../../questions/ballots'
import { chipsNow, chipsOf } from '../../questions/chips'
import { awaitsMotion, openMotion } from '../../questions/motions'
import { claimsOpen, objectivesOf, unclaimedBy } from '../../questions/objectives'
import { observerTaskOf } from '../../questions/observers'
import { isSideByChair, seatByLot } from '../../questions/seats'
import { reflectionAhead, reflectionTime, stanceNow } from '../../questions/stances'
import { sideOf } from '../../secrecy/hearing'
import type { Seat } from '../../shapes/seats'
import { actingHead, isInCaucus, isRunning, phaseNow, type RoomState, seatHeldBy } from '../../state/room-state'
import { seatsToChoose } from '../homework/attendance'
import { type PrepareTask, readBrief, toPrepare } from '../homework/preparing'
import { filingOf, roundsUnfiled } from '../log/filings'
import { handInQueue, type InQueue, placeIfAsked } from '../log/queue'
import { turnsToWord } from '../log/turns'
import { type CaseTask, toAskSides } from '../positions/cases'
import { type Opener, openingsAhead } from '../positions/openers'
import { viewLeft, type When } from '../positions/own-view'
import { promptsLeft } from '../positions/reflections'
import { type OwedWords, owedWords } from '../text/owed-words'
import { atHome, onText, type ReadingsPassed, type TextTask, toAdvise, toVote } from './asked-text'
import { type TapTask, tapsAsked } from './taps'

/** How many of how many are left. */
type Left = { left: number; of: number }

export type Task =
  // Before a seat, before the first phase, between phases and after the end.
  | { kind: 'choose-seat' | 'draw-seat' | 'await-seat' }
  | { kind: 'await-start' | 'await-phase' | 'look-back' | 'ended' }
  // In any phase.
  | ({ kind: 'own-view'; when: When } & Left)
  | PrepareTask
  | { kind: 'watch' | 'look' | 'talk-in-caucus' }
  /** An observer's own task; a scribe's is the turn that is spoken, then the words of finished turns. */
  | { kind: 'observe'; task: ObserverTask }
  | { kind: 'give-words'; turn: number; left: number }
  /** The words of one's own last turn, or of one that its speaker left to this person; asked where nothing more urgent is. */
  | OwedWords
  | TapTask
  // Positions.
  | ({ kind: 'file' | 'propose'; round: TensionKey; stage: FilingStage; head: SeatId } & Left)
  /** A draft stands in every round that is left to file; `by` is the seat whose words are the newest in the first of them. */
  | { kind: 'proposed'; by: SeatId; head: SeatId }
  | { kind: 'filed'; stage: FilingStage }
  /** The positions are done; the head lays chips, or a member proposes some (Q19). */
  | { kind: 'lay-chips' | 'propose-chips' }
  /** Asking another side, and saying its case. */
  | CaseTask
  // The floor.
  | { kind: 'speak'; opens: boolean; lasts: number }
  | { kind: 'open'; next: boolean; opener: Opener }
  | { kind: 'listen'; opener: Opener | null }
  | ({ kind: 'in-queue' } & InQueue)
  /** `again` where the person's hand came down uncalled before and is carried over (N8, F11). */
  | { kind: 'ask-for-floor'; place: number; again: boolean }
  /** A motion, or its straw poll, awaits the head's answer. */
  | { kind: 'answer-motion'; motion: number; poll: boolean }
  | TextTask
  // Out of role.
  | ({ kind: 'reflect' } & Left)
  | { kind: 'reflected' }
  /** Objectives of the brief of which nothing is claimed yet (D12). */
  | ({ kind: 'claim' } & Left)
  | { kind: 'look-back-together' }

export type TaskKind = Task['kind']

/** The tasks that ask nothing of the person, and say why. */
const QUIET: ReadonlySet<TaskKind> = new Set<TaskKind>([
  'await-seat',
  'await-start',
  'await-phase',
  'look-back',
  'ended',
  'watch',
  'look',
  'proposed',
  'filed',
  'cases-done',
  'listen',
  'settled',
  'nothing-to-vote',
  'voted',
  'home-sealed',
  'members-decide',
  'nothing-to-ratify',
  'chair-decided',
  'reflected',
  'look-back-together',
])
export const asksSomething = ({ kind }: Task): boolean => !QUIET.has(kind)

/** What a person left out on purpose, which their device alone knows: their own view, the words of turns, or readings. It is not asked for again. */
export type Passed = Readonly<{ views: readonly When[]; turns: readonly number[]; readings: ReadingsPassed }>
export const NOTHING_PASSED: Passed = { views: [], turns: [], readings: [] }

export function taskOf(
  state: RoomState,
  person: PersonId,
  now: number,
  passed: Passed = NOTHING_PASSED,
  byOpenCode = false,
): Task {
  const seat = seatHeldBy(state, person)
  if (state.closedAt !== null) return { kind: 'ended' }
  if (!seat) return withoutSeat(state, person, byOpenCode)
  const task = seatedTask(state, seat, person, now, passed)
  const mayOwe = state.agenda.status === 'running' || state.agenda.status === 'between'
  const asks = asksSomething(task)
  if (!mayOwe || (asks && task.kind !== 'ask-for-floor')) return task
  const owed = tapsAsked(state, seat, person, passed.turns)
  return owed ?? (asks ? task : (owedWords(state, seat, person, passed.turns) ?? task))
}

function seatedTask(state: RoomState, seat: Seat, person: PersonId, now: number, passed: Passed): Task {
  const ownView = ownViewOf(state, person, passed)
  switch (state.agenda.status) {
    case 'lobby':
      return ownView ?? toPrepare(state, seat, person) ?? { kind: 'await-start' }
    case 'between':
      return { kind: 'await-phase' }
    case 'finished':
      return { kind: state.unsealedAt === null ? 'ended' : 'look-back' }
    case 'running':
      return speaking(state, seat) ?? ownView ?? taskInPhase(state, seat, person, now, passed)
    default:
      return state.agenda.status satisfies never
  }
}

function withoutSeat(state: RoomState, person: PersonId, byOpenCode: boolean): Task {
  if (byOpenCode && isSideByChair(state, null, person)) return { kind: 'await-seat' }
  if (seatsToChoose(state, person).length > 0) return { kind: 'choose-seat' }
  const draws =
    state.plan.seating === 'lot' && !state.seatingLocked && seatByLot(state, 0, sideOf(state, person)) !== null
  return { kind: draws ? 'draw-seat' : 'await-seat' }
}

function ownViewOf(state: RoomState, person: PersonId, passed: Passed): Task | null {
  const when = stanceNow(state)
  if (when === null || passed.views.includes(when)) return null
  const { left, of } = viewLeft(state, person, when)
  return left === 0 ? null : { kind: 'own-view', when, left, of }
}

function speaking({ floor }: RoomState, seat: Seat): Task | null {
  const { holder } = floor
  return holder?.seat === seat.id
    ? { kind: 'speak', opens: holder.turn === 'opening', lasts: holder.until - holder.since }
    : null
}

/** The task of the phase that runs, by what the phase opens, so that a kind of phase added to the table needs no line here. */
function taskInPhase(state: RoomState, seat: Seat, person: PersonId, now: number, { readings }: Passed): Task {
  const phase = phaseNow(state)
  if (!phase) return { kind: 'look' }
  const rule = ruleOf(phase)
  if (rule.reflections !== null) return outOfRole(state, seat, person, now)
  const { delegation } = seat
  if (delegation === null) return atTask(state, seat, person)
  const acts = actingHead(state, delegation)?.id === seat.id
  if (phase.files) return toFile(state, phase.files, seat, delegation)
  if (rule.votes) return toVote(state, seat, delegation, acts, readings)
  if (rule.asksSides) return toAskSides(state, seat, acts)
  if (rule.ratifies) return atHome(state, seat, delegation)
  if (rule.floor === 'in-order') return inOpenings(state, seat, now)
  if (rule.floor === 'asked-for') return onTheFloor(state, seat, acts, now, readings)
  if (rule.advises && votesNext(state)) return toAdvise(state, seat)
  const next = openingTask(state, seat, now)
  if (next && rule.reveals) return next
  if (rule.bilaterals) return { kind: 'talk-in-caucus' }
  return (rule.stance === null ? null : readBrief(state, seat)) ?? { kind: 'look' }
}

/** B1: what an observer does for the room; a scribe types while somebody speaks, then gives finished turns their words, or waits for the next. */
function atTask(state: RoomState, seat: Seat, person: PersonId): Task {
  const task = observerTaskOf(state, seat.id)
  if (task === 'fact-checker' || task === 'historian') return { kind: 'observe', task }
  const { holder } = state.floor
  if (task === 'scribe' && holder !== null && holder.person !== null && !holder.spoke) return { kind: 'observe', task }
  const turns = task === 'scribe' ? turnsToWord(state, seat, participantActor(person)) : []
  const [first] = turns
  return first ? { kind: 'give-words', turn: first.no, left: turns.length } : { kind: 'watch' }
}

function toFile(state: RoomState, files: Filing, seat: Seat, delegation: DelegationId): Task {
  const unfiled = roundsUnfiled(state, files, delegation)
  const head = actingHead(state, delegation)
  const [round] = unfiled
  if (!round || !head) return toLayChips(state, seat, delegation) ?? { kind: 'filed', stage: files.stage }
  const rest = { stage: files.stage, head: head.id, left: unfiled.length, of: files.rounds.length }
  if (head.id === seat.id) return { kind: 'file', round, ...rest }
  // N6: one draft is enough, whoever wrote it. Asked for a draft of their own, members whom a colleague overtook would be asked until the head files.
  const draftOf = (key: TensionKey) => filingOf(state, key, files.stage, delegation).draft
  const open = unfiled.find((key) => draftOf(key) === null)
  if (open) return { kind: 'propose', round: open, ...rest }
  const chips = toLayChips(state, seat, delegation)
  if (chips) return chips
  return { kind: 'proposed', by: draftOf(round)?.seat ?? head.id, head: head.id }
}

/** Q19: what is left to do about the chips once the positions are done. One proposal is enough, whoever made it. */
function toLayChips(state: RoomState, { id }: Seat, delegation: DelegationId): Task | null {
  const { laid, proposed } = chipsOf(state, delegation)
  if (!chipsNow(state) || laid) return null
  if (actingHead(state, delegation)?.id === id) return { kind: 'lay-chips' }
  return proposed.length === 0 ? { kind: 'propose-chips' } : null
}

/** The seat's own opening, where one is ahead. */
function openingTask(state: RoomState, seat: Seat, now: number): Task | null {
  const ahead = openingsAhead(state, now)
  const opener = ahead?.openers.find((one) => one.seat === seat.id)
  if (!ahead || !opener) return null
  const first = ahead.openers[0]?.seat === seat.id
  return { kind: 'open', next: first && (ahead.runs || ahead.phase === state.agenda.index + 1), opener }
}

function inOpenings(state: RoomState, seat: Seat, now: number): Task {
  const own = openingTask(state, seat, now)
  if (own?.kind === 'open' && own.next) return own
  const queued = inQueue(state, seat, now)
  if (queued) return queued
  if (own?.kind === 'open') return { kind: 'listen', opener: own.opener }
  return state.floor.holder || state.floor.toOpen.length > 0 ? { kind: 'listen', opener: null } : toAsk(state, seat)
}

function onTheFloor(state: RoomState, seat: Seat, acts: boolean, now: number, passed: ReadingsPassed): Task {
  if (isInCaucus(state)) return { kind: 'talk-in-caucus' }
  const motion = acts && seat.delegation !== null && awaitsMotion(state, seat.delegation) ? openMotion(state) : null
  if (motion) return { kind: 'answer-motion', motion: motion.no, poll: motion.poll !== null }
  const queued = inQueue(state, seat, now)
  if (!opens(phaseNow(state), 'text')) return queued ?? toAsk(state, seat)
  if (queued?.kind === 'in-queue' && queued.place === 1) return queued
  return onText(state, seat, acts, passed)
}

const toAsk = (state: RoomState, { id }: Seat): Task => ({
  kind: 'ask-for-floor',
  place: placeIfAsked(state, id),
  again: state.floor.carried.some(({ seat }) => seat === id),
})

function inQueue(state: RoomState, seat: Seat, now: number): Task | null {
  const queued = handInQueue(state, seat, now)
  return queued && { kind: 'in-queue', ...queued }
}

function outOfRole(state: RoomState, seat: Seat, person: PersonId, now: number): Task {
  const left = promptsLeft(state, person).length
  const time = reflectionTime(state, person, { at: now })
  // V2: heads are up while a debrief talks, and the phase of writing would have nothing left to ask.
  const asked = !reflectionAhead(state) && (time === 'on-time' || time === 'late')
  if (left > 0 && asked) return { kind: 'reflect', left, of: state.plan.reflectionPrompts.length }
  const unclaimed = claimsOpen(state) ? unclaimedBy(state, seat) : 0
  if (unclaimed > 0) return { kind: 'claim', left: unclaimed, of: objectivesOf(state, seat).length }
  const together = isRunning(state) && opens(phaseNow(state), 'unseals')
  return { kind: together ? 'look-back-together' : 'reflected' }
}
