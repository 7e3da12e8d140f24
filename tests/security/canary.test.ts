/**
 * Random seminars on the built server in which every private text carries a token of its own. Whatever reaches anybody, over the
 * socket, as a page, as a payload or as a file, is searched for the tokens that the story did not let them in on.
 */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { database } from '#server/base/database'
import { addParticipant } from '#server/store/activities/participants'
import { openRoomLog } from '#server/store/log/room-log'
import { createSession } from '#server/store/people/sessions'
import { decide } from '#simulation/engine/decide'
import { CLOCK, commandId, personId, seatId } from '#simulation/kernel/ids'
import { inSeat, type Viewer } from '#simulation/kernel/viewer'
import type { Recorded } from '#simulation/shapes/record'
import { clientCommand } from '#simulation/shapes/room-command'
import { cookieOf, givenClass } from '../server/live/given/given-classroom'
import { Page } from '../server/live/given/given-page'
import { givenAccount, givenColleague, givenGuest } from '../server/store/given-store'
import { unzipped } from '../support/files/unzipped'
import { useSharedServer } from '../support/machines/built-server'
import { isLong } from '../support/machines/lane'
import { patience } from '../support/patience'
import { StoryBook } from '../support/stories/story-book'
import { attempt } from '../support/stories/story-deeds'
import { marksIn } from '../support/stories/story-marks'
import { PEOPLE, planOf, type Script, script } from '../support/stories/story-script'
import { ask, payload } from './knocking'
import { Listener } from './listener'

const server = useSharedServer()
const whole = isLong
const BEATS = whole ? 400 : 80
const SEMINARS = whole ? 6 : 1

/** What was looked through and found, so that a search that finds nothing to look at is seen. */
const seen = { bytes: 0, answers: 0, tokens: 0, hidden: 0, removals: 0, commands: 0, unsealed: 0, hops: 0, stays: 0 }

const HOPPER = 'juno'

async function classroom(told: Script) {
  const of = await givenClass({ rounds: [{ tension: 'framing', seconds: null }] })
  const { courseId } = await database().activity.findUniqueOrThrow({ where: { id: of.activityId } })
  const planned = planOf(told)
  const book = new StoryBook(planned.plan)
  const opening = decide(null, { type: 'openRoom', ...book.marked(planned) }, { by: CLOCK, at: Date.now(), lot: 0.5 })
  if (!opening.ok) throw new Error(opening.rejection)
  const id = commandId.parse('canary-opening')
  const rows: Recorded[] = opening.rows.map((draft, index) => ({
    seq: index + 1,
    at: Date.now(),
    by: CLOCK,
    commandId: id,
    ...draft,
  }))
  await database().$executeRaw`DELETE FROM room_event WHERE room_id = ${of.roomId}`
  const log = openRoomLog(server.databaseUrl(), 1)
  await log.append(of.roomId, rows)
  await log.close()

  const listeners: Listener[] = []
  const listen = async (name: string, cookie: string, viewer: () => Viewer | null, as: 'self' | 'stage' = 'self') => {
    const page = await new Page(server.url, cookie).connect()
    const listener = new Listener(name, cookie, page, of.roomId, viewer, as)
    await listener.join()
    listeners.push(listener)
    return listener
  }
  const people = new Map<string, Listener>()
  for (const name of PEOPLE) {
    // Ids are unique in the whole house, and a story knows its people by theirs.
    await database().participant.updateMany({
      where: { id: name },
      data: { id: `${name}-${of.activityId.slice(0, 8)}` },
    })
    const guest = await givenGuest(name)
    const place = { id: name, activityId: of.activityId, roomId: of.roomId, userId: guest.person.id, name }
    await addParticipant(database(), place)
    const viewer = (): Viewer | null => {
      if (book.removed.has(name)) return null
      const seat = book.seatOf.get(name)
      return inSeat(personId.parse(name), seat === undefined ? null : seatId.parse(seat))
    }
    people.set(name, await listen(name, await cookieOf(guest.sessionId), viewer))
  }
  const chairs: Listener[] = [await listen('instructor', of.chairCookie, () => ({ kind: 'chair' }))]
  for (const name of ['Tarek Aziz', 'Imani Okafor', 'Elif Demir']) {
    const assistant = await givenAccount(name)
    await givenColleague(courseId, assistant, { part: 'assistant', rooms: [] })
    const cookie = await cookieOf(await createSession(database(), assistant.id, 'test'))
    chairs.push(await listen(name, cookie, () => ({ kind: 'chair' })))
  }
  await listen('stage', of.chairCookie, () => ({ kind: 'stage' }), 'stage')
  const stranger = await givenAccount('Sofía Arrieta')
  const strangers = ['', await cookieOf(await createSession(database(), stranger.id, 'test'))]
  return { of, book, listeners, people, chairs, strangers }
}
type Room = Awaited<ReturnType<typeof classroom>>

