/** A class on real sockets: the gateway on a port of its own, a seminar in the database, and pages that join as somebody. */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { io, type Socket } from 'socket.io-client'
import { afterAll, beforeAll, expect, vi } from 'vitest'
import { z } from 'zod'
import { settleSecret } from '#server/environment'
import { makeSessionCookie } from '#server/identity'
import { type Gateway, openGateway, type Surroundings } from '#server/live/gateway'
import { createSeminar } from '#server/store/activities'
import type { ActivitySettings } from '#server/store/activity-settings'
import { createCourse } from '#server/store/courses'
import { database } from '#server/store/database'
import { joinByCode } from '#server/store/door'
import { createSession } from '#server/store/sessions'
import type { Person } from '#server/store/users'
import {
  type CommandId,
  commandId,
  type PersonId,
  personId,
  type RoomId,
  roomId,
  type SeatId,
  seatId,
} from '#simulation/ids'
import {
  type Ack,
  ack,
  heardIn,
  type JoinAnswer,
  joinAnswer,
  type Knock,
  knockMessage,
  leaveMessage,
  PROTOCOL,
  type Presence,
  presenceMessage,
  type Roll,
  rollMessage,
  tellMessage,
} from '#simulation/protocol'
import { isSealed, type Recorded, type Told } from '#simulation/record'
import { fold } from '#simulation/room'
import type { ClientCommand } from '#simulation/room-command'
import type { RoomState } from '#simulation/room-state'
import { chinaGap } from '#simulation/scenarios/china-gap/scenario'
import { useFreshDatabase } from '../../support/database'
import { givenAccount, plainSettings } from '../store/given-store'

export const SECRET = 'a secret for these tests only, long enough'

export type House = { server: Server; gateway: Gateway; address: string }

export async function openHouse(databaseUrl: string, more: Partial<Surroundings> = {}): Promise<House> {
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

/** One house and one database for the tests of this file. */
export function givenHouse(more: () => Partial<Surroundings> = () => ({})): { now(): House; url(): string } {
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
    nameTable: (number) => `Table ${number}`,
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
  return {
    cookie: await cookieOf(sessionId),
    sessionId,
    userId,
    person: personId.parse(participantId),
    roomId: roomId.parse(answer.roomId),
  }
}

let commands = 0
export const newId = (): CommandId => {
  commands += 1
  return commandId.parse(`test-${process.pid}-${Date.now()}-${commands}`)
}

const pages = new Set<Page>()

/** A page on a bare socket. It keeps every byte it was sent, so that a test can look for what should not be there. */
export class Page {
  readonly socket: Socket
  rows: Told[] = []
  told: Told[][] = []
  left: string[] = []
  presence: Presence = { seats: [], people: [] }
  roll: Roll = {}
  knocks: readonly Knock[] = []
  /** What was heard, in the order it came: 'ack', 'tell', 'leave' … */
  heard: string[] = []
  bytes = ''

  constructor(address: string, cookie: string, more: { origin?: string } = {}) {
    this.socket = io(address, {
      transports: ['websocket'],
      autoConnect: false,
      reconnection: false,
      forceNew: true,
      extraHeaders: { cookie, origin: more.origin ?? address },
    })
    this.socket.io.on('open', () => {
      this.socket.io.engine.on('packet', (packet: { data?: unknown }) => {
        if (typeof packet.data === 'string') this.bytes += packet.data
      })
    })
    this.socket.on('tell', (message) => {
      const { rows } = tellMessage.parse(message)
      this.heard.push('tell')
      this.told.push(rows)
      for (const row of rows) if (row.seq > this.seq) this.rows.push(row)
    })
    this.socket.on('leave', (message) => {
      this.heard.push('leave')
      this.left.push(leaveMessage.parse(message).why)
    })
    this.socket.on('presence', (message) => {
      this.presence = presenceMessage.parse(message).presence
    })
    this.socket.on('roll', (message) => {
      this.roll = rollMessage.parse(message).roll
    })
    this.socket.on('knocks', (message) => {
      this.knocks = knockMessage.parse(message).knocks
    })
    pages.add(this)
  }

  get seq(): number {
    return this.rows.at(-1)?.seq ?? 0
  }

  get state(): RoomState {
    const state = fold(this.rows)
    if (!state) throw new Error('This page has not joined.')
    return state
  }

  /** The rows this page could read. */
  get readable(): Recorded[] {
    return this.rows.flatMap((row) => (isSealed(row) ? [] : [row]))
  }

  async connect(): Promise<this> {
    const { socket } = this
    await new Promise<void>((done, fail) => {
      socket.once('connect', done)
      socket.once('connect_error', fail)
      socket.connect()
    })
    return this
  }

  /** What is told after the answer belongs after it, so the answer is taken in the same step in which it comes. */
  join(room: RoomId, as: 'self' | 'stage' = 'self', after = 0): Promise<JoinAnswer> {
    const request = { protocol: PROTOCOL, roomId: room, as, after }
    return new Promise((done, fail) => {
      this.socket.timeout(5_000).emit('join', request, (lost: Error | null, reply: unknown) => {
        const answer = lost ? undefined : joinAnswer.safeParse(reply).data
        if (!answer) {
          fail(lost ?? new Error('The answer to a join has another shape.'))
          return
        }
        if (answer.ok) this.#take(answer)
        done(answer)
      })
    })
  }

  #take(answer: Extract<JoinAnswer, { ok: true }>): void {
    const rows = heardIn(answer)
    this.rows = answer.from === 0 ? [...rows] : [...this.rows, ...rows]
    this.presence = answer.presence
    this.roll = answer.roll
    this.knocks = answer.knocks
  }

  async submit(room: RoomId, command: ClientCommand, id: CommandId = newId()): Promise<Ack> {
    const reply = await this.socket.timeout(10_000).emitWithAck('submit', { roomId: room, commandId: id, command })
    this.heard.push('ack')
    return ack.parse(reply)
  }

  async now(): Promise<number> {
    return z.strictObject({ now: z.number() }).parse(await this.socket.timeout(5_000).emitWithAck('clock')).now
  }

  /** Until this page holds the row of that number. */
  async hears(seq: number): Promise<void> {
    await until(() => expect(this.seq).toBeGreaterThanOrEqual(seq))
  }
}

/** Nobody is left on the line. */
export function disconnectPages(): void {
  for (const page of pages) page.socket.disconnect()
  pages.clear()
}

export const until = (met: () => void | Promise<void>, within = 5_000): Promise<void> =>
  vi.waitFor(async () => await met(), { timeout: within, interval: 10 })

/** Joined as whoever the cookie names, in the house that stands at this address. */
export async function givenPage(
  house: Pick<House, 'address'>,
  cookie: string,
  room: RoomId,
  as: 'self' | 'stage' = 'self',
): Promise<Page> {
  const page = await new Page(house.address, cookie).connect()
  expect(await page.join(room, as)).toMatchObject({ ok: true })
  return page
}

export const seat = (id: string): SeatId => seatId.parse(id)

/** Somebody with a seat, joined as it. */
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
  expect(await page.join(of.roomId)).toMatchObject({ ok: true, viewer: { kind: 'person', seat: at } })
  return Object.assign(page, { person: student.person, student })
}

/** Whether the ack was accepted; the test says what it expected otherwise. */
export function accepted(answer: Ack): number {
  expect(answer).toMatchObject({ ok: true })
  if (!answer.ok) throw new Error(answer.rejection)
  return answer.seq
}
