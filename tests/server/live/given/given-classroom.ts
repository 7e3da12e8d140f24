/** A class on real sockets: the gateway on a port of its own, a seminar in the database, and students who join it. */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect } from 'vitest'
import { database } from '#server/base/database'
import { settleSecret } from '#server/base/environment'
import { type Gateway, type GatewayOptions, openGateway } from '#server/live/gateway'
import { createSeminar } from '#server/store/activities/activities'
import type { ActivitySettings } from '#server/store/activities/activity-settings'
import { createCourse } from '#server/store/courses/courses'
import { joinByCode } from '#server/store/door/door'
import { createSession } from '#server/store/people/sessions'
import type { Person } from '#server/store/people/users'
import { makeSessionCookie } from '#server/web/identity'
import { type PersonId, personId, type RoomId, roomId, type SeatId, seatId } from '#simulation/kernel/ids'
import { useFreshDatabase } from '../../../support/machines/database'
import { chinaGap } from '../../../support/stories/china-gap'
import { givenAccount, plainSettings } from '../../store/given-store'
import { askedAsPagesDo, disconnectPages, Page, until } from './given-page'

export const SECRET = 'a secret for these tests only, long enough'

export type House = { server: Server; gateway: Gateway; address: string }

export async function openHouse(databaseUrl: string, more: Partial<GatewayOptions> = {}): Promise<House> {
  const server = createServer((_, response) => response.writeHead(404).end())
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const around = { httpServer: server, databaseUrl, origins: [address], publicUrl: address, ...more }
  return { server, address, gateway: await openGateway(around) }
}

export async function closeHouse({ server, gateway }: House): Promise<void> {
  await gateway.close()
  server.closeAllConnections()
  await new Promise((done) => server.close(done))
}

/** One live server and one database for the tests of this file. */
export function givenHouse(more: () => Partial<GatewayOptions> = () => ({})): { now(): House; url(): string } {
  const fresh = useFreshDatabase()
  let house: House | undefined
  beforeAll(async () => {
    settleSecret(SECRET)
    house = await openHouse(fresh.url(), more())
  })
  afterAll(async () => {
    disconnectPages()
    if (house) await closeHouse(house)
  })
  return {
    url: fresh.url,
    now() {
      if (!house) throw new Error('The house is open only while the tests of this file run.')
      return house
    },
  }
}

export const cookieOf = async (sessionId: string): Promise<string> => {
  const { name, value } = await makeSessionCookie(sessionId)
  return `${name}=${value}`
}

export type Class = {
  roomId: RoomId
  roomIds: RoomId[]
  activityId: string
  code: string
  instructor: Person
  chairCookie: string
}

export async function givenClass(settings: Partial<ActivitySettings> = {}): Promise<Class> {
  const instructor = await givenAccount('Noor Haddad')
  const courseId = await createCourse({ title: 'IR 347', timeZone: 'Asia/Tokyo', by: instructor.id })
  const made = await createSeminar({
    courseId,
    by: instructor.id,
    title: 'The China gap',
    scenario: chinaGap(),
    agendaKey: 'seminar-90',
    settings: { ...plainSettings, ...settings },
    nameRoom: (number) => `Table ${number}`,
    doorOpen: true,
  })
  settleSecret(SECRET)
  const chairCookie = await cookieOf(await createSession(database(), instructor.id, 'test'))
  const roomIds = made.roomIds.map((id) => roomId.parse(id))
  return { ...made, roomIds, roomId: roomIds[0]!, instructor, chairCookie }
}

export type Student = { cookie: string; sessionId: string; userId: string; person: PersonId; roomId: RoomId }

export async function givenStudent(of: Class, name: string): Promise<Student> {
  const answer = await joinByCode({ code: of.code, name, userAgent: 'test', visitor: null })
  if (!answer.ok || !answer.sessionId || !answer.roomId) throw new Error(`${name} did not get in`)
  const { sessionId, userId, participantId } = answer
  // As if the desk had let them in: a story may seat them at any moment. Who came by the code alone is in one-side.test.ts.
  await database().participant.update({ where: { id: participantId }, data: { byOpenCode: false } })
  return {
    cookie: await cookieOf(sessionId),
    sessionId,
    userId,
    person: personId.parse(participantId),
    roomId: roomId.parse(answer.roomId),
  }
}

/** Joins a room as the person of the cookie, on the server at this address. */
export async function givenPage(
  house: Pick<House, 'address'>,
  cookie: string,
  room: RoomId,
  as: 'self' | 'stage' = 'self',
): Promise<Page> {
  const page = await new Page(house.address, cookie).connect()
  expect(await askedAsPagesDo(() => page.join(room, as))).toMatchObject({ ok: true })
  return page
}

export const seat = (id: string): SeatId => seatId.parse(id)

/** Joins as somebody who holds a seat. */
export async function givenSeated(
  house: House,
  of: Class,
  name: string,
  at: string,
): Promise<Page & { person: PersonId; student: Student }> {
  const student = await givenStudent(of, name)
  const page = await givenPage(house, student.cookie, of.roomId)
  expect(await page.submit(of.roomId, { type: 'takeSeat', seat: seat(at) })).toMatchObject({ ok: true })
  await until(() => expect(page.left).toEqual(['rejoin']))
  page.left = []
  expect(await askedAsPagesDo(() => page.join(of.roomId))).toMatchObject({
    ok: true,
    viewer: { kind: 'person', seat: at },
  })
  return Object.assign(page, { person: student.person, student })
}
