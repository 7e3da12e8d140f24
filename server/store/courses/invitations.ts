/**
 * Invitations: single-use links to an account or to a part in a course. Only the hash of a link's token is stored; it expires after
 * fourteen days by default. Until the invitation is accepted, the inviter learns nothing about the invited person.
 */
import { randomBytes, randomUUID } from 'node:crypto'
import { DAY_MS } from '#simulation/kernel/time'
import { audit } from '../../base/audit'
import { type Database, database } from '../../base/database'
import { environment } from '../../base/environment'
import { hashOfToken, secretToken } from '../../base/secret-token'
import { UNDELETED } from '../access/deleted'
import { assignPart, namedRooms, type PartAssignment } from '../access/part-assignment'
import type { AssignablePart } from '../access/parts'
import { writeMails } from '../mail/outbox'
import { isDemoPerson, mayTeachTogether } from '../people/demo-person'
import { foldEmail } from '../people/email'
import type { Person } from '../people/users'

export const INVITATION_DAYS = 14

const tokenOf = (id: string): string => secretToken('invitation', id)

/** The condition for an invitation that can still be used. While a course is deleted nobody is invited to it; an invitation of the operator's is to no course. */
const stillOpen = () => ({
  ...{ acceptedAt: null, declinedAt: null, withdrawnAt: null, expiresAt: { gt: new Date() } },
  OR: [{ courseId: null }, { course: UNDELETED }],
})

/** How many invitations can still be used. */
export const countOpenInvitations = (on: Database): Promise<number> => on.invitation.count({ where: stillOpen() })

export type NewInvitation = {
  /** The inviting person; null for the operator at the command line. */
  by: Pick<Person, 'id' | 'email'> | null
  email: string | null
  /** The course and the part offered in it; null for an account only. */
  to: (PartAssignment & { courseId: string }) | null
  days?: number
}

/** `mailed`: the link is on its way to the address as well. */
type InviteAnswer = { ok: true; token: string; mailed: boolean } | { ok: false; fault: 'no-room' | 'demo' }

/** Creates an invitation and returns its token, which is not stored and cannot be shown again. Where there is an address, it is mailed there. */
export async function invite({ by, email, to, days = INVITATION_DAYS }: NewInvitation): Promise<InviteAnswer> {
  if (by && isDemoPerson(by)) return { ok: false, fault: 'demo' }
  const rooms = to ? await namedRooms(database(), to.courseId, to) : []
  if (!rooms) return { ok: false, fault: 'no-room' }
  // Deletes expired invitations, so that e-mail addresses are not kept longer than needed.
  await database().invitation.deleteMany({ where: { acceptedAt: null, expiresAt: { lt: new Date() } } })
  const id = randomUUID()
  // What is mailed has to be known again when it is sent; the command line has not the server's secret, and mails nothing.
  const isMailed = email !== null && to !== null && environment().mail !== null
  const token = isMailed ? tokenOf(id) : randomBytes(32).toString('base64url')
  await database().$transaction(async (on) => {
    await on.invitation.create({
      data: {
        ...{ id, rooms, email, tokenHash: hashOfToken(token) },
        ...(to && { courseId: to.courseId, part: to.part }),
        invitedById: by?.id ?? null,
        expiresAt: new Date(Date.now() + days * DAY_MS),
      },
    })
    if (isMailed)
      await writeMails(on, [
        { key: `invitation/${id}`, kind: 'invitation', placeId: null, participantId: null, dueAt: Date.now() },
      ])
  })
  return { ok: true, token, mailed: isMailed }
}

/** The address, token and course of an invitation that is to be mailed; null once it opens nothing. */
export async function readMailedInvitation(
  id: string,
): Promise<{ email: string; token: string; course: string } | null> {
  const found = await database().invitation.findFirst({
    where: { id, ...stillOpen() },
    select: { email: true, tokenHash: true, course: { select: { title: true } } },
  })
  const token = tokenOf(id)
  if (!found?.email || !found.course || found.tokenHash !== hashOfToken(token)) return null
  return { email: found.email, token, course: found.course.title }
}

type PendingInvitation = {
  id: string
  part: AssignablePart
  email: string | null
  /** Null once the inviter has been erased. */
  by: string | null
  expiresAt: Date
}

/** The open invitations to a course, newest first. */
export async function readPending(courseId: string): Promise<PendingInvitation[]> {
  const rows = await database().invitation.findMany({
    where: { courseId, ...stillOpen() },
    orderBy: { invitedAt: 'desc' },
    select: { id: true, part: true, email: true, expiresAt: true, invitedBy: { select: { name: true } } },
  })
  return rows.flatMap(({ part, invitedBy, ...row }) => (part ? [{ ...row, part, by: invitedBy?.name ?? null }] : []))
}

export type InvitationOffer = {
  email: string | null
  by: string | null
  /** Whether this link may still be used to make an account. */
  makesAccount: boolean
  to: { courseId: string; title: string; part: AssignablePart; rooms: string[] } | null
}

