// What is said of every event, by topic (topics/*/definitions.ts); of every command: decide.ts. A type without a definition does not compile.

import type { PersonId } from '../kernel/ids'
import type { PlacedText, TakeText, WordsIn } from '../shapes/places'
import type { RoomEvent } from '../shapes/room-event'
import { ballotsEventDefinitions } from '../topics/ballots/definitions'
import { casesEventDefinitions } from '../topics/cases/definitions'
import { caucusesEventDefinitions } from '../topics/caucuses/definitions'
import { chipsEventDefinitions } from '../topics/chips/definitions'
import { floorEventDefinitions } from '../topics/floor/definitions'
import { hearingEventDefinitions } from '../topics/hearing/definitions'
import { homeworkEventDefinitions } from '../topics/homework/definitions'
import { injectsEventDefinitions } from '../topics/injects/definitions'
import { motionsEventDefinitions } from '../topics/motions/definitions'
import { objectivesEventDefinitions } from '../topics/objectives/definitions'
import { observersEventDefinitions } from '../topics/observers/definitions'
import { offersEventDefinitions } from '../topics/offers/definitions'
import { openingEventDefinitions } from '../topics/opening/definitions'
import { phasesEventDefinitions } from '../topics/phases/definitions'
import { positionsEventDefinitions } from '../topics/positions/definitions'
import { ratificationEventDefinitions } from '../topics/ratification/definitions'
import { readingsEventDefinitions } from '../topics/readings/definitions'
import { seatsEventDefinitions } from '../topics/seats/definitions'
import { stancesEventDefinitions } from '../topics/stances/definitions'
import { statementsEventDefinitions } from '../topics/statements/definitions'
import { strategyEventDefinitions } from '../topics/strategy/definitions'
import { strikesEventDefinitions } from '../topics/strikes/definitions'
import { textEventDefinitions } from '../topics/text/definitions'
import type { Cause, EventDefinition, EventDefinitions, EventType } from '../topics/topic'
import { turnsEventDefinitions } from '../topics/turns/definitions'
import { undoEventDefinitions } from '../topics/undo/definitions'

export const EVENTS: EventDefinitions<EventType> = {
  ...openingEventDefinitions,
  ...seatsEventDefinitions,
  ...phasesEventDefinitions,
  ...undoEventDefinitions,
  ...floorEventDefinitions,
  ...statementsEventDefinitions,
  ...turnsEventDefinitions,
  ...observersEventDefinitions,
  ...hearingEventDefinitions,
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
