/**
 * Where an imported record comes from: the course it was held in and the names of its people. Both are stored with the activity
 * (`brought_from`), because the people of the file have no accounts or participants on this server.
 */
import { z } from 'zod'
import { personId, shortText } from '#simulation/kernel/ids'
import { type DisplayNames, displayNames } from '#simulation/wire/protocol'
import { database } from '../../base/database'

const heldIn = z.strictObject({ title: shortText, timeZone: shortText })
export const BroughtFrom = z.strictObject({
  course: heldIn,
  /** Names by the pseudonyms (`p1`, `p2`, …) that its log uses as person ids. */
  roll: displayNames,
  /** SHA-256 of the file, in hexadecimal; absent in records of before, and where a name was erased since. */
  sha256: z.string().max(64).optional(),
})
export type BroughtFrom = z.infer<typeof BroughtFrom>

/** The readable part of a stored `brought_from`. One damaged name or a damaged course must not make the whole record unreadable. */
type ReadableBroughtFrom = { course: BroughtFrom['course'] | null; roll: DisplayNames; isWhole: boolean }

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

/** Null for a room that was not imported. */
export async function readBroughtFrom(roomId: string): Promise<ReadableBroughtFrom | null> {
  const row = await database().room.findUnique({
    where: { id: roomId },
    select: { activity: { select: { broughtFrom: true } } },
  })
  return row?.activity.broughtFrom ? parseBroughtFrom(row.activity.broughtFrom) : null
}