const PATHS = whole
  ? ['', '/desk', '/stage', '/marks', '/transcript', '/debrief', '/replay']
  : ['', '/transcript', '/debrief', '/replay']
const FILES = [
  ...['json', 'md', 'csv'].map((format) => `/transcript/export?format=${format}`),
  ...['/replay/rows', '/drafts', '/marks/levels.csv'],
]

/** Everything that the web would give each of them, at this moment. */
async function searchWeb({ of, book, people, chairs, strangers }: Room): Promise<void> {
  // The short run looks over some shoulders, of every delegation.
  const looked = [...people.values()].filter((_, index) => whole || index % 3 === 0)
  const readers = [
    ...looked.map(({ name, cookie, viewer }) => ({ name, cookie, viewer: viewer() })),
    ...chairs.slice(0, 1).map(({ name, cookie }) => ({ name, cookie, viewer: { kind: 'chair' } as const })),
    ...strangers.map((cookie) => ({ name: 'stranger', cookie, viewer: null })),
  ]
  for (const { name, cookie, viewer } of readers) {
    const told = viewer ? book.toldTo(viewer) : new Set<number>()
    const look = (path: string, body: string) => {
      const found = marksIn(body)
      seen.answers += 1
      seen.tokens += found.length
      seen.hidden += book.secrets.length - told.size
      expect({ name, path, leaked: found.filter((token) => !told.has(token)) }).toEqual({ name, path, leaked: [] })
    }
    const at = `${server.url}/rooms/${of.roomId}`
    const lookIntoDocument = async (url: string) => {
      const answer = await fetch(url, { headers: { cookie } })
      if (answer.ok) look('a document', [...unzipped(Buffer.from(await answer.arrayBuffer())).values()].join('\n'))
    }
    await Promise.all([
      ...PATHS.map(async (path) => look(`${path} (payload)`, (await payload(at + path, cookie)).body)),
      ...(whole || name === 'amara' ? PATHS : []).map(async (path) => look(path, (await ask(at + path, cookie)).body)),
      ...FILES.map(async (path) => look(path, (await ask(at + path, cookie)).body)),
      lookIntoDocument(`${at}/transcript/export?format=docx`),
      ...['/my', '/my/marks', '/courses'].map(async (path) =>
        look(path, (await payload(server.url + path, cookie)).body),
      ),
    ])
  }
}

