/**
 * A room as one user may read it: their role in it, the log with every row redacted that they may not hear, the state folded from that
 * redacted log, and the names of the people in it. All pages and exports of a record read rooms through `readRoomFor`.
 */

import { foldSteps } from '#simulation/engine/room'
import { personId } from '#simulation/kernel/ids'
import type { Viewer } from '#simulation/kernel/viewer'
import { namesFor } from '#simulation/reading/record/told-names'
import { viewerOf } from '#simulation/secrecy/hearing'
import { completeFor, type VisibleRow, viewFor } from '#simulation/secrecy/visible-row'
import type { RoomState } from '#simulation/state/room-state'
import { batchLoader } from '../../base/batch-loader'
import { database } from '../../base/database'
import { inSlices, nextSlice } from '../../base/slices'
import { type ActivityRow, accessRoom, may, type RoomRow } from '../access/access'
import { readBroughtFrom } from '../activities/brought-from'
import { type DisplayNames, readDisplayNames } from '../activities/rooms'
import { readRoom } from '../log/room-reading'
import type { Person } from '../people/users'

export type RoomForReader = ToldRoom & {
  /** The state folded from `told`. */
  state: RoomState
}

/** What `RoomForReader` is folded from, for whoever folds it elsewhere. */
export type ToldRoom = {
  room: RoomRow
  activity: ActivityRow
  /** The course it was held in; for an imported record the course named in its file. */
  course: { title: string; timeZone: string }
  viewer: Viewer
  /** Whether the reader may also use the room's desk. */
  steers: boolean
  /** Whether the reader may play on from a moment of it (D26). */
  forks: boolean
  /** Every row of the log; those the reader may not hear hold their number only. */
  told: readonly VisibleRow[]
  /** For a chair, every row with the words that were taken off too, to be kept as a file and for nothing else; null for everybody else. */
  complete: readonly VisibleRow[] | null
  /** What everybody knows of the room: its plan, and when its record was unsealed. */
  open: Pick<RoomState, 'plan' | 'unsealedAt'>
  /** How often saved rows of the log were changed; null where that is not counted. */
  rewritten: number | null
  /** Names of the people who stand in what is told. */
  displayNames: DisplayNames
  /** Whether some names stored with an imported record are damaged. */
  lostNames: boolean
}

/** Null for a room that does not exist, that the user has no access to, or that they were removed from. */
export async function readRoomFor(user: Reader, roomId: string): Promise<RoomForReader | null> {
  const found = await readFor(user, roomId)
  if (!found) return null
  // A chair may hear every row, so the cached state is theirs and need not be folded again.
  const state = found.told.viewer.kind === 'chair' ? found.whole : await inSlices(foldSteps(found.told.told))
  return state && { ...found.told, state }
}

/** The same without the folded state. */
export const readToldRoom = async (user: Reader, roomId: string): Promise<ToldRoom | null> =>
  (await readFor(user, roomId))?.told ?? null

type Reader = Pick<Person, 'id' | 'isAdmin'>

async function readFor(user: Reader, roomId: string): Promise<{ told: ToldRoom; whole: RoomState } | null> {
  const found = await accessRoom(user, roomId)
  if (!found) return null
  const { room, activity, as } = found
  const brought = activity.broughtAt ? await readBroughtFrom(room.id) : null
  const [{ rows, state: whole, log, rewritten }, names, course] = await Promise.all([
    readRoom(room.id),
    brought?.roll ?? readDisplayNames(room.id),
    brought?.course ?? readHeldIn(activity.courseId),
  ])
  if (!whole) return null
  // Whoever waited for the same reading goes on at this moment, and each filters all rows: one reader a turn.
  await nextSlice()
  if (as.kind === 'staff' && !may(as, 'read-room')) return null
  const person = as.kind === 'participant' ? personId.parse(as.participantId) : null
  const viewer = viewerOf(whole, person)
  const told = viewFor(rows, viewer, whole.unsealedAt !== null)
  if (told.length === 0) return null
  const { plan, unsealedAt } = whole
  const about = {
    room,
    activity,
    course,
    viewer,
    steers: may(as, 'steer-room'),
    forks: may(as, 'edit-course'),
    open: { plan, unsealedAt },
    rewritten,
  }
  const lostNames = brought !== null && !brought.isWhole
  const complete = completeFor(log, viewer)
  return { told: { ...about, told, complete, displayNames: namesFor(told, names), lostNames }, whole }
}

const readHeldIn = batchLoader(async (courseIds: readonly string[]): Promise<RoomForReader['course'][]> => {
  const rows = await database().course.findMany({
    where: { id: { in: [...new Set(courseIds)] } },
    select: { id: true, title: true, timeZone: true },
  })
  return courseIds.flatMap((id) => {
    const found = rows.find((row) => row.id === id)
    // The course was deleted since its activity was read. The batch loader answers a throw by asking for each course alone, so others are not affected.
    if (!found) throw new Error('The course of an activity is not there.')
    return [{ title: found.title, timeZone: found.timeZone }]
  })
})
