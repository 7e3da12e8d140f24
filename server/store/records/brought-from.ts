/**
 * Where a brought record comes from: the course it was held in and the names on its roll, kept beside the activity because nobody of
 * its file has a seat here. It knows nothing of the file itself.
 */
import { z } from 'zod'
import { personId, shortText } from '#simulation/kernel/ids'
import { type DisplayNames, displayNames } from '#simulation/wire/protocol'
import { database } from '../database'

const heldIn = z.strictObject({ title: shortText, timeZone: shortText })
export const BroughtFrom = z.strictObject({
  course: heldIn,
  /** Names by the pseudonyms of its log. */
  roll: displayNames,
})
export type BroughtFrom = z.infer<typeof BroughtFrom>

/** As far as it can be read: one name that is none, or a course that is none, does not take the rest of the record with it. */
export type ReadableBroughtFrom = { course: BroughtFrom['course'] | null; roll: DisplayNames; isWhole: boolean }

const name = z.tuple([personId, shortText])

export function parseBroughtFrom(kept: unknown): ReadableBroughtFrom {
  const whole = BroughtFrom.safeParse(kept)
  if (whole.success) return { ...whole.data, isWhole: true }
  const parts = z.object({ course: z.unknown(), roll: z.unknown() }).safeParse(kept).data
  const course = heldIn.safeParse(parts?.course).data ?? null
  const names = z.looseObject({}).safeParse(parts?.roll).data ?? {}
  const good = Object.entries(names).flatMap((entry) => {
    const read = name.safeParse(entry)
    return read.success ? [read.data] : []
  })
  return { course, roll: Object.fromEntries(good), isWhole: false }
}

/** Null for a room that is played here. */
export async function readBroughtFrom(roomId: string): Promise<ReadableBroughtFrom | null> {
  const row = await database().room.findUnique({
    where: { id: roomId },
    select: { activity: { select: { broughtFrom: true } } },
  })
  return row?.activity.broughtFrom ? parseBroughtFrom(row.activity.broughtFrom) : null
}
