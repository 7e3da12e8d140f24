// What others may ask of ballots, as the rules themselves decide it.
import { opens } from '../../agenda/phase-kinds'
import type { RoomState } from '../../kernel/room-state'

/** Q4: whether the running phase votes, or the next one that asks anything of people does. */
export function votesNext({ plan, agenda }: Pick<RoomState, 'plan' | 'agenda'>): boolean {
  const ahead = plan.phases.slice(agenda.index)
  const next = ahead.slice(1).find((phase) => !opens(phase, 'movement'))
  return opens(ahead[0], 'votes') || opens(next, 'votes')
}
