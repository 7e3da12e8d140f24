/**
 * Plays on from a moment of a room, as a new activity of the same course (D26). Whoever took part up to then is a participant of it too, so
 * that what they have heard, and no more, stays theirs; of an imported record's people the names go along.
 */
import { createHash, createHmac, randomBytes, randomUUID } from 'node:crypto'
import { audit } from '#server/base/audit'
import { chairActor, roomId as newRoomId, personId } from '#simulation/kernel/ids'
import { MINUTE_MS } from '#simulation/kernel/time'
import {
  type ForkFault,
  type ForkMoment,
  type ForkSeats,
  forkFault,
  forkMoment,
  forkSeatsIn,
  forkSteps,
} from '#simulation/reading/record/fork'
import { factsOf } from '#simulation/reading/record/room-facts'
import { peopleIn } from '#simulation/secrecy/side-channels'
import { viewFor } from '#simulation/secrecy/visible-row'
import { seatHeldBy } from '#simulation/state/room-state'
import { database, notify } from '../../base/database'
import { signingSecret } from '../../base/environment'
import { inSlices } from '../../base/slices'
import { type ActivityRow, accessRoom, may, type Requester, type RoomRow } from '../access/access'
import { insertActivity, readScenario } from '../activities/activities'
import { readBroughtFrom } from '../activities/brought-from'
import { addParticipants, type ParticipantRow, readParticipants } from '../activities/participants'
import { readWrittenRubric } from '../activities/rubrics'
import { readSettings } from '../activities/settings'
import { publishedMail } from '../courses/roster-arrivals'
import { readRoom } from '../log/room-reading'
import { columnsOf, valuesOf } from '../log/stored-rows'
import { writeMails } from '../mail/outbox'

type Forkable = {
  room: RoomRow
  activity: ActivityRow
  moment: ForkMoment
  /** Why nothing can follow this moment. */
  fault: ForkFault | null
  seats: readonly ForkSeats[]
}

/** A moment that may be played on, by its row; null where the room is not theirs to play on, or has no such row. */
export async function readForkable(user: Requester, roomId: string, seq: number): Promise<Forkable | null> {
  const found = await accessRoom(user, roomId)
  if (!found || !may(found.as, 'edit-course')) return null
  const { room, activity } = found
  const { log } = await readRoom(room.id)
  const moment = await inSlices(forkMoment(log, seq))
  if (!moment) return null
  // Nobody of an imported record is known here.
  const seats = activity.broughtAt ? (['empty'] as const) : forkSeatsIn(moment.state.plan)
  return { room, activity, moment, fault: forkFault(moment.state), seats }
}

type ForkAsked = {
  user: Requester
  roomId: string
  seq: number
  seats: ForkSeats
  /** What the new activity and its room are called. */
  titled: (of: Forkable) => { title: string; name: string }
}
type ForkResult =
  | { ok: true; roomId: string; activityId: string; kind: 'seminar' | 'homework' }
  | { ok: false; fault: ForkFault }

/** Null where there is nothing that this user may play on. */
export async function forkRoom({ user, roomId, seq, seats, titled }: ForkAsked): Promise<ForkResult | null> {
  const from = await readForkable(user, roomId, seq)
  if (!from?.seats.includes(seats)) return null
  const { room, activity, moment } = from
  const [{ log, rows, state: whole }, participants, brought] = await Promise.all([
    readRoom(room.id),
    readParticipants(activity.id),
    readBroughtFrom(room.id),
  ])
  if (!whole) return null
  const named = peopleIn(viewFor(rows.slice(0, moment.upTo), { kind: 'chair' }, false))
  const known = participants.filter(({ id }) => named.has(id)).map((was) => ({ was, id: personId.parse(randomUUID()) }))
  const comes = ({ id, roomId: at, removedAt }: ParticipantRow) =>
    removedAt === null && (at === room.id || seatHeldBy(moment.state, personId.parse(id)) !== null)
  const salt = randomBytes(32)
  const fork = await inSlices(
    forkSteps({
      ...{ rows: log, whole, moment, room: room.name.slice(0, LONGEST_NAME), seats, now: Date.now() },
      names: brought?.roll ?? {},
      people: new Map(known.map(({ was, id }) => [personId.parse(was.id), { id, comes: comes(was) }])),
      chair: chairActor(user.id),
      fingerprint: (words) => createHash('sha256').update(salt).update(words).digest('hex'),
      // Everybody reads it in the plan: without the key nobody can try words that they may not read.
      hash: (text) => createHmac('sha256', signingSecret()).update(`fork|${text}`).digest('hex'),
    }),
  )
  if ('fault' in fork) return { ok: false, fault: fork.fault }
  const [{ research: _asked, ...settings }, scenario, rubric] = await Promise.all([
    readSettings(activity.id),
    readScenario(activity.id),
    readWrittenRubric(activity),
  ])
  const { title, name } = titled(from)
  const id = newRoomId.parse(randomUUID())
  const newRoom = { id, name, ordinal: 1, log: columnsOf(valuesOf(id, fork.rows)), facts: factsOf(fork.state) }
  const { kind, courseId, agendaKey } = activity
  const activityId = await database().$transaction(
    async (on) => {
      const asked = {
        ...{ courseId, by: user.id, title, scenario, rubric, agendaKey },
        ...{ nameRoom: () => name, forkedFromRoomId: room.id },
      }
      const past = brought?.course ? { pastFrom: { course: brought.course, roll: fork.names } } : {}
      const made = await insertActivity(on, kind, { ...asked, ...past, settings: { ...settings, roomCount: 1 } }, [
        newRoom,
      ])
      await addParticipants(
        on,
        made.activityId,
        known.map(({ was, id: own }) => ({
          ...{ id: own, roomId: id, userId: was.userId, name: was.name, rosterPlaceId: was.rosterPlaceId },
          ...{ byOpenCode: was.byOpenCode, instructedAt: was.instructedAt },
          removedAt: fork.state.removed.includes(own) ? new Date() : null,
        })),
      )
      const come = known.filter(({ id: own }) => kind === 'homework' && !fork.state.removed.includes(own))
      await writeMails(
        on,
        come.flatMap(({ was, id: own }) => (was.rosterPlaceId ? [publishedMail(own, was.rosterPlaceId)] : [])),
      )
      await notify(on, 'rooms_planned', made.activityId)
      return made.activityId
    },
    { timeout: MINUTE_MS },
  )
  audit({ what: 'moment-forked', by: user.id, to: id, in: room.id })
  return { ok: true, roomId: id, activityId, kind }
}

/** In characters: so long a room's name may be to stand in the name of its forks. */
const LONGEST_NAME = 150
