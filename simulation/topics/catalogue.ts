// Every command and every event of a room, with what its topic says of it; the compiler refuses one that no topic has a row for.
// It must not know what the rows are used for.
import type { RoomCommand } from '../kernel/room-command'
import type { RoomEvent } from '../kernel/room-event'
import { ballotsCommandRows, ballotsEventRows } from './ballots/rows'
import { caucusesCommandRows, caucusesEventRows } from './caucuses/rows'
import { communiqueCommandRows, communiqueEventRows } from './communique/rows'
import { floorCommandRows, floorEventRows } from './floor/rows'
import { homeworkCommandRows, homeworkEventRows } from './homework/rows'
import { injectsCommandRows, injectsEventRows } from './injects/rows'
import { openingCommandRows, openingEventRows } from './opening/rows'
import { phasesCommandRows, phasesEventRows } from './phases/rows'
import { positionsCommandRows, positionsEventRows } from './positions/rows'
import { seatsCommandRows, seatsEventRows } from './seats/rows'
import { stancesCommandRows, stancesEventRows } from './stances/rows'
import { statementsCommandRows, statementsEventRows } from './statements/rows'
import type { CommandRow, CommandRows, CommandType, EventRow, EventRows, EventType } from './topic'
import { undoCommandRows, undoEventRows } from './undo/rows'

export const COMMANDS: CommandRows<CommandType> = {
  ...openingCommandRows,
  ...seatsCommandRows,
  ...phasesCommandRows,
  ...undoCommandRows,
  ...floorCommandRows,
  ...statementsCommandRows,
  ...homeworkCommandRows,
  ...caucusesCommandRows,
  ...positionsCommandRows,
  ...communiqueCommandRows,
  ...ballotsCommandRows,
  ...injectsCommandRows,
  ...stancesCommandRows,
}

export const EVENTS: EventRows<EventType> = {
  ...openingEventRows,
  ...seatsEventRows,
  ...phasesEventRows,
  ...undoEventRows,
  ...floorEventRows,
  ...statementsEventRows,
  ...homeworkEventRows,
  ...caucusesEventRows,
  ...positionsEventRows,
  ...communiqueEventRows,
  ...ballotsEventRows,
  ...injectsEventRows,
  ...stancesEventRows,
}

/** The row of a command; its parts are to be given that command and no other. */
export const commandRow = ({ type }: RoomCommand): CommandRow<CommandType> => COMMANDS[type]

/** The same rows, each with all parts in one order: the fold reads four of them for every event, and a sixth faster where they are laid out alike. */
const ALIKE: ReadonlyMap<string, EventRow<EventType>> = new Map(
  Object.entries(EVENTS).map(([type, row]: [string, EventRow<EventType>]) => {
    const { fold, numbering, content, attribution, searchText, command, rank, step, work, later } = row
    return [type, { fold, numbering, content, attribution, searchText, command, rank, step, work, later }]
  }),
)

/** The row of an event; its parts are to be given that event and no other. */
export const eventRow = ({ type }: RoomEvent): EventRow<EventType> => ALIKE.get(type) ?? EVENTS[type]
