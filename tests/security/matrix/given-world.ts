/**
 * Two courses on the built server, and the twelve people who might ask for something of theirs. Each thing of theirs carries an
 * unmistakable word in its title, so that a page that shows it can be told from one that does not.
 */
import { randomUUID } from 'node:crypto'
import { database, databaseUrl } from '#server/base/database'
import { readPastedRoster } from '#server/jobs/thread/roster-reading/pasted-roster'
import { createSeminar } from '#server/store/activities/activities'
import { findFreeCode } from '#server/store/activities/codes'
import { addParticipant } from '#server/store/activities/participants'
import { removeColleague } from '#server/store/courses/colleagues'
import { createCourse } from '#server/store/courses/courses'
import { invite } from '#server/store/courses/invitations'
import { ensureLinks, readLinks } from '#server/store/courses/personal-links'
import { writeRoster } from '#server/store/courses/roster'
import { createJoinRequest } from '#server/store/door/join-requests'
import { createHomework } from '#server/store/homework/homework'
import { saveUnpublishedDebate } from '#server/store/homework/unpublished-debates'
import { addMark, releaseMarks } from '#server/store/marks/marks'
import { createSession } from '#server/store/people/sessions'
import type { Person } from '#server/store/people/users'
import { beginWriting, shareWritten } from '#server/store/scenarios/written'
import { chairActor, participantActor, personId, roomId, seatId } from '#simulation/kernel/ids'
import { weekOf } from '../../server/homework/given-homework'
import { closeHouse, cookieOf, openHouse } from '../../server/live/given/given-classroom'
import { Teller } from '../../server/record/given-record'
import {
  assistant as anAssistant,
  givenAccount,
  givenColleague,
  givenGuest,
  plainSettings,
} from '../../server/store/given-store'
import { chinaGap } from '../../support/stories/china-gap'
import { asks, givenHopper, hops } from '../hostile/hopper'

export const ACTORS = [
  ...['anonymous', 'guest', 'student', 'hopping student', 'removed student', 'grader', 'removed colleague'],
  ...['invited', 'assistant', 'instructor', 'other instructor', 'administrator'],
] as const
export type Actor = (typeof ACTORS)[number]

/** Seen from the guest and the students, who sit at the own table. */
export const TARGETS = ['own', 'next table', 'same course', 'other course'] as const
export type Target = (typeof TARGETS)[number]

/** Everything an address or an action may name. */
export type WorldIds = {
  courseId: string
  activityId: string
  /** A week's debate of the same course. */
  homeworkId: string
  /** Another one, begun and not published. */
  draftId: string
  /** A scenario that its staff write, shared with all of them. */
  scenarioId: string
  roomId: string
  seatId: string
  participantId: string
  rosterPlaceId: string
  token: string
  code: string
  requestId: string
  otherRequestId: string
  /** For the class, by the scribe. */
  threadId: string
  commentId: string
  /** A peer review of the participant. */
  reviewId: string
  /** A link to the record of the room. */
  linkId: string
  /** Revoked, and just so for as long as the tests last. */
  revokedLinkId: string
  /** An assistant of the course, who asks for nothing. */
  colleagueId: string
  invitationId: string
  /** One that has failed. */
  mailId: string
}

export const SECRET_WORDS = /Canary\w+/g

export type World = { cookies: Record<Actor, string>; places: Record<Target, WorldIds>; madeUp: WorldIds }

async function session(person: Pick<Person, 'id'>): Promise<string> {
  return cookieOf(await createSession(database(), person.id, 'test'))
}

type Table = Pick<WorldIds, 'activityId' | 'roomId'>
type Course = Pick<
  WorldIds,
  'courseId' | 'homeworkId' | 'draftId' | 'scenarioId' | 'rosterPlaceId' | 'token' | 'mailId'
>

