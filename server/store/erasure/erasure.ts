/**
 * Erases a person: their rows with name, e-mail, student number, sessions, drafts, marks, and what staff wrote beside their entries. The
 * logs of rooms stay, because they contain only opaque ids; their transcripts are then shown without the name. Returns what was removed,
 * what could not be read, and where the name still occurs in texts of other people, which only a person can judge.
 */
import { randomUUID } from 'node:crypto'
import { audit } from '#server/base/audit'
import { Prisma } from '#server/generated/prisma/client'
import { plainParagraphs } from '#simulation/reading/log/transcript'
import { type Database, database, notify } from '../../base/database'
import { parseBroughtFrom } from '../activities/brought-from'
import { forgetInvited } from '../courses/invitations'
import { readRoomState } from '../log/room-reading'
import { nameKey } from '../people/names'
import { revokeSessionsOf } from '../people/sessions'
import { findTraces, type PersonTraces, type TraceStart } from './person-traces'
import { countMentions, findEntriesNaming, type Mention, type NamedIn } from './text-mentions'

export type Removed = Record<
  | 'people'
  | 'rosterPlaces'
  | 'sessions'
  | 'drafts'
  | 'marks'
  | 'annotations'
  | 'joinRequests'
  | 'joinRequestsElsewhere'
  | 'invitations',
  number
>
export type Erased = {
  removed: Removed
  /** Imported records that contained their name. */
  brought: readonly { title: string; course: string }[]
  /** What could not be parsed, so that somebody has to look through it by hand. */
  unread: readonly UnreadableRecord[]
  mentions: readonly Mention[]
  /** The entries of records in which it occurs, as far as they are indexed. */
  entries: readonly NamedIn[]
}

const PATIENCE = { timeout: 300_000, maxWait: 15_000 }

/** Erases everything that names this person; null when no user has this id. */
export const eraseUser = (userId: string): Promise<Erased | null> => erase({ userId })
/** The same for a place on a roster, whether or not a user has taken it. */
export const eraseRosterPlace = (placeId: string): Promise<Erased | null> => erase({ placeId })

async function erase(start: TraceStart): Promise<Erased | null> {
  const done = await database().$transaction(async (on) => {
    const person = await findTraces(on, start)
    if (!person) return null
    for (const id of person.userIds) await revokeSessionsOf(on, id)
    const names = await forgetBroughtNames(on, person)
    const joinRequests = await forgetJoinRequests(on, person)
    const beside = await findThreadsOn(on, person.participants)
    const rows = await forgetRows(on, person, beside.threads)
    for (const activityId of new Set(person.participants.map((one) => one.activityId)))
      await notify(on, 'door', activityId)
    return {
      person,
      removed: { ...rows, ...joinRequests },
      brought: names.from,
      unread: [...beside.unread, ...names.unread],
    }
  }, PATIENCE)
  if (!done) return null
  // By no id: those of the person have just been taken out of the audit log.
  audit({ what: 'person-erased', by: null })
  const { person, ...erased } = done
  const mentions = await countMentions(database(), person.names)
  return { ...erased, mentions, entries: await findEntriesNaming(database(), person.names) }
}

/** Removes their names from imported records, which would otherwise keep the name that was erased everywhere else. */
async function forgetBroughtNames(on: Database, { nameKeys }: PersonTraces) {
  const records = await on.activity.findMany({
    where: { broughtFrom: { not: Prisma.AnyNull } },
    select: { id: true, title: true, broughtFrom: true, course: { select: { title: true } } },
  })
  const from: { title: string; course: string }[] = []
  const unread: UnreadableRecord[] = []
  for (const { id, title, broughtFrom, course: keptIn } of records) {
    const { course, roll, isWhole } = parseBroughtFrom(broughtFrom)
    if (!isWhole) unread.push({ what: 'names of a brought record', title, course: keptIn.title })
    const kept = Object.entries(roll).filter(([, name]) => !nameKeys.has(nameKey(name)))
    if (kept.length === Object.keys(roll).length) continue
    from.push({ title, course: keptIn.title })
    await on.activity.update({ where: { id }, data: { broughtFrom: { course, roll: Object.fromEntries(kept) } } })
  }
  return { from, unread }
}

/**
 * Deletes join requests under their names or accounts. A request may belong to no participant yet, so names are compared, by the same
 * `nameKey` as at joining.
 */
async function forgetJoinRequests(on: Database, { userIds, participants, nameKeys, courseIds }: PersonTraces) {
  const own = new Set(participants.map(({ id }) => id))
  const asked = await on.doorRequest.findMany({
    select: { id: true, name: true, userId: true, participantId: true, activity: { select: { courseId: true } } },
  })
  const theirs = asked.filter(
    ({ name, userId, participantId }) =>
      nameKeys.has(nameKey(name)) || userIds.includes(userId ?? '') || own.has(participantId ?? ''),
  )
  await on.doorRequest.deleteMany({ where: { id: { in: theirs.map(({ id }) => id) } } })
  const elsewhere = theirs.filter(({ activity }) => !courseIds.has(activity.courseId)).length
  return { joinRequests: theirs.length - elsewhere, joinRequestsElsewhere: elsewhere }
}

/**
 * Deletes their rows, and what staff wrote in `threads`, which stand beside their entries; sessions, drafts, marks and what they wrote beside
 * records go with the user by ON DELETE CASCADE.
 */
