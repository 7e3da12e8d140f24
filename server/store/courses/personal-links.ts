/**
 * Personal links: one for each roster place, which signs its student in on any device. A link's token is derived from a stored nonce
 * and the server's secret; only the token's hash is stored, and a renewed link makes the old one invalid. A place whose student has an
 * account cannot be entered by link, because the link would open everything the account may do.
 */
import { randomBytes, randomUUID } from 'node:crypto'
import { audit } from '../../base/audit'
import { type Database, database } from '../../base/database'
import { hashOfToken, secretToken } from '../../base/secret-token'
import { readPart } from '../access/access'
import { UNDELETED } from '../access/deleted'
import { type NewMail, writeMails } from '../mail/outbox'
import { createSession, revokeSessionsOf } from '../people/sessions'
import { createGuest, type Person } from '../people/users'

const tokenOf = (placeId: string, nonce: string): string => secretToken('personal-link', placeId, nonce)

/** The mail that brings a link; a renewed one is other news. */
const linkMail = ({ rosterPlaceId, tokenHash }: { rosterPlaceId: string; tokenHash: string }): NewMail => ({
  ...{ key: linkKey(tokenHash), kind: 'link', placeId: rosterPlaceId, participantId: null, dueAt: Date.now() },
})
const linkKey = (tokenHash: string): string => `link/${tokenHash}`

/** Whether a mail brings a link that its reader asked for once more. */
export const isAskedAnew = (key: string): boolean => key.split('/').length === 3

/** So many courses of one address are mailed at once. */
const MOST_AT_ONCE = 10

/**
 * Has the personal links of an address mailed to it once more, as the roster writes it; does nothing where no roster has it or its owner
 * has an account. `leadsTo` is the page of this site to which the link then leads on: where it is in one of their rooms, that course's
 * link alone is sent.
 */
export async function mailLinksAgain(email: string, leadsTo: string, now: number): Promise<void> {
  const places = await database().$queryRaw<{ id: string; tokenHash: string; rooms: string[] }[]>`
    SELECT place.id, link.token_hash AS "tokenHash",
           ARRAY(SELECT room_id FROM participant WHERE roster_place_id = place.id AND room_id IS NOT NULL) AS rooms
      FROM roster_place place
      JOIN personal_link link ON link.roster_place_id = place.id
      JOIN course ON course.id = place.course_id AND course.deleted_at IS NULL AND course.archived_at IS NULL
      LEFT JOIN app_user owner ON owner.id = place.user_id
     WHERE lower(place.email) = ${email} AND owner.kind IS DISTINCT FROM 'account'
     ORDER BY link.created_at DESC, place.id LIMIT ${MOST_AT_ONCE}`
  const meant = places.filter(({ rooms }) => rooms.some((id) => leadsTo.startsWith(`/rooms/${id}`)))
  await writeMails(
    database(),
    (meant.length > 0 ? meant : places).map(({ id, tokenHash }) => ({
      ...linkMail({ rosterPlaceId: id, tokenHash }),
      ...{ key: `${linkKey(tokenHash)}/${randomUUID()}`, dueAt: now, leadsTo },
    })),
  )
}

/** The token of the link that this mail was to bring; null once it opens nothing. */
export async function readMailedLink(placeId: string, key: string): Promise<string | null> {
  const link = await database().personalLink.findUnique({
    where: { rosterPlaceId: placeId, rosterPlace: { OR: [{ userId: null }, { user: { kind: 'guest' } }] } },
  })
  const token = link && tokenOf(placeId, link.nonce)
  const own = token === null ? null : linkKey(hashOfToken(token))
  return own !== null && (key === own || (isAskedAnew(key) && key.startsWith(`${own}/`))) ? token : null
}

function newNonce(placeId: string): { nonce: string; tokenHash: string } {
  const nonce = randomBytes(24).toString('base64url')
  return { nonce, tokenHash: hashOfToken(tokenOf(placeId, nonce)) }
}

/** Creates a link for each of these roster places that has none. */
export async function ensureLinks(on: Database, placeIds: readonly string[]): Promise<void> {
  const known = await on.personalLink.findMany({
    where: { rosterPlaceId: { in: [...placeIds] } },
    select: { rosterPlaceId: true },
  })
  const has = new Set(known.map(({ rosterPlaceId }) => rosterPlaceId))
  const made = placeIds.filter((id) => !has.has(id)).map((id) => ({ rosterPlaceId: id, ...newNonce(id) }))
  await on.personalLink.createMany({ data: made, skipDuplicates: true })
  await writeMails(on, made.map(linkMail))
}

type PersonalLinkRow = {
  placeId: string
  name: string
  email: string | null
  studentNumber: string | null
  /**
   * The last segment of the link; null where the student has an account, or the server's secret has changed since the link was made.
   */
  token: string | null
  account: boolean
  lastUsedAt: Date | null
}

/** Of the roster, whoever has no link yet; whoever signs in with an account needs none. */
const withoutLink = (courseId: string) => ({
  courseId,
  personalLink: null,
  OR: [{ userId: null }, { user: { kind: 'guest' as const } }],
})

/**
 * How many of a course's roster have no link yet, and how many of those have no student number either: until they have a link, their name
 * alone lets them in at a door for the roster.
 */
