// The question on the table: that of the round which is played, or of the tension folded into it once the room has turned to it; between
// rounds the seminar's.
import { opens } from '../../agenda/phase-kinds'
import { roundOf } from '../../agenda/plan'
import type { TensionKey } from '../../kernel/ids'
import { phaseNow, type RoomState } from '../../state/room-state'

export function questionNow(state: RoomState): string {
  const key = phaseNow(state)?.round
  const round = key ? roundOf(state.plan, key) : undefined
  const turned = round?.folded.find((folded) => folded.key === state.turnedTo)
  return (turned ?? round)?.question ?? state.plan.seminarQuestion
}

/** P16: the folded tension whose question is on the table. A plan of before says no second: there it is so in the second half of a debate. */
export function foldedNow(state: RoomState, now: number): { key: TensionKey; question: string } | null {
  const { plan, clock, turnedTo } = state
  const phase = phaseNow(state)
  const folded = (phase?.round && roundOf(plan, phase.round)?.folded) || []
  if (phase?.foldsAtSeconds !== undefined) return folded.find(({ key }) => key === turnedTo) ?? null
  const late = clock !== null && (clock.pausedAt ?? now) >= (clock.startsAt + clock.endsAt) / 2
  return late && opens(phase, 'debate') ? (folded[0] ?? null) : null
}
