// The rows of all topics: one for every command and every event. A type without a row does not compile.

import type { PersonId } from '../kernel/ids'
import type { PlacedText, TakeText, WordsIn } from '../shapes/places'
import type { RoomCommand } from '../shapes/room-command'
import type { RoomEvent } from '../shapes/room-event'
import { ballotsCommandRows, ballotsEventRows } from '../topics/ballots/rows'
import { caucusesCommandRows, caucusesEventRows } from '../topics/caucuses/rows'
import { communiqueCommandRows, communiqueEventRows } from '../topics/communique/rows'
import { floorCommandRows, floorEventRows } from '../topics/floor/rows'
import { homeworkCommandRows, homeworkEventRows } from '../topics/homework/rows'
import { injectsCommandRows, injectsEventRows } from '../topics/injects/rows'
import { observersCommandRows, observersEventRows } from '../topics/observers/rows'
import { openingCommandRows, openingEventRows } from '../topics/opening/rows'
import { phasesCommandRows, phasesEventRows } from '../topics/phases/rows'
import { positionsCommandRows, positionsEventRows } from '../topics/positions/rows'
import { seatsCommandRows, seatsEventRows } from '../topics/seats/rows'
import { stancesCommandRows, stancesEventRows } from '../topics/stances/rows'
import { statementsCommandRows, statementsEventRows } from '../topics/statements/rows'
import { strikesCommandRows, strikesEventRows } from '../topics/strikes/rows'
import type { Cause, CommandRow, CommandRows, CommandType, EventRow, EventRows, EventType } from '../topics/topic'
import { turnsCommandRows, turnsEventRows } from '../topics/turns/rows'
import { undoCommandRows, undoEventRows } from '../topics/undo/rows'

export const COMMANDS: CommandRows<CommandType> = {
  ...openingCommandRows,
  ...seatsCommandRows,
  ...phasesCommandRows,
  ...undoCommandRows,
  ...floorCommandRows,
  ...statementsCommandRows,
  ...turnsCommandRows,
  ...observersCommandRows,
  ...homeworkCommandRows,
  ...caucusesCommandRows,
  ...positionsCommandRows,
  ...communiqueCommandRows,
  ...ballotsCommandRows,
  ...injectsCommandRows,
  ...stancesCommandRows,
  ...strikesCommandRows,
}

export const EVENTS: EventRows<EventType> = {
  ...openingEventRows,
  ...seatsEventRows,
  ...phasesEventRows,
  ...undoEventRows,
  ...floorEventRows,
  ...statementsEventRows,
  ...turnsEventRows,
  ...observersEventRows,
  ...homeworkEventRows,
  ...caucusesEventRows,
  ...positionsEventRows,
  ...communiqueEventRows,
  ...ballotsEventRows,
  ...injectsEventRows,
  ...stancesEventRows,
  ...strikesEventRows,
}

/** The row of a command. Give its functions that command and no other: their types cannot check it (`RowFunction`). */
export const commandRow = ({ type }: RoomCommand): CommandRow<CommandType> => COMMANDS[type]

/** The row of an event. Give its functions that event and no other: their types cannot check it (`RowFunction`). */
export const eventRow = ({ type }: RoomEvent): EventRow<EventType> => EVENTS[type]

/** Whether an event causes this outside the log of its room. */
export const causes = (event: RoomEvent, cause: Cause): boolean => eventRow(event).causes?.includes(cause) ?? false

/** The person whose view of the rows an event changes; null where it changes nobody's, or everybody's. */
export const viewChangedOf = (event: RoomEvent): PersonId | null =>
  causes(event, 'own-view') && 'person' in event ? event.person : null

/** The event with every text that a person wrote in it passed through `take`; itself where nobody wrote in it. */
export const withWords = (event: RoomEvent, take: TakeText): RoomEvent => eventRow(event).words?.(event, take) ?? event

export const wordsIn: WordsIn = (event) => {
  const texts: PlacedText[] = []
  withWords(event, (text, of = {}) => {
    texts.push({ text, of })
    return text
  })
  return texts
}
