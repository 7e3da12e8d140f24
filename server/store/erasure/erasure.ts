/**
 * Erases a person: their rows with name, e-mail, student number, sessions, drafts, marks, and what staff wrote beside their entries. The
 * logs of rooms stay, because they contain only opaque ids; their transcripts are then shown without the name. Returns what was removed,
 * what could not be read, and where the name still occurs in texts of other people, which only a person can judge.
 */
import { randomUUID } from 'node:crypto'
import { audit } from '#server/base/audit'
import { Prisma } from '#server/generated/prisma/client'
import { type Database, database, notify } from '../../base/database'
import { parseBroughtFrom } from '../activities/brought-from'
import { forgetStaffBeside, type RemovedBeside, readErasedBeside } from '../beside/erased-beside'
import type { UnreadableRecord } from '../beside/kind/stored-beside'
import { forgetInvited } from '../courses/invitations'
import { nameKey } from '../people/names'
import { revokeSessionsOf } from '../people/sessions'
import { findTraces, type PersonTraces, type TraceStart } from './person-traces'
import { countMentions, findEntriesNaming, type Mention, type NamedIn } from './text-mentions'

/** How much went of what is the person's own, and of what they asked at doors. */
type Counted<What extends string> = Readonly<Record<What, number>>
type RemovedRows = Counted<'people' | 'rosterPlaces' | 'sessions' | 'drafts' | 'marks' | 'invitations'>
type RemovedRequests = Counted<'joinRequests' | 'joinRequestsElsewhere'>
/** With what went of each slice beside the log, by its key. */
export type Removed = RemovedRows & RemovedRequests & RemovedBeside
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
    const beside = await readErasedBeside(on, person)
    const rows = await forgetRows(on, person)
    await beside.forget()
    for (const activityId of new Set(person.participants.map((one) => one.activityId)))
      await notify(on, 'door', activityId)
    return {
      person,
      removed: { ...rows, ...joinRequests, ...beside.removed },
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
async function forgetJoinRequests(
  on: Database,
  { userIds, participants, nameKeys, courseIds }: PersonTraces,
): Promise<RemovedRequests> {
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

/** Deletes their rows; sessions, drafts, marks and what they wrote beside records go with the user by ON DELETE CASCADE. */
async function forgetRows(on: Database, person: PersonTraces): Promise<RemovedRows> {
  const userId = { in: [...person.userIds] }
  const participantId = { in: person.participants.map(({ id }) => id) }
  const counted = {
    people: person.userIds.length,
    rosterPlaces: person.placeIds.length,
    sessions: await on.session.count({ where: { userId } }),
    drafts: await on.draft.count({ where: { participantId } }),
    marks: await on.mark.count({ where: { participantId } }),
  }
  const former = await findFormerGuests(on, person)
  const own = [...person.userIds, ...person.placeIds, ...person.participants.map(({ id }) => id)]
  await forgetAudited(on, [...own, ...former])
  let invitations = 0
  for (const email of person.emails) invitations += await forgetInvited(on, email)
  await on.rosterPlace.deleteMany({ where: { id: { in: [...person.placeIds] } } })
  for (const id of person.userIds) await anonymizeChair(on, id)
  await on.user.deleteMany({ where: { OR: [{ id: userId }, { id: { in: former } }] } })
  return { ...counted, invitations }
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
  await forgetStaffBeside(on, userId, nobody)
  await on.$executeRaw`UPDATE room_event SET by = ${`chair:${nobody}`} WHERE by = ${`chair:${userId}`}`
}
