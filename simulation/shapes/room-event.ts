// All events of a room, as the topics list them. Stored logs hold them: a change to one needs a new ROOM_VERSION and a lift (versions.ts),
// or rooms of before no longer open.
import * as z from 'zod/mini'
import { ofAll } from './topics'

export const roomEvent = z.discriminatedUnion('type', ofAll('events'))
export type RoomEvent = z.infer<typeof roomEvent>
export type EventOf<T extends RoomEvent['type']> = Extract<RoomEvent, { type: T }>
