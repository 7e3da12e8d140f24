/**
 * The prepared seating of a seminar: read whole for its page, and changed one step at a time. A change is judged by simulation/seating and
 * then told to the rooms, whose logs keep the seats that are prepared (rule S18); for whom is stored here alone.
 */
import { z } from 'zod'
import { Prisma } from '#server/generated/prisma/client'
import { roomId, seatId } from '#simulation/kernel/ids'
import { MINUTE_MS } from '#simulation/kernel/time'
import { type Draw, drawn, MOST_CHOOSING, outcomeOf } from '#simulation/seating/draw'
import { howSeated, locked, moved, type PreparedSeat, rankOf, whatForbids } from '#simulation/seating/prepared-seats'
import type { KeptDraw, Seating, SeatingAnswer, SeatingChange } from '#simulation/wire/seating'
import { type Database, database, notify } from '../../base/database'
import { commandAsChair } from '../activities/chair-commands'
import { readStarted } from '../activities/rooms'
import { readPlans } from '../log/room-plans'
import { toldApart } from '../people/names'

/** Null for an activity without rooms that can be seated. */
export async function readSeating(activityId: string, on: Database = database()): Promise<Seating | null> {
  const activity = await on.activity.findUnique({
    where: { id: activityId },
    select: {
      courseId: true,
      seatingPlan: true,
      rooms: { orderBy: { ordinal: 'asc' }, select: { id: true, name: true, seats: true } },
      preparedSeats: { orderBy: { rosterPlaceId: 'asc' } },
      preparedTables: { select: { rosterPlaceId: true, roomId: true } },
      seatChoices: true,
      participants: { where: { removedAt: null }, select: { id: true, rosterPlaceId: true } },
    },
  })
  if (!activity) return null
  const { rooms, seatingPlan } = activity
  const [plans, started, roster] = await Promise.all([
    readPlans(rooms.map(({ id }) => id)),
    readStarted(rooms.map(({ id }) => id)),
    on.rosterPlace.findMany({
      where: { courseId: activity.courseId },
      orderBy: { position: 'asc' },
      select: { id: true, name: true, studentNumber: true, email: true },
    }),
  ])
  const [plan] = plans.values()
  if (!plan) return null
  const holders = new Map(
    rooms.flatMap(({ id, seats }) =>
      seats.flatMap(({ seat, holder }) => (holder === null ? [] : [[holder, { table: id, seat: seatId.parse(seat) }]])),
    ),
  )
  const heldSeats = new Set([...holders.values()].map(({ table, seat }) => `${table} ${seat}`))
  const hereBy = new Map(
    activity.participants.flatMap(({ id, rosterPlaceId }) => {
      const at = holders.get(id)
      return rosterPlaceId && at ? [[rosterPlaceId, at]] : []
    }),
  )
  const chosen = new Map(
    activity.seatChoices.map(({ rosterPlaceId, offices }) => [rosterPlaceId, offices.map((one) => seatId.parse(one))]),
  )
  const tableOf = new Map(activity.preparedTables.map((one) => [one.rosterPlaceId, one.roomId]))
  return {
    version: seatingPlan?.version ?? 0,
    choosing: seatingPlan?.choosing ?? false,
    shown: seatingPlan?.shown ?? false,
    draw: keptDraw(seatingPlan?.draw ?? null),
    delegations: plan.delegations,
    tables: rooms.map(({ id, name }) => ({ id, name, hasBegun: started.has(id) })),
    seats: rooms.flatMap(({ id }) =>
      (plans.get(id)?.seats ?? []).map((seat) => ({ ...seat, table: id, taken: heldSeats.has(`${id} ${seat.id}`) })),
    ),
    people: toldApart(roster).map(({ id, name }) => ({
      place: id,
      name,
      table: tableOf.get(id) ?? null,
      ranks: chosen.get(id) ?? [],
      here: hereBy.get(id) ?? null,
    })),
    prepared: activity.preparedSeats
      // Whoever has come in and sat down sits where the room says.
      .filter(({ rosterPlaceId }) => !hereBy.has(rosterPlaceId))
      .map(({ rosterPlaceId, roomId: table, seat, how, locked: isLocked }) => ({
        ...{ place: rosterPlaceId, table, seat: seatId.parse(seat), how: howSeated.parse(how), locked: isLocked },
      })),
  }
}

const count = z.int().min(0)
const storedDraw = z.object({
  by: z.enum(['lot', 'choices']),
  who: z.enum(['unlocked', 'unseated']),
  number: count,
  at: count,
  outcome: z.object({
    ...{ first: count, second: count, third: count, none: count },
    ...{ chose: count, choseNothing: count, unseated: count },
  }),
})
export const keptDraw = (stored: unknown): KeptDraw | null => (stored === null ? null : storedDraw.parse(stored))

/** `version` is that of the seating on which the page made the change. Null for an activity without a seating. */
export async function changeSeating(
  activityId: string,
  by: string,
  { version, change }: { version: number; change: SeatingChange },
): Promise<SeatingAnswer | null> {
  return database().$transaction(
    async (on) => {
      await on.$queryRaw`SELECT id FROM activity WHERE id = ${activityId} FOR UPDATE`
      const before = await readSeating(activityId, on)
      if (!before) return null
      if (before.version !== version) return { fault: 'changed', seating: before }
      const after = applied(before, change)
      if ('fault' in after) return { fault: after.fault, seating: before }
      await write(on, activityId, after)
      await sendToTables(on, activityId)
      await keepSeats(on, by, before, after)
      return { fault: null, seating: { ...after, version: version + 1 } }
    },
    { timeout: MINUTE_MS },
  )
}

