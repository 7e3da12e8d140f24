// Private talk: inside a delegation, or between two in a bilateral (rules C1–C3).

import { membersOf, pairsOf } from '../../agenda/parties'
import { seatIdsOf } from '../../agenda/plan'
import { caucusIsOpen } from '../../questions/caucuses'
import { seatsUntilDebrief } from '../../shapes/record'
import { accept, refuse } from '../../shapes/verdict'
import { closedTo } from '../../state/clock'
import { nextPrivate } from '../../state/private-numbers'
import type { Rule } from '../topic'

export const speakInCaucus: Rule<'speakInCaucus'> = (state, command, who) => {
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

export const speakInBilateral: Rule<'speakInBilateral'> = (state, command, who, moment) => {
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
