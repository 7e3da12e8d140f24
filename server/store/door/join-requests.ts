/**
 * Join requests: somebody late, somebody not on the roster, or somebody who claims a seat that is taken asks the desk to be admitted.
 * The answer to a request never reveals whether the code exists. The waiting device proves itself by a secret; staff see only the
 * request's id.
 */
import { randomBytes, randomUUID } from 'node:crypto'
import { DAY_MS, HOUR_MS } from '#simulation/kernel/time'
import { audit } from '../../base/audit'
import { type Database, database, notify } from '../../base/database'
import { hashOfToken } from '../../base/secret-token'
import { readPart } from '../access/access'
import { UNDELETED_ACTIVITY } from '../access/deleted'
import { allows } from '../access/parts'
import { layTable, mayLayTable } from '../activities/add-table'
import { parseCode } from '../activities/codes'
import { addParticipant, holdActivity, type Origin, pickRoom } from '../activities/participants'
import { readmit } from '../activities/readmission'
import { claimsTitle, cleanName, freeName, nameKey } from '../people/names'
import { createSession, revokeSessionsOf } from '../people/sessions'
import { createGuest, type Person } from '../people/users'
import { inConstantTime } from './door'
import { findLine, readRosterLines } from './roster-lines'

/** The most requests of one activity that may wait for an answer; more are told that the list is full. */
const mostWaiting = 200
/** An admitted device has this long to come back and take its session. */
const enterWithinMs = 12 * HOUR_MS
/** Requests, which contain names, are deleted after this time. */
const KEPT_MS = 30 * DAY_MS

export type JoinRequestResult =
  | { kind: 'asked'; secret: string; askedAt: Date }
  | { kind: 'bad-name' | 'title' | 'full' }

/**
 * Creates a join request, if the code exists. The caller gets a secret in either case, so that the code's existence is not revealed.
 * `device` is the hash of the asking device: its earlier waiting request is withdrawn.
 */
export async function createJoinRequest(asking: {
  code: string
  name: string
  /** The roster place whose seat is claimed, where it was picked. */
  place?: string | null
  device?: string
  addressHash?: string | null
}): Promise<JoinRequestResult> {
  const name = cleanName(asking.name)
  if (!name) return { kind: 'bad-name' }
  if (claimsTitle(name)) return { kind: 'title' }
  const secret = randomBytes(24).toString('base64url')
  const askedAt = new Date()
  const isFull = await inConstantTime(
    () => database().$transaction((on) => writeRequest(on, { ...asking, name, secret, askedAt })),
    () => true,
  )
  return isFull ? { kind: 'full' } : { kind: 'asked', secret, askedAt }
}

type NewRequest = {
  code: string
  name: string
  place?: string | null
  device?: string
  addressHash?: string | null
  secret: string
  askedAt: Date
}

/** Returns true, and writes nothing, when the activity's list is full. */
async function writeRequest(
  on: Database,
  { code, name, place, device, addressHash, secret, askedAt }: NewRequest,
): Promise<boolean> {
  if (device !== undefined) await withdrawWaiting(on, { deviceHash: device })
  const activity = await on.activity.findFirst({
    where: { code: parseCode(code) ?? 'no code', ...UNDELETED_ACTIVITY },
    select: { id: true },
  })
  if (!activity) return false
  await holdActivity(on, activity.id)
  if ((await on.doorRequest.count({ where: { activityId: activity.id, answer: null } })) >= mostWaiting) return true
  const own = place
    ? await on.participant.findFirst({ where: { activityId: activity.id, rosterPlaceId: place } })
    : null
  const seated =
    own ??
    (await on.participant.findUnique({
      where: { activityId_nameKey: { activityId: activity.id, nameKey: nameKey(name) } },
      select: { id: true },
    }))
  await on.doorRequest.create({
    data: {
      id: randomUUID(),
      secretHash: hashOfToken(secret),
      activityId: activity.id,
      name,
      participantId: seated?.id ?? null,
      askedAt,
      deviceHash: device ?? null,
      addressHash: addressHash ?? null,
    },
  })
  await notify(on, 'door', activity.id)
  return false
}