async function course(word: string, by: Person): Promise<Course> {
  const courseId = await createCourse({ title: `Canary${word}Course`, timeZone: 'Asia/Tokyo', by: by.id })
  await writeRoster(courseId, readPastedRoster(`Canary${word}Listed, canary${word}@college.example`).places)
  const [place] = await database().rosterPlace.findMany({ where: { courseId } })
  if (!place) throw new Error('The roster is empty.')
  const title = `Canary${word}Homework`
  const homework = await createHomework(weekOf({ courseId, instructor: by }, { title }))
  if (homework === 'no-roster') throw new Error('The course has nobody in it.')
  await ensureLinks(database(), [place.id])
  const [link] = await readLinks(courseId)
  const begun = { id: null, title: `Canary${word}Draft`, addressOf: (id: string) => `?draft=${id}` }
  const draftId = await saveUnpublishedDebate(courseId, begun)
  const maker = { me: by, courseId }
  const scenarioId = await beginWriting(maker, `Canary${word}Scenario`, 'en')
  await shareWritten(maker, scenarioId, 'course')
  const mailId = randomUUID()
  const now = new Date()
  const failed = { id: mailId, key: `link/${mailId}`, kind: 'link', rosterPlaceId: place.id, dueAt: now, nextAt: now }
  await database().mail.create({ data: { ...failed, state: 'failed' } })
  const { activityId: homeworkId } = homework
  return { courseId, homeworkId, draftId, scenarioId, rosterPlaceId: place.id, token: link?.token ?? '', mailId }
}

async function knock(code: string, name: string): Promise<string> {
  await createJoinRequest({ code, name })
  return (await database().doorRequest.findFirstOrThrow({ where: { name } })).id
}

/** A seminar with two tables, each with a scribe in its first seat who has spoken in caucus and has a mark. */
async function seminar(
  of: Course,
  by: Person,
  word: string,
  inLobby: (first: Table) => Promise<void> = async () => {},
): Promise<WorldIds[]> {
  const made = await createSeminar({
    courseId: of.courseId,
    by: by.id,
    title: `Canary${word}Seminar`,
    scenario: chinaGap(),
    agendaKey: 'seminar-90',
    settings: { ...plainSettings, roomCount: 2 },
    nameRoom: (number) => `Canary${word}Table${number}`,
    doorOpen: true,
  })
  const { activityId, code } = made
  await inLobby({ activityId, roomId: made.roomIds[0] ?? '' })
  const places: WorldIds[] = []
  for (const [index, room] of made.roomIds.entries()) {
    const scribe = await givenGuest(`Canary${word}Scribe${index}`)
    const name = scribe.person.name
    const participantId = await addParticipant(database(), { activityId, roomId: room, userId: scribe.person.id, name })
    const teller = await Teller.open(roomId.parse(room), Date.now() - 3_600_000)
    const who = participantActor(personId.parse(participantId))
    teller
      .does(who, { type: 'takeSeat', seat: seatId.parse('us.state') })
      .goesTo('caucus', chairActor(by.id))
      .does(who, { type: 'speakInCaucus', text: `Canary${word}Caucus${index}` })
      // Pauses the clock, so that only the requests under test can change anything.
      .does(chairActor(by.id), { type: 'pauseClock' })
    await teller.saves()
    const judged = { criterion: 'role', level: 3, evidence: [], noEvidence: true, comment: `Canary${word}Mark` }
    await addMark({ subject: 'student', participantId, roomId: room, round: null, ...judged }, by.id)
    const note = { id: randomUUID(), userId: by.id }
    await database().annotation.create({
      data: {
        ...{ ...note, roomId: room, entry: 'us1', for: 'instructor' },
        comments: { create: { ...note, seq: 1, text: `Canary${word}Note` } },
      },
    })
    const [threadId, commentId] = [randomUUID(), randomUUID()]
    await database().annotation.create({
      data: {
        ...{ id: threadId, roomId: room, entry: '1', for: 'class', participantId },
        comments: { create: { id: commentId, seq: 1, text: `Canary${word}Comment`, participantId } },
      },
    })
    const reviewId = randomUUID()
    const review = { id: reviewId, reviewerId: participantId, authorId: participantId, comment: `Canary${word}Review` }
    await database().peerReview.create({ data: { ...review, levels: { role: 1 }, sentAt: new Date() } })
    const linkId = randomUUID()
    const revokedLinkId = randomUUID()
    const tomorrow = new Date(Date.now() + 86_400_000)
    const link = { roomId: room, reader: 'offices', nonce: '', expiresAt: tomorrow }
    await database().recordLink.createMany({
      data: [
        { ...link, id: linkId, tokenHash: linkId },
        { ...link, id: revokedLinkId, tokenHash: revokedLinkId, revokedAt: tomorrow },
      ],
    })
    const requestId = await knock(code, `Canary${word}Knock${index}`)
    const otherRequestId = await knock(code, `Canary${word}Late${index}`)
    const { id: colleagueId } = await givenColleague(
      of.courseId,
      await givenAccount(`Canary${word}Helper${index}`),
      anAssistant,
    )
    const email = `canary-${word}-${index}@college.example`
    await invite({ by, email, to: { courseId: of.courseId, ...anAssistant } })
    const { id: invitationId } = await database().invitation.findFirstOrThrow({ where: { email } })
    places.push({
      ...{ ...of, activityId, roomId: room, seatId: 'us.state', participantId, code },
      ...{
        requestId,
        otherRequestId,
        threadId,
        commentId,
        linkId,
        revokedLinkId,
        reviewId,
        colleagueId,
        invitationId,
      },
    })
  }
  await releaseMarks(activityId, by.id)
  return places
}

