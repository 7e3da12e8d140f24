/** The two servers that are compared, started on the rooms of a lesson, with those who come into each room. */
import type { Lesson } from './lesson'
import { anchorMember, type Come, houseMember } from './member'
import { Measured } from './processes'

export type Served = { server: Measured; rooms: readonly (readonly Come[])[] }

export async function houseWith({ url, rooms }: Lesson): Promise<Served> {
  const server = await Measured.start('house.ts', { databaseUrl: url })
  return { server, rooms: rooms.map((places) => places.map((place) => houseMember({ port: server.port, ...place }))) }
}

/** `statements` is how many each room has already. */
export async function anchorWith({ url, rooms }: Lesson, statements = 0): Promise<Served> {
  const server = await Measured.start('anchor.ts', { databaseUrl: url, statements })
  const come = (room: number, seat: number) =>
    anchorMember({ port: server.port, room: `room-${room}`, user: `user-${seat}` })
  return { server, rooms: rooms.map((places, room) => places.map((_, seat) => come(room, seat))) }
}
