// The question on the table: that of the round which is played, between rounds the seminar's.
import { roundOf } from '../agenda/plan'
import { phaseNow, type RoomState } from '../state/room-state'

export function questionNow(state: RoomState): string {
  const key = phaseNow(state)?.round
  return (key ? roundOf(state.plan, key)?.question : undefined) ?? state.plan.seminarQuestion
}
