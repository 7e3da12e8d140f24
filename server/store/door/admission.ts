/**
 * Admits people who join an activity through its open door. All who join at the same time are admitted in one transaction, so that a
 * class of three hundred needs a few transactions and not three hundred. Each person is judged separately, in the order of arrival.
 */
import { randomUUID } from 'node:crypto'
import { batchLoader } from '../../base/batch-loader'
import { type Database, database } from '../../base/database'
import { ActivitySettings } from '../activities/activity-settings'
import { doorColumns, judgeDoor } from '../activities/door-state'
import {
  addParticipants,
  holdActivity,
  type Origin,
  pickEmptiestRoom,
  type RoomCounts,
  readRoomCounts,
} from '../activities/participants'
import { claimsTitle, freeName, nameKey } from '../people/names'
import { createSessions } from '../people/sessions'
import { createGuests, type Person } from '../people/users'
import { type ReservedPlaces, readReservedPlaces } from '../seating/kept-seat'
import { judgeProof, type ProofFault } from './door-proof'
import type { DoorPlace } from './roster-lines'

/** A person who wants to join an activity, and what is known about them. */
type JoinCandidate = {
  activityId: string
  /** Cleaned by `cleanName`; null when what was typed is no name. */
  name: string | null
  /** The roster place that they mean, if there is one. They are called as it has them. */
  line: DoorPlace | null
  number: string
  userAgent: string
  visitor: Person | null
  /**
   * The session id in the device's cookie, even if revoked: a removed guest's session is revoked, and must be recognized so that they
   * do not join again as somebody new.
   */
  signIn: string | null
} & Origin

export type Joined = {
  ok: true
  activityId: string
  participantId: string
  roomId: string | null
  userId: string
  /** The session created for a new guest; null when the person was signed in already. */
  sessionId: string | null
}
export type AdmissionRefusal = 'closed' | 'full' | 'bad-name' | 'title' | 'name-taken' | 'asks-first' | ProofFault
type Admission = Joined | { ok: false; refusal: AdmissionRefusal }

type AdmitOne = (comer: JoinCandidate) => Promise<Admission>
const loaders = new Map<string, AdmitOne>()
const MOST_LOADERS = 1_000

/** Admits one person, in one batch with all who join the same activity at the same time. */
export function admit(comer: JoinCandidate): Promise<Admission> {
  const { activityId } = comer
  const known = loaders.get(activityId)
  if (known) return known(comer)
  // Dropping a loader that is in use is safe: `holdActivity` locks the activity's row, so the next batch waits for it.
  if (loaders.size >= MOST_LOADERS) loaders.clear()
  const loader: AdmitOne = batchLoader((comers: readonly JoinCandidate[]) =>
    database().$transaction((on) => admitAll(on, activityId, comers)),
  )
  loaders.set(activityId, loader)
  return loader(comer)
}

async function admitAll(on: Database, activityId: string, comers: readonly JoinCandidate[]): Promise<Admission[]> {
  await holdActivity(on, activityId)
  const row = await on.activity.findUniqueOrThrow({ where: { id: activityId }, select: doorColumns })
  // The door may have closed since the page was sent.
  if (!(await judgeDoor(on, row)).open) return comers.map(() => refused('closed'))
  const settings = ActivitySettings.parse(row.settings)
  const before = await readEarlierPlaces(on, activityId, comers)
  const reserved = await readReservedPlaces(on, activityId)
  const tables = withReserved(await readRoomCounts(on, activityId), reserved)
  const taken = await readTaken(on, activityId)
  const guests: { id: string; name: string }[] = []
  const sessions: { id: string; userId: string; userAgent: string }[] = []
  const outside = await readRemovedDevices(on, activityId)
  const places: ({
    id: string
    roomId: string | null
    userId: string
    name: string
    rosterPlaceId: string | null
    byOpenCode: boolean
  } & Origin)[] = []

  function judge(comer: JoinCandidate, at: number): Admission {
    const { name, line, visitor, userAgent } = comer
    const back = before[at]
    if (back?.removedAt) return refused('asks-first')
    const same = visitor && (back ?? places.find(({ userId }) => userId === visitor.id))
    if (same) {
      const { id, roomId, userId } = same
      return { ok: true, activityId, participantId: id, roomId, userId, sessionId: null }
    }
    // Whoever has a prepared seat or table goes there, where they have been counted already.
    const prepared = line ? reserved.roomOf.get(line.id) : undefined
    const { roomId, full } = prepared ? { roomId: prepared, full: false } : pickEmptiestRoom(tables, settings)
    if (full) return refused('full')
    if (name === null) return refused('bad-name')
    if (line === null && claimsTitle(name)) return refused('title')
    if (settings.door === 'ask') return refused('asks-first')
    // A name that staff took off: whoever bears it in earnest is let in by the desk.
    if (line === null && taken.struck.has(nameKey(name))) return refused('asks-first')
    // Whom the desk removed comes in again by the desk alone, under whatever name.
    if (comer.deviceHash !== null && outside.has(comer.deviceHash)) return refused('asks-first')
    const fault = settings.door === 'roster' ? judgeProof(line, comer.number, visitor) : null
    if (fault) return refused(fault)
    if (line ? taken.lines.has(line.id) || taken.unlisted.has(nameKey(line.name)) : taken.names.has(nameKey(name)))
      return refused('name-taken')
    const called = freeName(line?.name ?? name, taken.names)
    if (line) taken.lines.add(line.id)
    else taken.unlisted.add(nameKey(name))
    const table = tables.people.find((candidate) => candidate.roomId === roomId)
    if (prepared === undefined && table) table.people += 1
    else if (prepared === undefined) tables.unplaced += 1
    const userId = visitor?.id ?? randomUUID()
    const sessionId = visitor ? null : randomUUID()
    if (!visitor) guests.push({ id: userId, name: called })
    if (sessionId) sessions.push({ id: sessionId, userId, userAgent })
    const participantId = randomUUID()
    const { deviceHash, addressHash } = comer
    const isOfLink = visitor !== null && line?.userId === visitor.id
    const byOpenCode = settings.door === 'code' && !isOfLink
    const rosterPlaceId = line?.id ?? null
    places.push({ id: participantId, roomId, userId, name: called, rosterPlaceId, byOpenCode, deviceHash, addressHash })
    return { ok: true, activityId, participantId, roomId, userId, sessionId }
  }

  const admissions = comers.map(judge)
  if (places.length > 0) {
    await createGuests(on, guests)
    await createSessions(on, sessions)
    await addParticipants(on, activityId, places)
  }
  return admissions
}

