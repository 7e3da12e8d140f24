// What a change of dates would change in each room of a homework debate, read before it is done (rules H4, H15, H16).
import type { PhaseKind } from '../../agenda/phase-kinds'
import { dueAt, dueFor, opensAt, takenUntil } from '../../questions/homework'
import type { CommandOf } from '../../shapes/room-command'
import type { RoomState } from '../../state/room-state'
import { movablePhases, reopenablePhases } from './assignment'

/** One part alone, it and all that follow it by the same, or a passed part that is taken again. */
export const MOVES = ['only', 'following', 'reopened'] as const
export type Move = (typeof MOVES)[number]

type DateCommand = CommandOf<'moveDeadline' | 'moveDates' | 'reopenPhase'>
type Dates = CommandOf<'moveDates'>['dates']

/** The parts whose dates can be changed in this way. */
export const phasesFor = (state: RoomState, move: Move): readonly number[] =>
  move === 'reopened' ? reopenablePhases(state) : movablePhases(state)

/** The dates of a part and of all that follow it, as they stand; the part opens when it would have opened. */
export const datesFrom = (state: RoomState, phase: number): Dates =>
  state.plan.phases.flatMap((_, index) => {
    const due = dueAt(state, index)
    return index < phase || due === null
      ? []
      : [{ phase: index, opensAt: index === phase ? null : opensAt(state, index), dueAt: due }]
  })

/** The command that changes dates in a room; `along` are the part's own and all that follow, moved. */
export function commandFor(move: Move, phase: number, to: number, along: Dates): DateCommand {
  switch (move) {
    case 'only':
      return { type: 'moveDeadline', phase, dueAt: to }
    case 'following':
      return { type: 'moveDates', dates: along }
    case 'reopened':
      return { type: 'reopenPhase', phase, until: to }
    default:
      return move satisfies never
  }
}

export type DateChange = Readonly<{
  phase: number
  kind: PhaseKind
  from: number
  to: number
  /** What comes until then is late (H16). */
  late: boolean
}>

/** What a command would change of a room's deadlines. */
export function changesBy(state: RoomState, command: DateCommand): readonly DateChange[] {
  const change = (phase: number, from: number | null, to: number, late = false): DateChange[] =>
    from === null ? [] : [{ phase, kind: state.plan.phases[phase]?.kind ?? 'briefing', from, to, late }]
  switch (command.type) {
    case 'moveDeadline':
      return change(command.phase, dueAt(state, command.phase), command.dueAt)
    case 'moveDates':
      return command.dates.flatMap((date) => change(date.phase, dueAt(state, date.phase), date.dueAt))
    case 'reopenPhase': {
      const { phase, until } = command
      const after = { ...state, reopened: { ...state.reopened, [phase]: until } }
      const due = dueFor(state, phase, null)
      const late = dueFor(after, phase, null) !== until
      return change(phase, due !== null && late ? takenUntil(state, phase, due) : due, until, late)
    }
    default:
      return command satisfies never
  }
}

/** Whether any of these dates becomes another one. */
export const anyMoves = (rooms: readonly Readonly<{ changes: readonly DateChange[] }>[]): boolean =>
  rooms.some(({ changes }) => changes.some(({ from, to }) => from !== to))

/** Rooms whose dates change alike, in their order, each with what changes in them. */
export function alike<Room>(
  rooms: readonly Readonly<{ room: Room; changes: readonly DateChange[] }>[],
): readonly Readonly<{ rooms: readonly Room[]; changes: readonly DateChange[] }>[] {
  const groups = new Map<string, { rooms: Room[]; changes: readonly DateChange[] }>()
  for (const { room, changes } of rooms) {
    const key = JSON.stringify(changes)
    const known = groups.get(key)
    if (known) known.rooms.push(room)
    else groups.set(key, { rooms: [room], changes })
  }
  return [...groups.values()]
}
