'use server'
// The board's server actions: convert a wall time in the course's zone to an instant, and give places to students added to the roster
// later. Changes to a room go over its socket instead.
import { revalidatePath } from 'next/cache'
import { notFound } from 'next/navigation'
import { z } from 'zod'
import { caller } from '#access'
import { boardPath } from '#paths'
import { accessActivity, may } from '#server/store/access/access'
import { rowId } from '#server/store/access/row-id'
import { moveAlong, type ResolvedTime, resolveWallTime, wallTime } from '#server/store/activities/deadlines'
import { readSettings } from '#server/store/activities/settings'
import { placeArrivals } from '#server/store/courses/roster-arrivals'
import { saveInstructions, WrittenInstructions } from '#server/store/homework/instructions'
import { requireForm } from '#server/web/sent-form'
import { instant, MOST_PHASES } from '#simulation/kernel/ids'
import { datedPhase } from '#simulation/shapes/homework'

export async function changeInstructions(form: FormData): Promise<void> {
  requireForm(form)
  const me = await caller()
  const activityId = form.get('activityId')
  const found = me && typeof activityId === 'string' ? await accessActivity(me, activityId) : null
  const written = WrittenInstructions.safeParse({
    instructions: form.get('instructions'),
    aiUse: form.get('aiUse'),
  }).data
  if (!written || !found || !may(found.as, 'run-activity') || found.activity.kind !== 'homework') notFound()
  await saveInstructions(found.activity.id, { instructions: written.instructions.trim(), aiUse: written.aiUse.trim() })
  revalidatePath(boardPath(found.activity.id))
}

const asked = z.strictObject({
  activityId: rowId,
  wall: wallTime,
  /** By room: a deadline that moves there, and the dates that move along. */
  rooms: z
    .array(z.strictObject({ from: instant, dates: z.array(datedPhase).max(MOST_PHASES) }))
    .max(60)
    .optional(),
})

export type Landed = ResolvedTime & {
  /** By room: the dates that move along, moved. */
  rooms: z.infer<typeof datedPhase>[][]
}

export async function resolveDeadline(input: unknown): Promise<Landed | null> {
  const me = await caller()
  const typed = asked.safeParse(input)
  if (!me || !typed.success) return null
  const found = await accessActivity(me, typed.data.activityId)
  if (!found || !may(found.as, 'run-activity')) return null
  const { homework } = await readSettings(found.activity.id)
  const { wall, rooms = [] } = typed.data
  const landed = homework ? resolveWallTime(homework.timeZone, wall) : null
  if (!homework || !landed) return null
  const moved = rooms.map(({ from, dates }) => {
    const move = moveAlong(homework.timeZone, from, wall)
    return dates.map(({ phase, opensAt, dueAt }) => ({
      ...{ phase, opensAt: opensAt === null ? null : move(opensAt), dueAt: move(dueAt) },
    }))
  })
  return { ...landed, rooms: moved }
}

export async function placeNewcomers(form: FormData): Promise<void> {
  requireForm(form)
  const me = await caller()
  const activityId = form.get('activityId')
  const found = me && typeof activityId === 'string' ? await accessActivity(me, activityId) : null
  if (!found || !may(found.as, 'run-activity') || found.activity.kind !== 'homework') notFound()
  await placeArrivals(found.activity.id)
  revalidatePath(boardPath(found.activity.id))
}
