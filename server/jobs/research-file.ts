/**
 * Makes the research file of a course or of one of its activities: table after table in a worker thread, so that neither a large course nor a
 * long record stops the live rooms, and records that are being brought in have their turn between two tables.
 */
import { MINUTE_MS } from '#simulation/kernel/time'
import { environment } from '../base/environment'
import { inPieces } from '../base/program-thread'
import { nextSlice } from '../base/slices'
import {
  type ResearchActivity,
  type ResearchCourse,
  readResearchActivities,
  researchReader,
} from '../store/records/research'
import { runInWorker } from './worker-queue'
import type { Ahead, ResearchLines } from './worker-tasks'

/** For the zip of a whole course in both folders: 250 tables of seminars take 20 seconds on a busy machine. */
const ZIP_MS = MINUTE_MS

type ResearchOrder = Readonly<{
  /** The id of the account that asks. */
  by: string
  course: ResearchCourse
  /** Null for all of the course. */
  activityId: string | null
  /** The day on which it is made, as in the zone of the course. */
  day: string
  /** Whether released marks are to stand in it (rule D32). */
  marks: boolean
  /** Aborted when whoever asks has left. */
  gone?: AbortSignal
}>

/** Who is having one made: one file at a time each, so that nobody's files fill the queue. */
const making = new Set<string>()

/**
 * The zip; `yours-first` where they are having another one made; `over` where a table took too long or the queue is full; `gone` where whoever asked has left. Null for an activity that the course
 * does not have. `told` is called with the tables done, and of how many.
 */
export async function makeResearchFile(
  order: ResearchOrder,
  told: (done: number, of: number) => void = () => undefined,
): Promise<Uint8Array | 'yours-first' | 'over' | 'gone' | null> {
  if (making.has(order.by)) return 'yours-first'
  making.add(order.by)
  try {
    return await madeFile(order, told)
  } finally {
    making.delete(order.by)
  }
}

async function madeFile(
  { course, activityId, day, marks, gone }: ResearchOrder,
  told: (done: number, of: number) => void,
): Promise<Uint8Array | 'over' | 'gone' | null> {
  const all = await readResearchActivities(course.id)
  const activities = activityId === null ? all : all.filter(({ id }) => id === activityId)
  if (activityId !== null && activities.length === 0) return null
  const of = activities.reduce((sum, { rooms }) => sum + rooms.length, 0)
  const lines: ResearchLines[] = []
  for (const activity of activities) {
    const read = await researchReader(course, activity, marks)
    for (const table of activity.rooms) {
      if (gone?.aborted) return 'gone'
      told(lines.length, of)
      const room = await read(table)
      if (!room) continue
      const { rows, ...rest } = room
      const written = await runInWorker({ kind: 'research-room', room: rest }, undefined, undefined, inPieces(rows))
      if (written === 'over') return 'over'
      lines.push(written)
      await nextSlice()
    }
  }
  told(of, of)
  const asked = activities.flatMap(askedBy)
  const about = {
    course: course.title,
    activity: activityId === null ? null : (activities[0]?.title ?? null),
    ...{ day, asked, marks, off: environment().besideOff },
  }
  const ahead = lines.map((one): Ahead => ({ lines: one }))
  return runInWorker({ kind: 'research-zip', about }, undefined, ZIP_MS, ahead)
}

const askedBy = ({ title, asks }: ResearchActivity) =>
  asks ? [{ activity: title, question: asks.question, approval: asks.approval }] : []