async function withdrawWaiting(on: Database, which: { secretHash: string } | { deviceHash: string }): Promise<void> {
  const rows = await on.doorRequest.updateManyAndReturn({
    where: { ...which, answer: null },
    data: { answer: 'withdrawn', answeredAt: new Date() },
    select: { activityId: true },
  })
  for (const { activityId } of rows) await notify(on, 'door', activityId)
}

/** Deletes requests older than KEPT_MS; returns how many. */
export async function clearOldRequests(now: Date): Promise<number> {
  const { count } = await database().doorRequest.deleteMany({
    where: { askedAt: { lt: new Date(now.getTime() - KEPT_MS) } },
  })
  return count
}

/**
 * The state of a waiting device's request. An unknown secret reads as waiting: it belongs to a request for a code that does not exist.
 */
export async function readJoinRequest(secret: string): Promise<'waiting' | 'admitted' | 'refused'> {
  const row = await database().doorRequest.findUnique({
    where: { secretHash: hashOfToken(secret) },
    select: { answer: true },
  })
  if (row?.answer === 'admitted') return 'admitted'
  return row?.answer === 'refused' ? 'refused' : 'waiting'
}

export async function withdrawJoinRequest(secret: string): Promise<void> {
  await database().$transaction((on) => withdrawWaiting(on, { secretHash: hashOfToken(secret) }))
}

/** Creates the session of an admitted device; works once per request. */
export async function enterAsAdmitted(
  secret: string,
  userAgent: string,
): Promise<{ sessionId: string; userId: string; activityId: string; roomId: string | null } | null> {
  return database().$transaction(async (on) => {
    const [row] = await on.doorRequest.updateManyAndReturn({
      where: {
        secretHash: hashOfToken(secret),
        answer: 'admitted',
        enteredAt: null,
        answeredAt: { gt: new Date(Date.now() - enterWithinMs) },
      },
      data: { enteredAt: new Date() },
      select: { userId: true, activityId: true },
    })
    if (!row?.userId) return null
    const place = await on.participant.findFirst({
      where: { activityId: row.activityId, userId: row.userId, removedAt: null },
      select: { roomId: true },
    })
    if (!place) return null
    const sessionId = await createSession(on, row.userId, userAgent)
    return { sessionId, userId: row.userId, activityId: row.activityId, roomId: place.roomId }
  })
}

export type WaitingRequest = {
  id: string
  name: string
  askedAt: Date
  /** The participant whose seat the request claims; null for somebody new. */
  claims: string | null
}

/** The requests without an answer, the oldest first. */
export async function readWaiting(activityId: string): Promise<WaitingRequest[]> {
  const rows = await database().doorRequest.findMany({
    where: { activityId, answer: null },
    orderBy: { askedAt: 'asc' },
    select: { id: true, name: true, askedAt: true, participantId: true },
  })
  return rows.map(({ participantId, ...row }) => ({ ...row, claims: participantId }))
}

/** `full`: every seat is taken, and another table can be laid; `full-for-good`: none can. */
export type RequestAnswer = 'answered' | 'not-found' | 'full' | 'full-for-good' | 'room-closed'

/**
 * Admits or refuses a request. Staff may answer every request; a participant only one that claims the seat they still have. With
 * `nameTable`, which calls it by its number, staff lay another table where every seat is taken.
 */
export async function answerJoinRequest(answer: {
  requestId: string
  by: Pick<Person, 'id' | 'isAdmin'>
  admit: boolean
  nameTable?: (number: number) => string
}): Promise<RequestAnswer> {
  const answered = await answerInTurn(answer)
  if (answered === 'answered' && answer.admit)
    audit({ what: 'person-admitted', by: answer.by.id, to: answer.requestId })
  return answered
}

type GivenAnswer = Parameters<typeof answerJoinRequest>[0]