export async function countMissingLinks(courseId: string): Promise<{ count: number; byName: number }> {
  const [count, byName] = await Promise.all([
    database().rosterPlace.count({ where: withoutLink(courseId) }),
    database().rosterPlace.count({ where: { ...withoutLink(courseId), studentNumber: null } }),
  ])
  return { count, byName }
}

/** Makes the links that are missing. Reading makes none, because a link changes what the door asks of its student. */
export async function makeMissingLinks(courseId: string): Promise<void> {
  await database().$transaction(async (on) => {
    const places = await on.rosterPlace.findMany({ where: withoutLink(courseId), select: { id: true } })
    await ensureLinks(
      on,
      places.map(({ id }) => id),
    )
  })
}

/** The links of a course's roster, and those who sign in with an account of their own, for its staff. */
export async function readLinks(courseId: string): Promise<PersonalLinkRow[]> {
  const rows = await database().rosterPlace.findMany({
    where: { courseId, OR: [{ personalLink: { isNot: null } }, { user: { kind: 'account' } }] },
    orderBy: { position: 'asc' },
    include: { personalLink: true, user: { select: { kind: true } } },
  })
  return rows.map(({ id, name, email, studentNumber, personalLink, user }) => {
    const account = user?.kind === 'account'
    const token = personalLink ? tokenOf(id, personalLink.nonce) : null
    const stands = !account && token !== null && personalLink?.tokenHash === hashOfToken(token)
    const lastUsedAt = personalLink?.lastUsedAt ?? null
    return { placeId: id, name, email, studentNumber, account, token: stands ? token : null, lastUsedAt }
  })
}

/** Replaces a link. The old one stops working, and the guest who came in by it is signed out. */
export async function renewLink(courseId: string, placeId: string): Promise<'renewed' | 'not-found'> {
  return database().$transaction(async (on) => {
    const place = await on.rosterPlace.findFirst({
      where: { id: placeId, courseId },
      select: { user: { select: { id: true, kind: true } } },
    })
    if (!place) return 'not-found'
    const fresh = { ...newNonce(placeId), createdAt: new Date(), lastUsedAt: null }
    await on.personalLink.upsert({
      where: { rosterPlaceId: placeId },
      create: { rosterPlaceId: placeId, ...fresh },
      update: fresh,
    })
    await writeMails(on, [linkMail({ rosterPlaceId: placeId, ...fresh })])
    if (place.user?.kind === 'guest') await revokeSessionsOf(on, place.user.id)
    return 'renewed'
  })
}

type LinkOwner = {
  placeId: string
  name: string
  courseId: string
  courseTitle: string
  userId: string | null
  account: boolean
}

/** The roster place of this token; null for an unknown token. */
export async function findLink(token: string): Promise<LinkOwner | null> {
  if (!/^[\w-]{43}$/.test(token)) return null
  const row = await database().personalLink.findFirst({
    where: { tokenHash: hashOfToken(token), rosterPlace: { course: UNDELETED } },
    select: {
      rosterPlace: {
        select: {
          id: true,
          name: true,
          course: { select: { id: true, title: true } },
          user: { select: { id: true, kind: true } },
        },
      },
    },
  })
  if (!row) return null
  const { id, name, course, user } = row.rosterPlace
  return {
    placeId: id,
    name,
    courseId: course.id,
    courseTitle: course.title,
    userId: user?.id ?? null,
    account: user?.kind === 'account',
  }
}

type LinkAnswer =
  | { ok: true; userId: string; courseId: string; sessionId: string }
  | { ok: false; refusal: 'no-such-link' | 'has-account' }

/**
 * Creates a session for the link's student on the device that opened it. `by` is who was signed in there before: staff of the course then
 * act for the student, and read what the student keeps for themselves, so it is written down.
 */
export async function enterByLink(token: string, userAgent: string, by: Person | null = null): Promise<LinkAnswer> {
  const entered = await enterAsOwner(token, userAgent)
  if (!entered.ok) return entered
  const { userId, courseId } = entered
  if (by && (await isStaffOf(by, courseId))) audit({ what: 'acted-for-student', by: by.id, to: userId, in: courseId })
  else audit({ what: 'signed-in', by: userId })
  return entered
}

/** Whether this person helps to run the course, so that they are asked before they open a student's place by its link. */
export const isStaffOf = async (person: Person, courseId: string): Promise<boolean> =>
  (await readPart(database(), person, courseId)) !== null

async function enterAsOwner(token: string, userAgent: string): Promise<LinkAnswer> {
  return database().$transaction(async (on) => {
    const owner = await findLink(token)
    if (!owner) return { ok: false, refusal: 'no-such-link' }
    if (owner.account) return { ok: false, refusal: 'has-account' }
    await on.$queryRaw`SELECT id FROM roster_place WHERE id = ${owner.placeId} FOR UPDATE`
    const place = await on.rosterPlace.findUniqueOrThrow({ where: { id: owner.placeId }, select: { userId: true } })
    const userId = place.userId ?? (await createGuest(on, owner.name)).id
    if (!place.userId) await on.rosterPlace.update({ where: { id: owner.placeId }, data: { userId } })
    const { count } = await on.personalLink.updateMany({
      where: { tokenHash: hashOfToken(token) },
      data: { lastUsedAt: new Date() },
    })
    if (count === 0) return { ok: false, refusal: 'no-such-link' }
    return { ok: true, userId, courseId: owner.courseId, sessionId: await createSession(on, userId, userAgent) }
  })
}
