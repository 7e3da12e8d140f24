/** What is known beside the log of people in activities: their own page, news, calendar, board and mails ask here, and name no feature. */
import { Prisma } from '#server/generated/prisma/client'
import type { ActivityGrading, KnownBeside, ResearchBeside } from '#simulation/beside/slices'
import { readGrading } from '../activities/settings'
import { readRoomState } from '../log/room-reading'
import type { OwnPlace, PlannedBeside, PlannedRoom } from './kind/stored-beside'
import { storedSlices } from './slices'

/** What is known of each of these people, by their ids; of whom nothing is known, nothing. */
export async function readOwnBeside(
  places: readonly OwnPlace[],
  now: number,
): Promise<ReadonlyMap<string, KnownBeside>> {
  const known = await Promise.all(storedSlices().flatMap(({ readOwn }) => readOwn?.(places, now) ?? []))
  const ids = new Set(known.flatMap((one) => [...one.keys()]))
  return new Map([...ids].map((id) => [id, together(known.map((one) => one.get(id)))]))
}

/** The same of one person in their room. */
export async function readBesideOf(
  activity: Parameters<typeof readGrading>[0],
  participantId: string,
  roomId: string,
): Promise<KnownBeside> {
  if (activity.kind !== 'homework') return {}
  const [grading, debate] = await Promise.all([readGrading(activity), readRoomState(roomId)])
  const place = { participantId, activityId: activity.id, grading, debate }
  return (await readOwnBeside([place], Date.now())).get(participantId) ?? {}
}

/** The same of everybody in an activity. */
export async function readAllBeside(
  activityId: string,
  grading: ActivityGrading,
  now: number,
): Promise<(participantId: string) => KnownBeside> {
  const all = await Promise.all(storedSlices().map(({ readAll }) => readAll?.(activityId, grading, now)))
  return (id) => together(all.map((of) => of?.(id)))
}

/** Begins one pass of the mail planner over rooms; `now` is ms since 1970. */
export function planningBeside(now: number): (room: PlannedRoom) => Promise<PlannedBeside> {
  const passes = storedSlices().flatMap(({ planning }) => planning?.(now) ?? [])
  return async (room) => {
    const planned = await Promise.all(passes.map((plan) => plan(room)))
    return {
      of: (id) => together(planned.map(({ of }) => of(id))),
      turns: planned.flatMap(({ turns }) => turns),
    }
  }
}

/** What of a room goes into a research file, and whose pseudonyms stand there for it. */
export async function readResearchBeside(roomId: string) {
  const read = await Promise.all(storedSlices().flatMap(({ readResearch }) => readResearch?.(roomId) ?? []))
  const given: ResearchBeside = Object.assign({}, ...read.map((one) => one.given))
  return { given, people: read.flatMap(({ people }) => people) }
}

/** What the mails of a row `room` follow from beside its log, as one text. */
export const seenBeside = (): Prisma.Sql =>
  Prisma.sql`concat('', ${Prisma.join(
    storedSlices().flatMap(({ seen = [] }) => seen),
    ", '/', ",
  )})`

function together(known: readonly (KnownBeside | undefined)[]): KnownBeside {
  const all: KnownBeside = {}
  for (const one of known) Object.assign(all, one)
  return all
}
