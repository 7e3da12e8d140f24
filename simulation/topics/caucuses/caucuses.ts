// Private talk: inside a delegation, or between two in a bilateral (rules C1–C3).

import { membersOf, pairsOf } from '../../agenda/parties'
import { seatIdsOf } from '../../agenda/plan'
import type { Moment } from '../../kernel/moment'
import { caucusIsOpen } from '../../questions/caucuses'
import { seatsUntilDebrief } from '../../shapes/record'
import type { CommandOf } from '../../shapes/room-command'
import type { Verdict } from '../../shapes/verdict'
import { accept, refuse } from '../../shapes/verdict'
import type { ActorRole } from '../../state/actor'
import { closedTo } from '../../state/clock'
import { nextPrivate } from '../../state/private-numbers'
import type { RoomState } from '../../state/room-state'

export function speakInCaucus(state: RoomState, command: CommandOf<'speakInCaucus'>, who: ActorRole): Verdict {
  if (who.kind !== 'seat') return refuse('not-seated')
  const { delegation } = who.seat
  if (delegation === null) return refuse('not-in-caucus')
  if (!caucusIsOpen(state)) return refuse('wrong-phase')
  return accept(
    seatsUntilDebrief(seatIdsOf(state.plan, delegation), {
      type: 'CaucusSpoken',
      no: nextPrivate(state, 'c', delegation),
      seat: who.seat.id,
      delegation,
      text: command.text,
    }),
  )
}

export function speakInBilateral(
  state: RoomState,
  command: CommandOf<'speakInBilateral'>,
  who: ActorRole,
  moment: Moment,
): Verdict {
  if (who.kind !== 'seat') return refuse('not-seated')
  const { delegation } = who.seat
  const between = pairsOf(state.plan).includes(command.between) ? membersOf(command.between) : null
  if (delegation === null || !between?.includes(delegation)) return refuse('not-in-caucus')
  const closed = closedTo(state, moment, 'bilaterals')
  if (closed) return refuse(closed)
  return accept(
    seatsUntilDebrief(seatIdsOf(state.plan, ...between), {
      type: 'BilateralSpoken',
      no: nextPrivate(state, 'c', command.between),
      seat: who.seat.id,
      between: command.between,
      text: command.text,
    }),
  )
}
