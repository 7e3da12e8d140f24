/**
 * Pages that lose their line for two seconds every fifteen, on this server and on Socket.IO with its own recovery: how long until each is
 * whole again, counted from when it calls; and the same when one of two servers is told to stop. A run in which a statement was lost or
 * doubled is void.
 */
import { io, type Socket } from 'socket.io-client'
import * as z from 'zod'
import { PROTOCOL } from '#simulation/wire/protocol'
import { unpacked } from '../../app/_room/link/unpacked'
import { compared, inTurns, type Measure, type Numbers, quantile } from './figures'
import { givenLesson, type RoomAccess, SEATS } from './lesson'
import { Measured, passed } from './processes'
import { stopOneOfTwo } from './stopping'

const AWAY_MS = 2000
const EVERY_MS = 15_000
/** A statement in each room. */
const BEAT_MS = 500
const FILLER = 'What we say here is as long as a statement in a seminar, and nobody may miss it. '.repeat(4)

/** Of what a page is told, the numbers of the statements. */
type Hears = (text: string) => void

/** A page on either server: it calls, is told, and speaks. `callBack` resolves once it has been told what it missed. */
type Page = { socket: Socket; callBack(): Promise<void>; say(id: string, text: string): Promise<void> }

const told = z.object({ rows: z.array(z.looseObject({ seq: z.number(), commandId: z.string().optional() })) })
const joined = z.object({ ok: z.literal(true), forAll: told.shape.rows }).and(told)

/** The line drops as a network drops it: the page does not say that it goes. */
const drop = ({ io: manager }: Socket): void => void manager.engine.close()
const opened = (socket: Socket): Promise<void> =>
  new Promise((done, fail) => {
    socket.once('connect', () => done())
    socket.once('connect_error', fail)
    socket.connect()
  })

function housePage(port: number, { roomId, cookie }: RoomAccess, hears: Hears): Page {
  const origin = `http://127.0.0.1:${port}`
  const lines = { transports: ['websocket'], reconnection: false, autoConnect: false, forceNew: true }
  let last: { seq: number; commandId: string } | null = null
  const socket = io(origin, {
    ...lines,
    extraHeaders: { cookie, origin },
    auth: (give) => give({ first: ['join', { protocol: PROTOCOL, roomId, as: 'self', after: last }] }),
  })
  const take = (message: unknown) => {
    const { rows } = told.parse(message)
    for (const row of rows) if (row.commandId) last = { seq: row.seq, commandId: row.commandId }
    hears(JSON.stringify(rows))
  }
  socket.on('tell', take)
  return {
    socket,
    async callBack() {
      const followed = new Promise((done) => socket.once('followed', done))
      await opened(socket)
      const { forAll, rows } = joined.parse(unpacked(await followed))
      take({ rows: [...forAll, ...rows].toSorted((one, other) => one.seq - other.seq) })
    },
    async say(commandId, text) {
      const command = { type: 'makeStatement', text, intent: 'point', answers: null, anchors: [] }
      z.object({ ok: z.literal(true) }).parse(await socket.emitWithAck('submit', { roomId, commandId, command }))
    },
  }
}

function recoveryPage(port: number, room: string, hears: Hears): Page {
  const lines = { transports: ['websocket'], reconnection: false, autoConnect: false, forceNew: true }
  const socket = io(`http://127.0.0.1:${port}`, { ...lines, auth: { room } })
  socket.on('said', hears)
  return { socket, callBack: () => opened(socket), say: (_, text) => socket.emitWithAck('say', text) }
}

/** Plays the pages of all rooms for so long; the first of each room speaks and is never cut. */
async function play(rooms: readonly ((hears: Hears) => Page)[][], ms: number, name: string): Promise<Numbers> {
  const wholeMs: number[] = []
  const faults = { lost: 0, doubled: 0 }
  const said = rooms.map(() => 0)
  const heard: Set<number>[][] = rooms.map((places) => places.map(() => new Set()))
  const pages = rooms.map((places, room) =>
    places.map((come, place) =>
      come((text) => {
        for (const [, number] of text.matchAll(/@@(\d+)@@/g)) {
          const own = heard[room]?.[place]
          if (own?.has(Number(number))) faults.doubled += 1
          own?.add(Number(number))
        }
      }),
    ),
  )
  for (const all of pages) await Promise.all(all.map((page) => page.callBack()))
  const ends = performance.now() + ms
  const speak = async (room: number) => {
    const speaker = pages[room]?.[0]
    while (performance.now() < ends) {
      const number = (said[room] ?? 0) + 1
      await speaker?.say(`${name}-${room}-${number}`, `@@${number}@@ ${FILLER}`.slice(0, 300).trim())
      said[room] = number
      await passed(BEAT_MS)
    }
  }
  const flicker = async (page: Page, room: number, place: number) => {
    await passed(((room * SEATS + place) / (rooms.length * SEATS)) * EVERY_MS)
    while (performance.now() < ends - EVERY_MS) {
      drop(page.socket)
      await passed(AWAY_MS)
      const [missed, begun] = [said[room] ?? 0, performance.now()]
      await page.callBack()
      while (!heard[room]?.[place]?.has(missed)) await passed(1)
      wholeMs.push(performance.now() - begun)
      await passed(EVERY_MS - AWAY_MS)
    }
  }
  await Promise.all([
    ...rooms.map((_, room) => speak(room)),
    ...pages.flatMap((all, room) => all.flatMap((page, place) => (place === 0 ? [] : [flicker(page, room, place)]))),
  ])
  await passed(1000)
  for (const [room, all] of heard.entries()) for (const own of all) faults.lost += (said[room] ?? 0) - own.size
  for (const page of pages.flat()) page.socket.disconnect()
  if (faults.lost + faults.doubled > 0) throw new Error(`Void, ${name}: ${JSON.stringify(faults)}`)
  return { whole50: quantile(wholeMs, 0.5), whole95: quantile(wholeMs, 0.95), returns: wholeMs.length }
}

export const measure: Measure = async ({ quick, clusterUrl }) => {
  const rooms = quick ? 2 : 10
  const lesson = await givenLesson(clusterUrl, rooms)
  const house = await Measured.start('house.ts', { databaseUrl: lesson.url })
  const recovery = await Measured.start('recovery.ts', {})
  const ours = lesson.rooms.map((places) =>
    places.map((place) => (hears: Hears) => housePage(house.port, place, hears)),
  )
  const theirs = lesson.rooms.map((places, room) =>
    places.map(() => (hears: Hears) => recoveryPage(recovery.port, `room-${room}`, hears)),
  )
  const ms = quick ? 20_000 : 45_000
  let turn = 0
  const taken = await inTurns(
    1,
    () => play(ours, ms, `ours-${turn++}`),
    () => play(theirs, ms, `theirs-${turn++}`),
  )
  for (const server of [house, recovery]) await server.stop()
  const stopped = await stopOneOfTwo(lesson)
  await lesson.drop()
  const name = `whole again after ${AWAY_MS / 1000} s away, ${rooms * SEATS} pages cut every ${EVERY_MS / 1000} s`
  return [
    compared(`${name}, p50`, 'whole50', 'ms', taken, { most: 2 }),
    compared(`${name}, p95`, 'whole95', 'ms', taken, { most: 2 }),
    ...stopped,
  ]
}
