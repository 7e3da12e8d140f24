/** The servers that are compared, started on the rooms of a lesson, with those who come into each room. */
import type { Lesson } from './lesson'
import { anchorMember, type Come, houseMember, stockMember } from './member'
import { Measured } from './processes'

export type Served = { server: Measured; rooms: readonly (readonly Come[])[] }

export async function houseWith({ url, rooms }: Lesson): Promise<Served> {
  const server = await Measured.start('house.ts', { databaseUrl: url })
  return { server, rooms: rooms.map((places) => places.map((place) => houseMember({ port: server.port, ...place }))) }
}

/** `before`: how many statements each room has already, and how many bytes they are together. */
export async function stockWith(lesson: Lesson, before = { statements: 0, bytes: 0 }): Promise<Served> {
  const server = await Measured.start('stock.ts', { databaseUrl: lesson.url, ...before })
  return { server, rooms: plainly(lesson, (room, user) => stockMember({ port: server.port, room, user })) }
}

export async function anchorWith(lesson: Lesson): Promise<Served> {
  const server = await Measured.start('anchor.ts', { databaseUrl: lesson.url })
  return { server, rooms: plainly(lesson, (room, user) => anchorMember({ port: server.port, room, user })) }
}

const plainly = ({ rooms }: Lesson, come: (room: string, user: string) => Come): Come[][] =>
  rooms.map((places, room) => places.map((_, seat) => come(`room-${room}`, `user-${seat}`)))
