// The chair's rulings on points of order (rule M7).
import type { Moment } from '../../kernel/moment'
import { pointsToRule } from '../../questions/motions'
import { everyone } from '../../shapes/record'
import type { CommandOf } from '../../shapes/room-command'
import { accept, refuse, type Verdict } from '../../shapes/verdict'
import type { ActorRole } from '../../state/actor'
import { closedTo } from '../../state/clock'
import type { RoomState } from '../../state/room-state'

export function rulePoint(
  state: RoomState,
  { seat, upheld, words }: CommandOf<'rulePoint'>,
  who: ActorRole,
  moment: Moment,
): Verdict {
  if (who.kind !== 'chair') return refuse('not-the-chair')
  if (state.plan.motions === undefined) return refuse('no-motions')
  const closed = closedTo(state, moment, 'floor')
  if (closed) return refuse(closed)
  if (!state.seats[seat]) return refuse('no-such-seat')
  const point = pointsToRule(state).find((each) => each.seat === seat)
  if (!point) return refuse('no-point-of-order')
  return accept(
    everyone({ type: 'PointRuled', seat, cites: point.cites, upheld, words }),
    // What is ruled on needs no turn any more.
    ...(point.hand ? [everyone({ type: 'HandLowered', seat })] : []),
  )
}
