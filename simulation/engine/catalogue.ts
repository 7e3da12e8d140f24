// What is said of every command and every event, by topic (topics/*/definitions.ts). A type without a definition does not compile.

import type { PersonId } from '../kernel/ids'
import type { PlacedText, TakeText, WordsIn } from '../shapes/places'
import type { RoomCommand } from '../shapes/room-command'
import type { RoomEvent } from '../shapes/room-event'
import { ballotsCommandDefinitions, ballotsEventDefinitions } from '../topics/ballots/definitions'
import { casesCommandDefinitions, casesEventDefinitions } from '../topics/cases/definitions'
import { caucusesCommandDefinitions, caucusesEventDefinitions } from '../topics/caucuses/definitions'
import { chipsCommandDefinitions, chipsEventDefinitions } from '../topics/chips/definitions'
import { floorCommandDefinitions, floorEventDefinitions } from '../topics/floor/definitions'
import { handInCommandDefinitions } from '../topics/hand-in/definitions'
import { homeworkCommandDefinitions, homeworkEventDefinitions } from '../topics/homework/definitions'
import { injectsCommandDefinitions, injectsEventDefinitions } from '../topics/injects/definitions'
import { motionsCommandDefinitions, motionsEventDefinitions } from '../topics/motions/definitions'
import { objectivesCommandDefinitions, objectivesEventDefinitions } from '../topics/objectives/definitions'
import { observersCommandDefinitions, observersEventDefinitions } from '../topics/observers/definitions'
import { offersCommandDefinitions, offersEventDefinitions } from '../topics/offers/definitions'
import { openingCommandDefinitions, openingEventDefinitions } from '../topics/opening/definitions'
import { phasesCommandDefinitions, phasesEventDefinitions } from '../topics/phases/definitions'
import { positionsCommandDefinitions, positionsEventDefinitions } from '../topics/positions/definitions'
import { ratificationCommandDefinitions, ratificationEventDefinitions } from '../topics/ratification/definitions'
import { readingsCommandDefinitions, readingsEventDefinitions } from '../topics/readings/definitions'
import { seatsCommandDefinitions, seatsEventDefinitions } from '../topics/seats/definitions'
import { stancesCommandDefinitions, stancesEventDefinitions } from '../topics/stances/definitions'
import { statementsCommandDefinitions, statementsEventDefinitions } from '../topics/statements/definitions'
import { strategyCommandDefinitions, strategyEventDefinitions } from '../topics/strategy/definitions'
import { strikesCommandDefinitions, strikesEventDefinitions } from '../topics/strikes/definitions'
import { textCommandDefinitions, textEventDefinitions } from '../topics/text/definitions'
import type {
  Cause,
  CommandDefinition,
  CommandDefinitions,
  CommandType,
  EventDefinition,
  EventDefinitions,
  EventType,
} from '../topics/topic'
import { turnsCommandDefinitions, turnsEventDefinitions } from '../topics/turns/definitions'
import { undoCommandDefinitions, undoEventDefinitions } from '../topics/undo/definitions'

export const COMMANDS: CommandDefinitions<CommandType> = {
  ...openingCommandDefinitions,
  ...seatsCommandDefinitions,
  ...phasesCommandDefinitions,
  ...undoCommandDefinitions,
  ...floorCommandDefinitions,
  ...statementsCommandDefinitions,
  ...turnsCommandDefinitions,
  ...observersCommandDefinitions,
  ...homeworkCommandDefinitions,
  ...handInCommandDefinitions,
  ...caucusesCommandDefinitions,
  ...positionsCommandDefinitions,
  ...casesCommandDefinitions,
  ...chipsCommandDefinitions,
  ...textCommandDefinitions,
  ...offersCommandDefinitions,
  ...motionsCommandDefinitions,
  ...ballotsCommandDefinitions,
  ...readingsCommandDefinitions,
  ...ratificationCommandDefinitions,
  ...injectsCommandDefinitions,
  ...stancesCommandDefinitions,
  ...objectivesCommandDefinitions,
  ...strategyCommandDefinitions,
  ...strikesCommandDefinitions,
}

export const EVENTS: EventDefinitions<EventType> = {
  ...openingEventDefinitions,
  ...seatsEventDefinitions,
  ...phasesEventDefinitions,
  ...undoEventDefinitions,
  ...floorEventDefinitions,
  ...statementsEventDefinitions,
  ...turnsEventDefinitions,
  ...observersEventDefinitions,
  ...homeworkEventDefinitions,
  ...caucusesEventDefinitions,
  ...positionsEventDefinitions,
  ...casesEventDefinitions,
  ...chipsEventDefinitions,
  ...textEventDefinitions,
  ...offersEventDefinitions,
  ...motionsEventDefinitions,
  ...ballotsEventDefinitions,
  ...readingsEventDefinitions,
  ...ratificationEventDefinitions,
  ...injectsEventDefinitions,
  ...stancesEventDefinitions,
  ...objectivesEventDefinitions,
  ...strategyEventDefinitions,
  ...strikesEventDefinitions,
}

/** The definition of a command. Give its functions that command and no other: their types cannot check it (`Part`). */
export const commandDefinition = ({ type }: RoomCommand): CommandDefinition<CommandType> => COMMANDS[type]

/** The definition of an event. Give its functions that event and no other: their types cannot check it (`Part`). */
export const eventDefinition = ({ type }: RoomEvent): EventDefinition<EventType> => EVENTS[type]

/** Whether an event causes this outside the log of its room. */
export const causes = (event: RoomEvent, cause: Cause): boolean =>
  eventDefinition(event).causes?.includes(cause) ?? false

/** The person whose view of the rows an event changes; null where it changes nobody's, or everybody's. */
export const viewChangedOf = (event: RoomEvent): PersonId | null =>
  causes(event, 'own-view') && 'person' in event ? event.person : null

/** The event with every text that a person wrote in it passed through `take`; itself where nobody wrote in it. */
export const withWords = (event: RoomEvent, take: TakeText): RoomEvent =>
  eventDefinition(event).words?.(event, take) ?? event

export const wordsIn: WordsIn = (event) => {
  const texts: PlacedText[] = []
  withWords(event, (text, of = {}) => {
    texts.push({ text, of })
    return text
  })
  return texts
}