/** What a token invites to; null for an unknown token and for one that was used, withdrawn or has expired. */
export async function findInvitation(token: string): Promise<InvitationOffer | null> {
  if (!/^[\w-]{43}$/.test(token)) return null
  const row = await database().invitation.findFirst({
    where: { tokenHash: hashOfToken(token), ...stillOpen() },
    select: {
      ...{ email: true, part: true, rooms: true, accountMadeAt: true },
      invitedBy: { select: { name: true } },
      course: { select: { id: true, title: true } },
    },
  })
  if (!row) return null
  const { email, part, invitedBy, course, accountMadeAt } = row
  const given = { email, by: invitedBy?.name ?? null, makesAccount: accountMadeAt === null }
  if (!course || !part) return { ...given, to: null }
  const rooms = await database().room.findMany({
    where: { id: { in: row.rooms } },
    orderBy: { ordinal: 'asc' },
    select: { name: true },
  })
  return { ...given, to: { courseId: course.id, title: course.title, part, rooms: rooms.map(({ name }) => name) } }
}

/**
 * Uses up the link's right to make one account, inside the transaction that makes it; false when it was used before. The update is one
 * statement, so of two parallel sign-ups only one succeeds.
 */
export async function holdForAccount(on: Database, token: string): Promise<boolean> {
  const { count } = await on.invitation.updateMany({
    where: { tokenHash: hashOfToken(token), accountMadeAt: null, ...stillOpen() },
    data: { accountMadeAt: new Date() },
  })
  return count > 0
}

/** Marks an invitation to an account only as accepted; one to a course is still to be answered. */
export async function settleAccount(on: Database, token: string, userId: string): Promise<void> {
  await on.invitation.updateMany({
    where: { tokenHash: hashOfToken(token), courseId: null },
    data: { acceptedById: userId, acceptedAt: new Date(), email: null },
  })
}

type AcceptAnswer =
  | { kind: 'accepted'; courseId: string }
  | { kind: 'not-found' | 'has-part' | 'demo' | 'other-address' }

/** Whether an invitation to this address may be used by an account of that one; one to no address by anybody who has the link. */
export const isForAddress = (invited: string | null, own: string | null): boolean =>
  invited === null || (own !== null && foldEmail(invited) === foldEmail(own))

/**
 * Gives the person the part that the link offers. A person who has a part in the course already keeps it, and the link stays usable for
 * the person it was meant for.
 */
export async function acceptInvitation(token: string, person: Person): Promise<AcceptAnswer> {
  if (person.kind !== 'account') return { kind: 'not-found' }
  const answer = await takePart(token, person)
  if (answer.kind === 'accepted') audit({ what: 'invitation-spent', by: person.id, in: answer.courseId })
  return answer
}

function takePart(token: string, person: Person): Promise<AcceptAnswer> {
  return database().$transaction(async (on): Promise<AcceptAnswer> => {
    const [row] = await on.$queryRaw<{ id: string }[]>`
      SELECT id FROM invitation WHERE token_hash = ${hashOfToken(token)} FOR UPDATE`
    const found = row && (await on.invitation.findFirst({ where: { id: row.id, ...stillOpen() } }))
    if (!found?.courseId || !found.part) return { kind: 'not-found' }
    const { courseId, part, rooms } = found
    if (!isForAddress(found.email, person.email)) return { kind: 'other-address' }
    if (!(await mayTeachTogether(on, courseId, person.id))) return { kind: 'demo' }
    const has = await on.courseStaff.count({ where: { courseId, userId: person.id } })
    if (has > 0) return { kind: 'has-part' }
    if (!(await assignPart(on, courseId, person.id, { part, rooms }))) return { kind: 'not-found' }
    await on.invitation.update({
      where: { id: found.id },
      data: { acceptedById: person.id, acceptedAt: new Date(), email: null },
    })
    return { kind: 'accepted', courseId }
  })
}

/** Declines an invitation; holding the link is enough. */
export async function declineInvitation(token: string): Promise<boolean> {
  const { count } = await database().invitation.updateMany({
    where: { tokenHash: hashOfToken(token), ...stillOpen() },
    data: { declinedAt: new Date(), email: null },
  })
  return count > 0
}

/** Withdraws an invitation to a course. */
export async function withdrawInvitation(courseId: string, id: string): Promise<boolean> {
  const { count } = await database().invitation.updateMany({
    where: { id, courseId, ...stillOpen() },
    data: { withdrawnAt: new Date(), email: null },
  })
  return count > 0
}

/** Deletes the invitations sent to this address; part of an erasure. */
export async function forgetInvited(on: Database, email: string): Promise<number> {
  const { count } = await on.invitation.deleteMany({ where: { email: { equals: email, mode: 'insensitive' } } })
  return count
}

/** Withdraws all open invitations of a person who is no longer staff; otherwise such a link would still let somebody in. */
export async function withdrawInvitationsBy(on: Database, courseId: string, userId: string): Promise<void> {
  await on.invitation.updateMany({
    where: { courseId, invitedById: userId, ...stillOpen() },
    data: { withdrawnAt: new Date(), email: null },
  })
}
