// What people wrote, as far as a transcript prints it: the words that a search looks through.
// It must not know who may read them, nor how they are searched.
import type { RoomEvent } from '../kernel/room-event'
import { eventRow } from '../topics/catalogue'

/** What people wrote in an event that a transcript prints in full; null where they wrote nothing. */
export const wordsIn = (event: RoomEvent): string | null => eventRow(event).words?.(event) ?? null