/** The rooms' counts with the people who have not come and for whom a seat or a table is prepared: others must not take their places. */
const withReserved = (counts: RoomCounts, { waiting }: ReservedPlaces): RoomCounts => ({
  ...counts,
  people: counts.people.map(({ roomId, people }) => ({ roomId, people: people + (waiting.get(roomId) ?? 0) })),
})

const refused = (refusal: AdmissionRefusal): Admission => ({ ok: false, refusal })

type EarlierPlace = { id: string; roomId: string | null; userId: string; removedAt: Date | null }

/** The participant that each person already has in the activity, found by their user or by the user of the device's last session. */
async function readEarlierPlaces(
  on: Database,
  activityId: string,
  comers: readonly JoinCandidate[],
): Promise<(EarlierPlace | undefined)[]> {
  const signIns = comers.flatMap(({ visitor, signIn }) => (visitor === null && signIn !== null ? [signIn] : []))
  const visitors = comers.flatMap(({ visitor }) => (visitor ? [visitor.id] : []))
  if (signIns.length === 0 && visitors.length === 0) return comers.map(() => undefined)
  const sessions = await on.session.findMany({ where: { id: { in: signIns } }, select: { id: true, userId: true } })
  const users = new Map(sessions.map(({ id, userId }) => [id, userId]))
  const rows = await on.participant.findMany({
    where: { activityId, userId: { in: [...visitors, ...users.values()] } },
    select: { id: true, roomId: true, userId: true, removedAt: true },
  })
  return comers.map(({ visitor, signIn }) => {
    const userId = visitor?.id ?? users.get(signIn ?? '')
    return rows.find((row) => row.userId === userId)
  })
}

/**
 * Who is here: the keys of all names, of those that are tied to no roster place, and the places; and the keys of the names that staff took
 * off. Two of one name on the roster are two people.
 */
type Taken = { names: Set<string>; unlisted: Set<string>; lines: Set<string>; struck: ReadonlySet<string> }

async function readTaken(on: Database, activityId: string): Promise<Taken> {
  const rows = await on.participant.findMany({
    where: { activityId },
    select: { nameKey: true, rosterPlaceId: true, struckName: true },
  })
  return {
    names: new Set(rows.map((row) => row.nameKey)),
    unlisted: new Set(rows.flatMap((row) => (row.rosterPlaceId === null ? [row.nameKey] : []))),
    lines: new Set(rows.flatMap((row) => row.rosterPlaceId ?? [])),
    struck: new Set(rows.flatMap((row) => (row.struckName === null ? [] : [nameKey(row.struckName)]))),
  }
}

/** The devices from which people came who were removed, and which the desk has not admitted since. */
async function readRemovedDevices(on: Database, activityId: string): Promise<ReadonlySet<string>> {
  const rows = await on.participant.findMany({
    where: { activityId, deviceHash: { not: null } },
    select: { deviceHash: true, removedAt: true, byOpenCode: true },
  })
  const removed = rows.flatMap(({ deviceHash, removedAt }) => (removedAt && deviceHash ? [deviceHash] : []))
  const admitted = rows.flatMap(({ deviceHash, removedAt, byOpenCode }) =>
    removedAt || byOpenCode ? [] : [deviceHash],
  )
  return new Set(removed.filter((device) => !admitted.includes(device)))
}
