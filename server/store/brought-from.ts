/**
 * Where a brought record comes from: the course it was held in and the names on its roll, kept beside the activity because nobody of
 * its file has a seat here. It knows nothing of the file itself.
 */
import { z } from 'zod'
import { line } from '#simulation/ids'
import { roll } from '#simulation/protocol'
import { type Database, database } from './database'

export const BroughtFrom = z.strictObject({
  course: z.strictObject({ title: line, timeZone: line }),
  /** Names by the pseudonyms of its log. */
  roll,
})
export type BroughtFrom = z.infer<typeof BroughtFrom>

/** Null for a room that is played here. */
export async function readBroughtFrom(roomId: string): Promise<BroughtFrom | null> {
  const row = await database().room.findUnique({
    where: { id: roomId },
    select: { activity: { select: { broughtFrom: true } } },
  })
  return row?.activity.broughtFrom ? BroughtFrom.parse(row.activity.broughtFrom) : null
}

/** Takes a person's names off the brought records of the courses they are in: a copy must not remember whom the course forgets. */
export async function forgetBroughtNames(on: Database, userId: string): Promise<void> {
  const places = await on.participant.findMany({
    where: { userId },
    select: { name: true, activity: { select: { courseId: true } } },
  })
  const names = new Set(places.map(({ name }) => name.toLowerCase()))
  const records = await on.activity.findMany({
    where: { courseId: { in: places.map(({ activity }) => activity.courseId) }, broughtAt: { not: null } },
    select: { id: true, broughtFrom: true },
  })
  for (const { id, broughtFrom } of records) {
    const { course, roll: known } = BroughtFrom.parse(broughtFrom)
    const kept = Object.entries(known).filter(([, name]) => !names.has(name.toLowerCase()))
    await on.activity.update({ where: { id }, data: { broughtFrom: { course, roll: Object.fromEntries(kept) } } })
  }
}
