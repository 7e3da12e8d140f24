/**
 * Lets in those who come through an open door, all who come at one time in one transaction: a lecture waits for a few of them instead
 * of three hundred. Each is judged for itself, in the order in which they came. It knows no codes, and nothing of who tried what.
 */
import { randomUUID } from 'node:crypto'
import { ActivitySettings } from '../activities/activity-settings'
import { addParticipants, holdActivity, pickEmptiestRoom, readRoomCounts } from '../activities/participants'
import { batchLoader } from '../batch-loader'
import { type Database, database } from '../database'
import { nameKey } from '../people/names'
import { createSessions } from '../people/sessions'
import { createGuests, type Person } from '../people/users'
import { judgeProof, type ProofFault, type RosterMatch } from './door-proof'
import { doorColumns, judgeDoor } from './door-state'

/** Somebody at the door of an activity, with what is known of them. */
export type JoinCandidate = {
  activityId: string
  /** Cleaned; null where what was typed is no name. */
  name: string | null
  /** The line of the roster that bears this name. */
  line: RosterMatch | null
  number: string
  userAgent: string
  visitor: Person | null
  /** The sign-in this device still carries, whether or not it stands: a removed guest's has ended, and is no new person's. */
  signIn: string | null
}

export type Joined = {
  ok: true
  activityId: string
  participantId: string
  roomId: string | null
  userId: string
  /** The new session of a new guest; null where the visitor was signed in already. */
  sessionId: string | null
}
export type AdmissionRefusal = 'closed' | 'full' | 'bad-name' | 'name-taken' | 'asks-first' | ProofFault
export type Admission = Joined | { ok: false; refusal: AdmissionRefusal }

type LetIn = (comer: JoinCandidate) => Promise<Admission>
const doors = new Map<string, LetIn>()
const MOST_DOORS = 1_000

/** Lets somebody in, with all who come to the same activity at the same time. */
export function admit(comer: JoinCandidate): Promise<Admission> {
  const { activityId } = comer
  const known = doors.get(activityId)
  if (known) return known(comer)
  // One that is forgotten while people come through only stops waiting for them: the row of the activity is held all the same.
  if (doors.size >= MOST_DOORS) doors.clear()
  const letIn: LetIn = batchLoader((comers: readonly JoinCandidate[]) =>
    database().$transaction((on) => admitAll(on, activityId, comers)),
  )
  doors.set(activityId, letIn)
  return letIn(comer)
}

async function admitAll(on: Database, activityId: string, comers: readonly JoinCandidate[]): Promise<Admission[]> {
  await holdActivity(on, activityId)
  const row = await on.activity.findUniqueOrThrow({ where: { id: activityId }, select: doorColumns })
  // It may have been closed while they were on their way.
  if (!(await judgeDoor(on, row)).open) return comers.map(() => refused('closed'))
  const settings = ActivitySettings.parse(row.settings)
  const before = await readEarlierPlaces(on, activityId, comers)
  const tables = await readRoomCounts(on, activityId)
  const taken = await readTaken(on, activityId, comers)
  const guests: { id: string; name: string }[] = []
  const sessions: { id: string; userId: string; userAgent: string }[] = []
  const places: { id: string; roomId: string | null; userId: string; name: string; rosterPlaceId: string | null }[] = []

  function judge(comer: JoinCandidate, at: number): Admission {
    const { name, line, visitor, userAgent } = comer
    const back = before[at]
    if (back?.removedAt) return refused('asks-first')
    const same = visitor && (back ?? places.find(({ userId }) => userId === visitor.id))
    if (same) {
      const { id, roomId, userId } = same
      return { ok: true, activityId, participantId: id, roomId, userId, sessionId: null }
    }
    const { roomId, full } = pickEmptiestRoom(tables, settings)
    if (full) return refused('full')
    if (name === null) return refused('bad-name')
    if (settings.door === 'ask') return refused('asks-first')
    const fault = settings.door === 'roster' ? judgeProof(line, comer.number, visitor) : null
    if (fault) return refused(fault)
    if (taken.has(nameKey(name))) return refused('name-taken')
    taken.add(nameKey(name))
    const table = tables.people.find((candidate) => candidate.roomId === roomId)
    if (table) table.people += 1
    else tables.unplaced += 1
    const userId = visitor?.id ?? randomUUID()
    const sessionId = visitor ? null : randomUUID()
    if (!visitor) guests.push({ id: userId, name })
    if (sessionId) sessions.push({ id: sessionId, userId, userAgent })
    const participantId = randomUUID()
    places.push({ id: participantId, roomId, userId, name, rosterPlaceId: line?.id ?? null })
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

const refused = (refusal: AdmissionRefusal): Admission => ({ ok: false, refusal })

type EarlierPlace = { id: string; roomId: string | null; userId: string; removedAt: Date | null }

/** The place that each had in the activity before, as who they are or as who last signed in on their device. */
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

async function readTaken(on: Database, activityId: string, comers: readonly JoinCandidate[]): Promise<Set<string>> {
  const asked = comers.flatMap(({ name }) => (name === null ? [] : [nameKey(name)]))
  const rows = await on.participant.findMany({
    where: { activityId, nameKey: { in: asked } },
    select: { nameKey: true },
  })
  return new Set(rows.map((row) => row.nameKey))
}