async function seat(person: Person, at: Table): Promise<string> {
  const place = { activityId: at.activityId, roomId: at.roomId, userId: person.id, name: person.name }
  return addParticipant(database(), place)
}

/** Takes a seat for Japan and tries every other chair, in a house that stands for this alone. */
async function hopsInLobby(person: Person, cookie: string, at: Table): Promise<void> {
  await seat(person, at)
  const house = await openHouse(databaseUrl())
  const hopper = await givenHopper(house, cookie, roomId.parse(at.roomId))
  await asks(hopper, { type: 'takeSeat', seat: seatId.parse('jp.pm') })
  await hops(hopper)
  hopper.page.socket.disconnect()
  await closeHouse(house)
}

export async function givenWorld(): Promise<World> {
  const [instructor, otherInstructor, assistant, student, removed] = [
    await givenAccount('Noor Haddad'),
    await givenAccount('Sofía Arrieta'),
    await givenAccount('Tarek Aziz'),
    await givenAccount('Mei Castellano'),
    await givenAccount('Tomás Ribeiro'),
  ]
  const administrator = await givenAccount('Ada Root', { isAdmin: true })
  const guest = await givenGuest('Jonas Weber')
  const ours = await course('Ours', instructor)
  const theirs = await course('Theirs', otherInstructor)
  await givenColleague(ours.courseId, assistant, anAssistant)
  const hopping = await givenAccount('Lucía Ferrer')
  const hoppingCookie = await session(hopping)
  const [own, next] = await seminar(ours, instructor, 'Own', (first) => hopsInLobby(hopping, hoppingCookie, first))
  const [same] = await seminar(ours, instructor, 'Same')
  const [other] = await seminar(theirs, otherInstructor, 'Theirs')
  if (!own || !next || !same || !other) throw new Error('The world is not complete.')
  const grader = await givenAccount('Imani Okafor')
  await givenColleague(ours.courseId, grader, { part: 'grader', rooms: [own.roomId] })
  const formerly = await givenColleague(ours.courseId, await givenAccount('Elif Demir'), anAssistant)
  await removeColleague(instructor, ours.courseId, formerly.id)
  const invited = await givenAccount('Hana Sato')
  await invite({ by: instructor, email: invited.email, to: { courseId: ours.courseId, ...anAssistant } })
  await seat(guest.person, own)
  await seat(student, own)
  const gone = await seat(removed, own)
  const teller = await Teller.open(roomId.parse(own.roomId), Date.now() - 1_800_000)
  await teller.does(chairActor(instructor.id), { type: 'removePerson', person: personId.parse(gone) }).saves()
  return {
    cookies: {
      anonymous: '',
      guest: await session(guest.person),
      student: await session(student),
      'hopping student': hoppingCookie,
      'removed student': await session(removed),
      grader: await session(grader),
      'removed colleague': await session(formerly),
      invited: await session(invited),
      assistant: await session(assistant),
      instructor: await session(instructor),
      'other instructor': await session(otherInstructor),
      administrator: await session(administrator),
    },
    places: { own, 'next table': next, 'same course': same, 'other course': other },
    madeUp: {
      ...{
        courseId: randomUUID(),
        activityId: randomUUID(),
        homeworkId: randomUUID(),
        draftId: randomUUID(),
        scenarioId: randomUUID(),
        roomId: randomUUID(),
        seatId: 'us.state',
      },
      ...{ participantId: randomUUID(), rosterPlaceId: randomUUID(), requestId: randomUUID() },
      ...{ otherRequestId: randomUUID(), colleagueId: randomUUID(), invitationId: randomUUID() },
      mailId: randomUUID(),
      threadId: randomUUID(),
      commentId: randomUUID(),
      reviewId: randomUUID(),
      linkId: randomUUID(),
      revokedLinkId: randomUUID(),
      token: 'x'.repeat(43),
      code: await findFreeCode(database()),
    },
  }
}
