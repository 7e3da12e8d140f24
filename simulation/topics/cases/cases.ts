// Asking the other sides and saying their case for them: one question each, the guess again, the case, and that side's score (rules E1–E6).
import { pairOf } from '../../agenda/parties'
import { opens } from '../../agenda/phase-kinds'
import { seatIdsOf } from '../../agenda/plan'
import { wordCount } from '../../kernel/gaps'
import type { DelegationId, SeatId } from '../../kernel/ids'
import type { Moment } from '../../kernel/moment'
import { askerOf, CASE_WORDS, caseKey, caseOf, othersOf, scoresNow } from '../../questions/cases'
import type { SideCase } from '../../shapes/cases'
import { seatsUntilDebrief } from '../../shapes/record'
import type { CommandOf } from '../../shapes/room-command'
import type { EventOf } from '../../shapes/room-event'
import { accept, type Rejection, refuse } from '../../shapes/verdict'
import type { ActorRole } from '../../state/actor'
import { closedTo } from '../../state/clock'
import type { NextRoom } from '../../state/next-room'
import { nextPrivate } from '../../state/private-numbers'
import { actingHead, type RoomState } from '../../state/room-state'
import type { Rule } from '../topic'

type Putting = Pick<CommandOf<'makeStatement'>, 'intent' | 'answers' | 'to'>

/** E1, E2: why a statement is neither the one question to another side nor the answer to one that was put to the own; null where it is. */
export function misaskedSide(state: RoomState, said: Putting, own: DelegationId | null): Rejection | null {
  if (own === null) return 'not-in-caucus'
  if (said.answers === null) {
    if (said.intent !== 'question' || said.to === undefined) return 'ask-or-answer'
    return caseOf(state, own, said.to).question === null ? null : 'already-asked'
  }
  const asker = said.to === undefined ? askerOf(state, own, said.answers) : null
  if (asker === null) return 'ask-or-answer'
  return caseOf(state, asker, own).answer === null ? null : 'question-answered'
}

/** Keeps which entry asked which side, and which answered: the first of each counts. The entry itself comes after this fold. */
export function noteSide(room: NextRoom, { seat, ...said }: Putting & { seat: SeatId }, phase: number): void {
  const own = room.seats[seat]?.delegation ?? null
  if (own === null || !opens(room.plan.phases[phase], 'asksSides')) return
  const entry = room.record.length + 1
  if (said.answers === null) {
    if (said.intent !== 'question' || said.to === undefined || caseOf(room, own, said.to).question !== null) return
    keepCase(room, own, said.to, { question: entry })
    return
  }
  const asker = askerOf(room, own, said.answers)
  if (asker !== null && caseOf(room, asker, own).answer === null) keepCase(room, asker, own, { answer: entry })
}

/** E3, E4. */
export const guessAgain: Rule<'guessAgain'> = (state, { of, value }, who, moment) => {
  const side = sideIn(state, of, who, moment)
  if (typeof side !== 'object') return refuse(side)
  const { own: by, seat } = side
  const { question, guess } = caseOf(state, by, of)
  if (question === null) return refuse('ask-first')
  if (guess?.value === value) return refuse('nothing-changed')
  return accept(seatsUntilDebrief(seatIdsOf(state.plan, by), { type: 'CaseGuessed', by, of, seat, value }))
}

/** E5. */
export const stateCase: Rule<'stateCase'> = (state, { of, text }, who, moment) => {
  const side = sideIn(state, of, who, moment)
  if (typeof side !== 'object') return refuse(side)
  const { own: by, seat } = side
  const { guess, stated, score } = caseOf(state, by, of)
  const pair = pairOf(state.plan, by, of)
  if (guess === null || pair === null) return refuse('guess-first')
  if (score) return refuse('case-scored')
  if (wordCount(text) > CASE_WORDS) return refuse('case-too-long')
  if (stated?.text === text) return refuse('nothing-changed')
  const no = stated?.no ?? nextPrivate(state, 'e', pair)
  return accept(seatsUntilDebrief(seatIdsOf(state.plan, by, of), { type: 'CaseStated', no, by, of, seat, text }))
}

/** E6. */
export const scoreCase: Rule<'scoreCase'> = (state, { from: by, score, missing }, who) => {
  if (who.kind !== 'seat') return refuse('not-seated')
  const { id: seat, delegation: of } = who.seat
  if (of === null) return refuse('not-in-caucus')
  if (!scoresNow(state)) return refuse('wrong-phase')
  if (actingHead(state, of)?.id !== seat) return refuse('not-the-head')
  const said = caseOf(state, by, of)
  const pair = pairOf(state.plan, by, of)
  if (said.stated === null || pair === null) return refuse('no-such-case')
  if (score < 5 && missing === null) return refuse('name-what-is-missing')
  if (said.score?.score === score && said.score.missing === missing) return refuse('nothing-changed')
  const no = said.score?.no ?? nextPrivate(state, 'e', pair)
  const scored: EventOf<'CaseScored'> = { type: 'CaseScored', no, by, of, seat, score, missing }
  return accept(seatsUntilDebrief(seatIdsOf(state.plan, by, of), scored))
}

/** The own delegation and the seat of whoever acts on another side while the phase runs; or the reason why they may not. */
function sideIn(
  state: RoomState,
  of: DelegationId,
  who: ActorRole,
  moment: Moment,
): { own: DelegationId; seat: SeatId } | Rejection {
  if (who.kind !== 'seat') return 'not-seated'
  const own = who.seat.delegation
  if (own === null) return 'not-in-caucus'
  const closed = closedTo(state, moment, 'asksSides')
  if (closed) return closed
  return othersOf(state.plan, own).includes(of) ? { own, seat: who.seat.id } : 'not-another-side'
}

/** Changes what is kept of one side's asking of another. */
export function keepCase(room: NextRoom, by: DelegationId, of: DelegationId, change: Partial<SideCase>): void {
  room.cases = { ...room.cases, [caseKey(by, of)]: { ...caseOf(room, by, of), ...change } }
}