async function tell(told: Script): Promise<void> {
  const room = await classroom(told)
  const { of, book, listeners, people, chairs } = room
  const chair = chairs[0]!
  let noted = 0
  const note = () => {
    for (const row of chair.page.readable.slice(noted)) book.note(row)
    noted = chair.page.readable.length
  }
  const catchUp = async (seq: number) => {
    await chair.hears(seq)
    note()
    await Promise.all(listeners.map((listener) => listener.settles()))
    // Whoever was let in again hears so from nobody, and asks.
    for (const [name, listener] of people)
      if (listener.removedAt !== null && !book.removed.has(name)) {
        await listener.join()
        await listener.settles()
      }
  }
  const search = () => {
    for (const listener of listeners) seen.bytes += listener.search(book)
  }
  note()
  let turns = 0
  /** True when it was accepted. */
  async function submit(by: string, written: unknown): Promise<boolean> {
    const command = clientCommand.safeParse(written).data
    turns += 1
    const speaker = by.startsWith('p:') ? people.get(by.slice(2)) : chairs[turns % chairs.length]
    if (!command || !speaker || by === 'clock' || speaker.removedAt !== null) return false
    const answer = await speaker.page.submit(of.roomId, command)
    if (!answer.ok && answer.rejection === 'slow-down') {
      await new Promise((resolve) => setTimeout(resolve, 200))
      return submit(by, written)
    }
    if (answer.ok) {
      seen.commands += 1
      await catchUp(answer.seq)
      if (command.type === 'removePerson') seen.removals += 1
    }
    return answer.ok
  }
  const step = async () => {
    const { agenda } = chair.page.state
    if (agenda.status === 'running') await submit('chair', { type: 'endPhase', index: agenda.index })
    await submit('chair', { type: 'startPhase', index: chair.page.state.agenda.index + 1 })
  }

  // Two of three chairs are taken, and one student tries the others whenever they can.
  for (const [index, name] of PEOPLE.slice(0, 6).entries())
    await submit(`p:${name}`, {
      ...{ type: 'takeSeat', seat: chair.page.state.plan.seats[index + Math.floor(index / 2)]?.id ?? null },
    })
  const hop = async (to: number) => {
    const { seats } = chair.page.state.plan
    await submit(`p:${HOPPER}`, { type: 'leaveSeat' })
    if (await submit(`p:${HOPPER}`, { type: 'takeSeat', seat: seats[to % seats.length]?.id ?? null })) seen.hops += 1
    else seen.stays += 1
  }
  for (let to = 0; to < 10; to += 1) await hop(to)
  const phases = chair.page.state.plan.phases.length
  const each = Math.max(2, Math.floor(told.beats.length / phases))
  for (const [index, { deed, dice }] of told.beats.entries()) {
    if (index % each === 0) await step()
    // Said at its own time, below.
    if (deed === 'unsealRecord' || deed === 'closeRoom' || deed === 'startPhase') continue
    const next = attempt(deed, dice, book, chair.page.state)
    if (next && (await submit(next.by, next.command))) {
      const token = next.secret ? book.keep(next.secret) : book.secrets.length
      next.accepted?.(token)
    }
    // Words are told before the book knows of them: only now does it name whoever may have heard them.
    if (index % 4 === 0) await hop(dice[0])
    search()
    if (index === Math.floor(told.beats.length / 2)) await searchWeb(room)
  }
  if ((await submit('chair', { type: 'removePerson', person: 'ben' })) && whole) await searchWeb(room)
  for (let left = phases; left > 0 && chair.page.state.agenda.index < phases - 1; left -= 1) await step()
  await submit('chair', { type: 'unsealRecord' })
  search()
  // By their own hand they sat on one side, whatever they tried.
  const sides = (book.stays.get(HOPPER) ?? []).filter(({ byChair, seat }) => !byChair && !seat.startsWith('observer'))
  expect(new Set(sides.map(({ seat }) => seat.slice(0, 2))).size).toBeLessThanOrEqual(1 + movesOf(book, HOPPER))
  if (book.unsealed) seen.unsealed += 1
  await searchWeb(room)
  expect(marksIn(server.said())).toEqual([])
  for (const { page } of listeners) page.socket.disconnect()
}

/** How often the chair's hand was on them. */
const movesOf = (book: StoryBook, name: string): number =>
  (book.stays.get(name) ?? []).filter(({ byChair }) => byChair).length

describe('in a seminar in which every private word is marked', () => {
  const told = fc.sample(script(BEATS, true, 'china-gap'), {
    numRuns: SEMINARS * 4,
    seed: Number(process.env.SEED ?? 347),
  })
  const long = told.toSorted((a, b) => b.beats.length - a.beats.length).slice(0, SEMINARS)

  test.each(long.map((one, index) => ({ one, index })))(
    'nobody is sent a word that is not theirs (story $index)',
    async ({ one }) => {
      await tell({
        ...one,
        ...{ agenda: 'seminar-50', rounds: ['framing'], chairs: { us: 3, jp: 3, cn: 3 }, observers: 1 },
        ...{ understudies: false, speed: 1, seating: 'choose', lobby: false },
      })
    },
    patience(whole ? 600_000 : 90_000),
  )

  test('there was enough to find', () => {
    process.stdout.write(`canary: tried ${JSON.stringify(seen)}\n`)
    expect(seen.commands).toBeGreaterThan(30 * SEMINARS)
    expect(seen.tokens).toBeGreaterThan(100 * SEMINARS)
    expect(seen.hidden).toBeGreaterThan(1000 * SEMINARS)
    expect(seen.answers).toBeGreaterThan(100 * SEMINARS)
    expect(seen.removals).toBeGreaterThanOrEqual(SEMINARS)
    expect(seen.unsealed).toBe(SEMINARS)
    expect(seen.hops).toBeGreaterThanOrEqual(SEMINARS)
    expect(seen.stays).toBeGreaterThan(5 * SEMINARS)
  })
})
