// Understudies who act for a delegation answer an open motion, and cast in its straw poll, so that nobody waits for them (rules M2, M6).
import { delegationIds } from '../agenda/parties'
import { type DelegationId, understudyActor } from '../kernel/ids'
import { awaitsMotion, openMotion } from '../questions/motions'
import { isClean, openClauses, stoodOn } from '../questions/text'
import type { Motion } from '../shapes/motions'
import { clauseIn, type RoomState } from '../state/room-state'
import { draw, type Move, playedHead, type UnderstudyContext } from './understudy-context'

export function motionMoves(context: UnderstudyContext): Move[] {
  const { state, pace } = context
  const motion = openMotion(state)
  if (!motion) return []
  const since = motion.until - (state.plan.motions?.seconds ?? 0) * 1000
  return delegationIds(state.plan).flatMap((side): Move[] => {
    const head = playedHead(state, side)
    if (!head || !awaitsMotion(state, side)) return []
    const thinks = 4_000 + 1_000 * draw(context, 9, 'motion', motion.no, side)
    const at = Math.round(since + thinks * pace)
    const { no } = motion
    const command = motion.poll
      ? { type: 'castStraw' as const, motion: no, yes: wouldSign(state, motion, side) }
      : { type: 'answerMotion' as const, motion: no, yes: isFor(state, motion) }
    return [{ at, by: understudyActor(head.id), command }]
  })
}

/** More time while a bracket is open, an end of the debate once the clause is clean, and no quarrel with the chair. */
function isFor(state: RoomState, { moved }: Motion): boolean {
  switch (moved.kind) {
    case 'caucus':
    case 'extend':
      return openClauses(state).length > 0
    case 'close': {
      const clause = clauseIn(state, moved.clause)
      return clause !== undefined && isClean(clause)
    }
    case 'straw-poll':
      return true
    case 'appeal':
      return false
    default:
      return moved satisfies never
  }
}

/** A clause on which it stands with somebody else. */
function wouldSign(state: RoomState, { moved }: Motion, side: DelegationId): boolean {
  const clause = moved.kind === 'straw-poll' ? clauseIn(state, moved.clause) : undefined
  if (!clause) return false
  return stoodOn(state.plan, clause).some(
    ({ version, delegations }) => version !== null && delegations.length > 1 && delegations.includes(side),
  )
}
