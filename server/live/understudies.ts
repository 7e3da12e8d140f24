/** Makes the understudies (scripted delegates) of a room a source of its clock, and has them file before the chair ends a caucus. */

import { filingsBeforeEnd, understudyMove } from '#simulation/bots/understudies'
import { commandId } from '#simulation/kernel/ids'
import type { Scenario } from '#simulation/scenario/scenario'
import type { RoomCommand } from '#simulation/shapes/room-command'
import { hasEnded } from '#simulation/state/clock'
import type { Source } from './clock'
import type { Listening } from './listener'
import type { Room } from './room'

/**
 * No move while the phase is overdue, as after a restart: the clock ends it first, and a move would count in a phase that is over. Where a
 * listener is set, the server that leads the room asks it before claims are offered.
 */
export const understudies = (scenario: Scenario, listening: Listening | null, leads: () => boolean): Source => ({
  name: 'understudy',
  next(state, now) {
    const move = hasEnded(state, now) ? null : understudyMove(state, scenario)
    if (!listening || move?.command.type !== 'offerClaims' || !leads()) return move
    const { at, command } = listening.hear(state, move.command)
    return { ...move, at: Math.max(at, move.at), command }
  },
})

/** U6: to be called before a chair's command is submitted. Their ids are those that the clock would give the same filings, so that neither files twice. */
export function fileFirst({ room, scenario }: { room: Room; scenario: Scenario | null }, command: RoomCommand): void {
  const { state } = room.ahead
  if (!scenario || !state || command.type !== 'endPhase') return
  if (command.index !== state.agenda.index) return
  for (const move of filingsBeforeEnd(state, scenario)) {
    const id = commandId.parse(`understudy:${move.command.type}:${room.ahead.seq}`)
    room.submit(move.by, id, move.command, () => undefined)
  }
}