function applied(before: Seating, change: SeatingChange): Seating | { fault: Exclude<SeatingAnswer['fault'], null> } {
  const { seats, people, prepared } = before
  switch (change.do) {
    case 'seat': {
      if (!people.some(({ place, here }) => place === change.place && here === null)) return { fault: 'taken' }
      const fault = whatForbids(prepared, seats, change.place, change.to)
      return fault ? { fault } : { ...before, prepared: asChosen(before, moved(prepared, change.place, change.to)) }
    }
    case 'lock':
      return { ...before, prepared: locked(prepared, change.places, change.locked) }
    case 'draw': {
      const drawing = stillToSit(before)
      const choosing = drawing.filter(({ ranks }) => ranks.length > 0).length
      if (change.draw.by === 'choices' && choosing > MOST_CHOOSING) return { fault: 'too-many' }
      const after = drawn(change.draw, drawing, seats, prepared)
      return { ...before, prepared: after, draw: kept(before, change.draw, after) }
    }
    case 'restore':
      return isPossible(before, change.prepared)
        ? { ...before, prepared: asChosen(before, change.prepared), draw: drawBefore(before, change) }
        : { fault: 'taken' }
    case 'choosing':
      return { ...before, choosing: change.on }
    case 'shown':
      return { ...before, shown: change.on }
    default:
      return change satisfies never
  }
}

const stillToSit = ({ people }: Seating) => people.filter(({ here }) => here === null)

const kept = (before: Seating, draw: Draw, prepared: readonly PreparedSeat[]): KeptDraw => ({
  ...draw,
  at: Date.now(),
  outcome: outcomeOf(stillToSit(before), before.seats, prepared),
})

/** The number that is read beside a seat must be the one that drew it: with an undone draw its number goes too. */
function drawBefore(now: Seating, { draw, prepared }: Extract<SeatingChange, { do: 'restore' }>): KeptDraw | null {
  if (draw === null) return null
  const isSame = now.draw?.number === draw.number && now.draw.by === draw.by && now.draw.who === draw.who
  return isSame ? now.draw : kept(now, draw, prepared)
}

/** A seat that says it is a student's choice is one; what a page sends is not believed. */
function asChosen({ people, seats }: Seating, prepared: readonly PreparedSeat[]): readonly PreparedSeat[] {
  const ranksOf = new Map(people.map(({ place, ranks }) => [place, ranks]))
  return prepared.map((one) => {
    if (!one.how.startsWith('choice-')) return one
    const seat = seats.find(({ table, id }) => table === one.table && id === one.seat)
    const rank = seat && rankOf(ranksOf.get(one.place) ?? [], seat)
    return one.how === `choice-${rank}` ? one : { ...one, how: 'by-hand' }
  })
}

function isPossible(seating: Seating, prepared: readonly PreparedSeat[]): boolean {
  const places = new Set(stillToSit(seating).map(({ place }) => place))
  const free = new Set(seating.seats.filter(({ taken }) => !taken).map(({ table, id }) => `${table} ${id}`))
  const once = (names: readonly string[]) => new Set(names).size === names.length
  return (
    once(prepared.map(({ place }) => place)) &&
    once(prepared.map(({ table, seat }) => `${table} ${seat}`)) &&
    prepared.every(({ place, table, seat }) => places.has(place) && free.has(`${table} ${seat}`))
  )
}

async function write(on: Database, activityId: string, { choosing, shown, draw, prepared }: Seating): Promise<void> {
  const data = { choosing, shown, draw: draw === null ? Prisma.DbNull : { ...draw, outcome: { ...draw.outcome } } }
  await on.seatingPlan.upsert({
    where: { activityId },
    create: { activityId, version: 1, ...data },
    update: { ...data, version: { increment: 1 } },
  })
  await on.preparedSeat.deleteMany({ where: { activityId } })
  await on.preparedSeat.createMany({
    data: prepared.map(({ place, table, seat, how, locked: isLocked }) => ({
      ...{ activityId, rosterPlaceId: place, roomId: table, seat, how, locked: isLocked },
    })),
  })
}

/**
 * Whoever has come in and waits without a seat goes to the table of the seat that is prepared for them now: their page waits to be placed.
 * A person who has sat down is the room's, and stays.
 */
async function sendToTables(on: Database, activityId: string): Promise<void> {
  const sent = await on.$executeRaw`
    UPDATE participant SET room_id = prepared_seat.room_id
      FROM prepared_seat
     WHERE prepared_seat.activity_id = ${activityId} AND participant.activity_id = ${activityId}
       AND participant.roster_place_id = prepared_seat.roster_place_id AND participant.removed_at IS NULL
       AND participant.room_id IS DISTINCT FROM prepared_seat.room_id
       AND NOT EXISTS (SELECT FROM room_seat WHERE room_seat.holder = participant.id)`
  if (sent > 0) await notify(on, 'door', activityId)
}

/** Tells each room whose prepared seats have changed which ones it keeps. */
async function keepSeats(on: Database, chairId: string, before: Seating, after: Seating): Promise<void> {
  const seatsAt = ({ prepared }: Seating, table: string) =>
    prepared.flatMap((one) => (one.table === table ? [one.seat] : [])).sort()
  for (const { id } of after.tables) {
    const seats = seatsAt(after, id)
    if (seats.join() === seatsAt(before, id).join()) continue
    await commandAsChair(on, {
      ...{ room: roomId.parse(id), chairId, source: 'seating' },
      command: { type: 'keepSeats', seats },
    })
  }
}
