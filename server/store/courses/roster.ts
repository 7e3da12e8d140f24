/** The roster of a course: its list of students. */
import { randomUUID } from 'node:crypto'
import { database } from '../database'
import { nameKey } from '../people/names'
import type { RosterRow } from './pasted-roster'

type RosterPlaceRow = {
  id: string
  name: string
  email: string | null
  studentNumber: string | null
  userId: string | null
}

/** Replaces the roster by these places. A name that was on it keeps its row, and with it the account and the marks of that student. */
export async function writeRoster(courseId: string, places: readonly Omit<RosterRow, 'line'>[]): Promise<void> {
  await database().$transaction(async (on) => {
    await on.$queryRaw`SELECT id FROM course WHERE id = ${courseId} FOR UPDATE`
    const before = await on.rosterPlace.findMany({ where: { courseId } })
    const byName = new Map(before.map((row) => [nameKey(row.name), row]))
    const kept: string[] = []
    for (const [position, place] of places.entries()) {
      const data = { position, name: place.name, email: place.email, studentNumber: place.studentNumber }
      const row = byName.get(nameKey(place.name))
      if (row) {
        kept.push(row.id)
        await on.rosterPlace.update({ where: { id: row.id }, data })
      } else {
        const { id } = await on.rosterPlace.create({
          data: { id: randomUUID(), courseId, ...data },
          select: { id: true },
        })
        kept.push(id)
      }
    }
    await on.rosterPlace.deleteMany({ where: { courseId, id: { notIn: kept } } })
  })
}

export async function readRoster(courseId: string): Promise<RosterPlaceRow[]> {
  return database().rosterPlace.findMany({
    where: { courseId },
    orderBy: { position: 'asc' },
    select: { id: true, name: true, email: true, studentNumber: true, userId: true },
  })
}