function answerInTurn(answer: GivenAnswer): Promise<RequestAnswer> {
  return database().$transaction(async (on): Promise<RequestAnswer> => {
    const found = await on.doorRequest.findFirst({
      where: { id: answer.requestId, activity: UNDELETED_ACTIVITY },
      select: {
        activityId: true,
        participantId: true,
        activity: { select: { courseId: true } },
      },
    })
    if (!found) return 'not-found'
    const part = await readPart(on, answer.by, found.activity.courseId)
    const opens = part !== null && allows(part, 'run-activity')
    await holdActivity(on, found.activityId)
    const isOwn = !opens && (await holdOwnPlace(on, found.participantId, answer.by.id))
    if (!opens && !isOwn) return 'not-found'
    const request = await on.doorRequest.findUnique({ where: { id: answer.requestId } })
    if (!request || request.answer !== null) return 'not-found'
    const given = { answer: answer.admit ? 'admitted' : 'refused', answeredAt: new Date() } as const
    if (!answer.admit) {
      await on.doorRequest.update({ where: { id: request.id }, data: given })
    } else {
      // A participant who answers for their own seat is not removed; only staff can readmit a removed person.
      const isBackIn = isOwn || !request.participantId || (await readmit(on, request.participantId, answer.by.id))
      if (!isBackIn) return 'room-closed'
      if (!request.participantId && (await pickRoom(on, found.activityId)).full) {
        if (!(await mayLayTable(on, found.activityId))) return 'full-for-good'
        if (!opens || !answer.nameTable) return 'full'
        await layTable(on, found.activityId, { by: answer.by.id, nameRoom: answer.nameTable })
      }
      const userId = request.participantId
        ? await giveSeatToNewGuest(on, request.participantId, request, opens)
        : await admitNewGuest(on, found.activityId, found.activity.courseId, request)
      await on.doorRequest.update({ where: { id: request.id }, data: { ...given, userId } })
    }
    await notify(on, 'door', found.activityId)
    return 'answered'
  })
}

/**
 * Whether the seat is the user's own. Locks the participant row until the end of the transaction, because a removal does not lock the
 * activity's row.
 */
async function holdOwnPlace(on: Database, participantId: string | null, userId: string): Promise<boolean> {
  const held = await on.$queryRaw<object[]>`
    SELECT id FROM participant WHERE id = ${participantId} AND user_id = ${userId} AND removed_at IS NULL FOR UPDATE`
  return held.length > 0
}

/**
 * Gives the participant to a new guest user: a claim must never sign anybody in to the account that had it. If a guest had it, their
 * old device is signed out.
 */
async function giveSeatToNewGuest(
  on: Database,
  participantId: string,
  asked: Admitted,
  byDesk: boolean,
): Promise<string> {
  const before = await on.participant.findUniqueOrThrow({
    where: { id: participantId },
    select: { userId: true, user: { select: { kind: true } } },
  })
  const { name, deviceHash, addressHash } = asked
  const { id: userId } = await createGuest(on, name)
  await on.participant.update({
    where: { id: participantId },
    // A participant who answers for their own seat vouches for nobody.
    data: { userId, deviceHash, addressHash, ...(byDesk ? { byOpenCode: false } : {}) },
  })
  if (before.user.kind === 'guest') await revokeSessionsOf(on, before.userId)
  return userId
}

/** A request that is admitted. */
type Admitted = { name: string } & Origin

async function admitNewGuest(on: Database, activityId: string, courseId: string, request: Admitted): Promise<string> {
  const { name: asked, deviceHash, addressHash } = request
  const { roomId } = await pickRoom(on, activityId)
  const people = await on.participant.findMany({
    where: { activityId },
    select: { nameKey: true, rosterPlaceId: true },
  })
  const taken = new Set(people.map(({ rosterPlaceId }) => rosterPlaceId))
  // Of two students of one name the one who is in keeps their line; without this, the other's would stand as missing all lesson.
  const free = (await readRosterLines(courseId)).filter(({ id }) => !taken.has(id))
  const line = findLine(free, { name: asked })
  const name = freeName(line?.name ?? asked, new Set(people.map((one) => one.nameKey)))
  const { id: userId } = await createGuest(on, name)
  const rosterPlaceId = line?.id ?? null
  await addParticipant(on, { activityId, roomId, userId, name, rosterPlaceId, deviceHash, addressHash })
  return userId
}