async function forgetRows(
  on: Database,
  person: PersonTraces,
  threads: string[],
): Promise<Omit<Removed, 'joinRequests' | 'joinRequestsElsewhere'>> {
  const userId = { in: [...person.userIds] }
  const participantId = { in: person.participants.map(({ id }) => id) }
  const ofStaff = { participantId: null, annotationId: { in: threads } }
  const counted = {
    people: person.userIds.length,
    rosterPlaces: person.placeIds.length,
    sessions: await on.session.count({ where: { userId } }),
    drafts: await on.draft.count({ where: { participantId } }),
    marks: await on.mark.count({ where: { participantId } }),
    annotations: await on.annotationComment.count({ where: { OR: [{ participantId }, { userId }, ofStaff] } }),
  }
  const former = await findFormerGuests(on, person)
  const own = [...person.userIds, ...person.placeIds, ...person.participants.map(({ id }) => id)]
  await forgetAudited(on, [...own, ...former])
  let invitations = 0
  for (const email of person.emails) invitations += await forgetInvited(on, email)
  await on.rosterPlace.deleteMany({ where: { id: { in: [...person.placeIds] } } })
  for (const id of person.userIds) await anonymizeChair(on, id)
  await on.annotationComment.deleteMany({ where: ofStaff })
  await on.user.deleteMany({ where: { OR: [{ id: userId }, { id: { in: former } }] } })
  await forgetThreads(on)
  return { ...counted, invitations }
}

/** Of threads that they began the tags are theirs too; one in which nobody else wrote is gone. */
async function forgetThreads(on: Database): Promise<void> {
  await on.annotation.deleteMany({ where: { comments: { none: {} } } })
  await on.annotation.updateMany({ where: { participantId: null, userId: null }, data: { tags: [] } })
}

/** What they did and what was done to them stays in the audit log, without saying who it was. */
async function forgetAudited(on: Database, ids: string[]): Promise<void> {
  await on.auditEntry.updateMany({ where: { by: { in: ids } }, data: { by: null } })
  await on.auditEntry.updateMany({ where: { to: { in: ids } }, data: { to: null } })
}

/**
 * Guest users of the same name without any participant: left over when somebody's seat went to a new device, so they are the same
 * person.
 */
async function findFormerGuests(on: Database, { nameKeys }: PersonTraces): Promise<string[]> {
  const placeless = await on.user.findMany({
    where: { kind: 'guest', participants: { none: {} }, rosterPlaces: { none: {} } },
    select: { id: true, name: true },
  })
  return placeless.filter(({ name }) => nameKeys.has(nameKey(name))).map(({ id }) => id)
}

/** A former member of staff is recorded in marks, releases and desk commands: replaces that user id by a random one. */
async function anonymizeChair(on: Database, userId: string): Promise<void> {
  const nobody = randomUUID()
  await on.mark.updateMany({ where: { byUserId: userId }, data: { byUserId: nobody } })
  await on.rubricVersion.updateMany({ where: { byUserId: userId }, data: { byUserId: nobody } })
  await on.release.updateMany({ where: { byUserId: userId }, data: { byUserId: nobody } })
  await on.gradeNote.updateMany({ where: { byUserId: userId }, data: { byUserId: nobody } })
  await on.gradeRelease.updateMany({ where: { byUserId: userId }, data: { byUserId: nobody } })
  await on.secondMark.updateMany({ where: { byUserId: userId }, data: { byUserId: nobody } })
  await on.moderation.updateMany({ where: { byUserId: userId }, data: { byUserId: nobody } })
  await on.regrade.updateMany({ where: { answeredById: userId }, data: { answeredById: nobody } })
  await on.$executeRaw`UPDATE room_event SET by = ${`chair:${nobody}`} WHERE by = ${`chair:${userId}`}`
}

type UnreadableRecord = { what: 'names of a brought record' | 'record of a room'; title: string; course: string }

/** Threads in which some of the staff wrote, and which no student began who is still there: staff did, or somebody who has been erased. */
const OF_STAFF = { participantId: null, comments: { some: { participantId: null } } }

/** Those beside entries of `people`; and the rooms in which this cannot be read, for a person to look at. */
async function findThreadsOn(on: Database, people: PersonTraces['participants']) {
  const rooms = await on.room.findMany({
    where: {
      activityId: { in: people.map(({ activityId }) => activityId) },
      annotations: { some: OF_STAFF },
    },
    select: {
      id: true,
      name: true,
      activity: { select: { title: true, course: { select: { title: true } } } },
      annotations: { where: OF_STAFF, select: { id: true, entry: true } },
    },
  })
  const own = new Set(people.map(({ id }) => id))
  const threads: string[] = []
  const unread: UnreadableRecord[] = []
  for (const { id: roomId, name, activity, annotations } of rooms) {
    const state = await readRoomState(roomId).catch(() => null)
    if (!state) {
      unread.push({ what: 'record of a room', title: `${activity.title}, ${name}`, course: activity.course.title })
      continue
    }
    const theirs = plainParagraphs(state).filter(({ person }) => person !== null && own.has(person))
    const numbers = new Set(theirs.flatMap(({ no, was }) => [no, was]))
    threads.push(...annotations.filter(({ entry }) => numbers.has(entry)).map(({ id }) => id))
  }
  return { threads, unread }
}
