/**
 * What a mail is written from, read when it is sent: as its reader may read their room, so that it cannot hold a secret, and only while
 * it is still true.
 */

import { gathered, isMailBeside, type KeyKind, type MailKind, type MailOrder, mailKind } from '#simulation/beside/mails'
import { besideNews, datesOf, NOTHING_BESIDE, newsOf } from '#simulation/beside/news'
import { personId } from '#simulation/kernel/ids'
import { DAY_MS } from '#simulation/kernel/time'
import { deadlinesOf } from '#simulation/reading/homework/deadlines'
import { annotationNews } from '#simulation/reading/record/annotations'
import { database } from '../base/database'
import { environment } from '../base/environment'
import { zoneOf } from '../store/activities/course-zone'
import { readThreads } from '../store/beside/annotations/stored-threads'
import { readBesideOf } from '../store/beside/known-beside'
import { readMailedInvitation } from '../store/courses/invitations'
import { isAskedAnew, readMailedLink } from '../store/courses/personal-links'
import { isMailOff, offToken } from '../store/mail/choices'
import type { StoredMail } from '../store/mail/outbox'
import { readRecovery } from '../store/mail/recovery'
import { standsRelease } from '../store/marks/marks'
import { demoEmails } from '../store/people/demo-person'
import { readNewsMark } from '../store/rooms/own-news'
import { recordReader } from '../store/rooms/record-reader'
import { readRoomFor } from '../store/rooms/room-for-reader'
import { morningAfter } from './mail-hours'

/** The language of mails: that of every page, until a roster says otherwise. */
const LOCALE = 'en-GB'
/** News that could not be sent for so long is not sent any more. */
const STALE_MS = 2 * DAY_MS

/** `quiet`: the zone in whose night it waits; null for what cannot wait. */
export type ReadyMail = { to: string; order: MailOrder; quiet: string | null }

/** Null where there is nothing to say any more, nobody to say it to, or nobody who wants it. */
export async function readyMail(mail: StoredMail, now: number): Promise<ReadyMail | null> {
  const kind = mailKind.parse(mail.kind)
  if (isMailOff(kind)) return null
  if (kind === 'recovery' || kind === 'invitation') return keyMail(mail, kind, now)
  const placeId = mail.rosterPlaceId ?? ''
  const place = await database().rosterPlace.findUnique({
    where: { id: placeId },
    select: {
      email: true,
      mailOff: true,
      mailRefused: true,
      timeZone: true,
      user: { select: { email: true } },
      course: {
        select: {
          ...{ title: true, timeZone: true, deletedAt: true, archivedAt: true },
          staff: { where: { user: { email: { in: [...demoEmails] } } }, select: { userId: true } },
        },
      },
    },
  })
  if (!place || place.course.deletedAt || place.course.archivedAt || place.mailOff.includes(kind)) return null
  // Every visitor of an open demo is its instructor, and may put any address on its roster.
  if (place.course.staff.length > 0) return null
  const to = place.email ?? place.user?.email ?? null
  if (to === null || to === place.mailRefused || now > mail.dueAt.getTime() + STALE_MS) return null
  const about = { ...alone(kind, place.course.title), timeZone: place.course.timeZone }
  if (kind !== 'link') {
    const told = await toldOf(mail, kind, place.timeZone, now)
    const order = told && { ...about, ...told, off: offToken(placeId, kind) }
    return order && { to, order, quiet: kind === 'dueHours' ? null : (place.timeZone ?? order.timeZone) }
  }
  const link = await readMailedLink(placeId, mail.key)
  // Whoever asked for it waits for it.
  const quiet = isAskedAnew(mail.key) ? null : (place.timeZone ?? about.timeZone)
  return link === null ? null : { to, order: { ...about, link, next: mail.leadsTo }, quiet }
}

/** A mail about a course, or about none, and nothing in it. */
const alone = (kind: MailKind, course: string): MailOrder => ({
  ...{ kind, course, locale: LOCALE, site: environment().publicUrl, timeZone: 'UTC', activity: null, link: null },
  ...{ next: null, deadline: null, beside: {}, ahead: [], news: [], off: null },
})

/** What somebody waits for who is no student: a link to a new password, or to a part in a course. */
async function keyMail(mail: StoredMail, kind: 'recovery' | 'invitation', now: number): Promise<ReadyMail | null> {
  const id = mail.key.slice(kind.length + 1)
  const found = kind === 'recovery' ? await readRecovery(id, now) : await readMailedInvitation(id)
  if (!found) return null
  const { email, token, course } = { course: '', ...found }
  return { to: email, order: { ...alone(kind, course), link: token }, quiet: null }
}

type AboutActivity = Pick<MailOrder, 'timeZone' | 'activity' | 'deadline' | 'beside' | 'ahead' | 'news'>

/** `own` is the reader's zone, once it is known: their morning is that of the digest. */
async function toldOf(
  mail: StoredMail,
  kind: Exclude<MailKind, KeyKind>,
  own: string | null,
  now: number,
): Promise<AboutActivity | null> {
  const participant = await database().participant.findUnique({
    where: { id: mail.participantId ?? '' },
    select: {
      id: true,
      userId: true,
      roomId: true,
      activity: {
        select: { title: true, settings: true, archivedAt: true, course: { select: { timeZone: true } } },
      },
    },
  })
  if (!participant?.roomId || participant.activity.archivedAt) return null
  const reading = await readRoomFor({ id: participant.userId, isAdmin: false }, participant.roomId)
  if (reading?.viewer.kind !== 'person') return null
  const { state, activity } = reading
  const person = personId.parse(participant.id)
  const told: AboutActivity = {
    timeZone: zoneOf(participant.activity),
    activity: { id: activity.id, title: activity.title, roomId: participant.roomId },
    ...{ deadline: null, beside: {} },
    ahead: deadlinesOf(state, person, now).filter(({ at }) => at > now),
    news: [],
  }
  const known = () => readBesideOf(activity, participant.id, reading.room.id)
  if (isMailBeside(kind)) {
    const beside = state.closedAt === null ? await known() : {}
    const isTrue = besideNews(beside, now).some(({ id }) => `${id}/${person}` === mail.key)
    return isTrue ? { ...told, beside } : null
  }
  switch (kind) {
    case 'released':
    case 'regradeAnswered':
      return (await standsRelease(mail.key)) ? told : null
    case 'published':
      return state.closedAt === null && told.ahead.length > 0 ? told : null
    case 'dueDay':
    case 'dueHours':
    case 'moved':
    case 'extended': {
      const deadline = datesOf(state, person, now).find(({ id }) => `${id}/${person}` === mail.key)?.deadline
      return deadline ? { ...told, deadline } : null
    }
    case 'digest': {
      const mark = await readNewsMark(participant.userId)
      const threads = (await readThreads([reading.room.id])).get(reading.room.id) ?? []
      const annotations = annotationNews(recordReader({ id: participant.userId, isAdmin: false }, reading), threads)
      const all = newsOf(state, person, now, { ...NOTHING_BESIDE, ...(await known()), annotations })
      const news = gathered(all, mail.dueAt.getTime(), (at) => morningAfter(at, own ?? told.timeZone), mark)
      return state.closedAt === null && news.length > 0 ? { ...told, news } : null
    }
    default:
      return kind satisfies never
  }
}
