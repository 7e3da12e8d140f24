// The text of an event that a search looks through: what people wrote and the transcript prints.

import { eventDefinition } from '../../engine/catalogue'
import type { RoomEvent } from '../../shapes/room-event'

/** The text a person wrote in this event, if the transcript prints it in full; null for events without such text. */
export const searchableText = (event: RoomEvent): string | null => eventDefinition(event).searchText?.(event) ?? null
