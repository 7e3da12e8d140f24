// What the chair can do at several tables with one press, and which of them it reaches: one precondition for each act, asked by the button's
// count and by the act itself, so that a button never says another number than it does.
import type { CommandId, DelegationId } from '../../kernel/ids'
import type { ClientCommand } from '../../shapes/room-command'
import type { WatchedRoom } from '../positions/several-rooms'
import { asksBefore } from '../room/phase-end'

export type ChairAct =
  | { kind: 'start' }
  | { kind: 'resume' }
  | { kind: 'pause' }
  | { kind: 'extend'; minutes: 1 | 2 | 5 }
  /** Starts the next phase, after the end of the running one where that starts it by itself. */
  | { kind: 'next' }
  /** Ends the running phase where the next one then waits, or where there is none. */
  | { kind: 'end' }
  | { kind: 'news'; key: string }
  | { kind: 'ownNews'; headline: string; text: string }
  | { kind: 'note'; to: 'room' | 'heads' | DelegationId; text: string }
  | { kind: 'autopilot'; on: boolean }
  | { kind: 'unseal' }
  | { kind: 'close' }
  /** `steps` are the commands whose steps are taken back, by the room's id. */
  | { kind: 'undo'; steps: ReadonlyMap<string, CommandId> }

type Table = Pick<WatchedRoom, 'id' | 'plan' | 'summary'>

/** The commands that do the act in a room, in order; none where it would do nothing or be refused. */
export function commandsOf(act: ChairAct, room: Table): readonly ClientCommand[] {
  const { plan, summary } = room
  const { status, phase, clock, closed } = summary
  const ticks = !closed && status === 'running' && plan.kind === 'seminar' && clock !== null
  const isPlayed = !closed && (status === 'running' || status === 'between')
  const hasNext = plan.phases.length > phase + 1
  switch (act.kind) {
    case 'start':
      return !closed && status === 'lobby' ? [{ type: 'startPhase', index: 0 }] : []
    case 'pause':
      return ticks && clock.pausedAt === null ? [{ type: 'pauseClock' }] : []
    case 'resume':
      return ticks && clock.pausedAt !== null ? [{ type: 'resumeClock' }] : []
    case 'extend':
      return ticks ? [{ type: 'extendClock', minutes: act.minutes }] : []
    case 'next':
      if (!isPlayed || !hasNext) return []
      if (status === 'between') return [{ type: 'startPhase', index: phase + 1 }]
      return summary.autopilot.agenda ? [{ type: 'endPhase', index: phase }] : []
    case 'end':
      return isPlayed && status === 'running' && !(summary.autopilot.agenda && hasNext)
        ? [{ type: 'endPhase', index: phase }]
        : []
    case 'news':
      return isPlayed && !summary.sent.includes(act.key) ? [{ type: 'sendInject', key: act.key }] : []
    case 'ownNews':
      return isPlayed ? [{ type: 'writeInject', headline: act.headline, text: act.text }] : []
    case 'note':
      return closed ? [] : noteTo(act, room)
    case 'autopilot':
      return !closed && status !== 'finished' && summary.autopilot.agenda !== act.on
        ? [{ type: 'setAutopilot', agenda: act.on, floor: summary.autopilot.floor }]
        : []
    case 'unseal':
      return summary.unsealable ? [{ type: 'unsealRecord' }] : []
    case 'close':
      return !closed && status === 'finished' ? [{ type: 'closeRoom' }] : []
    case 'undo': {
      const of = act.steps.get(room.id)
      return of === undefined || of !== summary.undoable ? [] : [{ type: 'undoLastStep', of }]
    }
    default:
      return act satisfies never
  }
}

/** To the room or to a delegation one note; to the heads one each, where a person sits. */
function noteTo({ to, text }: Extract<ChairAct, { kind: 'note' }>, { plan, summary }: Table): readonly ClientCommand[] {
  if (to === 'heads')
    return summary.heads.flatMap((seat): ClientCommand[] =>
      isHeld({ plan, summary }, seat) ? [{ type: 'nudge', to: seat, text }] : [],
    )
  return to === 'room' || plan.delegations.some(({ id }) => id === to) ? [{ type: 'nudge', to, text }] : []
}

const isHeld = ({ plan, summary }: Pick<Table, 'plan' | 'summary'>, seat: string): boolean =>
  summary.holders[plan.seats.findIndex(({ id }) => id === seat)] != null

/** The rooms that the act reaches. */
export const reachOf = <Room extends Table>(act: ChairAct, rooms: readonly Room[]): readonly Room[] =>
  rooms.filter((room) => commandsOf(act, room).length > 0)

/** What the chair is asked before an act at these rooms, as the desk of each would ask; null where nothing needs to be. */
export function askedBefore<Room extends Table>(act: ChairAct, rooms: readonly Room[]) {
  if (act.kind !== 'next' && act.kind !== 'end') return null
  const reached = reachOf(act, rooms)
  const asks = reached.filter(({ plan, summary }) => summary.ahead && asksBefore(plan, summary.ahead))
  if (asks.length === 0) return null
  return {
    reached,
    /** Where it cannot be taken back. */
    forGood: asks.filter(({ summary }) => summary.ahead?.forGood),
    /** Where it files for delegations whose heads have not. */
    filing: asks.flatMap((room) => {
      const files = room.summary.ahead?.files ?? []
      return files.length > 0 ? [{ room, files }] : []
    }),
  }
}

/** How many people read a note to these rooms: those who hold a seat that it is for, or everybody who is there. */
export function readersOf(act: Extract<ChairAct, { kind: 'note' }>, rooms: readonly Table[]): number {
  return rooms.reduce((sum, { plan, summary }) => {
    const held = plan.seats.filter((_, place) => summary.holders[place] !== null)
    if (act.to === 'room') return sum + held.length + summary.unseated.length
    if (act.to === 'heads') return sum + held.filter(({ id }) => summary.heads.includes(id)).length
    return sum + held.filter(({ delegation }) => delegation === act.to).length
  }, 0)
}
