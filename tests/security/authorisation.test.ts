/**
 * Every way into the server, found in the code, tried by twelve people on things that are theirs, near and strange. Whoever may not
 * is answered exactly as if the thing did not exist, and changes nothing.
 */
import { io, type Socket } from 'socket.io-client'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { settleSecret } from '#server/environment'
import { stopReading } from '#server/store/room-reading'
import { roomId } from '#simulation/ids'
import { PROTOCOL } from '#simulation/protocol'
import { clientCommand } from '#simulation/room-command'
import { SECRET } from '../server/live/given-classroom'
import { newId } from '../server/live/given-page'
import { useFreshDatabase } from '../support/database'
import { type RunningServer, startServer } from '../support/server'
import { COMMANDS } from './command-rows'
import { difference, inTurn, isOpen, plain, storedIn } from './comparing'
import { ACTIONS, type ActionRow, type Call, PAGES, type Reach, ROUTES, type Row, seated } from './endpoint-rows'
import { actions, builtActions, commands, pages, routes } from './endpoints'
import {
  ACTORS,
  type Actor,
  givenWorld,
  type Place,
  SECRET_WORDS,
  TARGETS,
  type Target,
  type World,
} from './given-world'
import { asks, givenHopper, type Hopper, hopped, hops } from './hopper'
import { type Answer, act, ask, payload } from './knocking'

const fresh = useFreshDatabase()
let server: RunningServer
let world: World
/** Stays on the line throughout, so that nobody is marked as gone while others are asked. */
let hopper: Hopper

beforeAll(async () => {
  settleSecret(SECRET)
  world = await givenWorld()
  server = await startServer({ databaseUrl: fresh.url(), env: { NEXTAUTH_SECRET: SECRET } })
  hopper = await givenHopper(
    { address: server.url },
    world.cookies['hopping student'],
    roomId.parse(world.places.own.roomId),
  )
  await hops(hopper)
})
afterAll(async () => {
  hopper?.page.socket.disconnect()
  await server?.clear()
  await stopReading()
})

/** How often each kind of way was tried, so that a matrix that shrinks is seen. */
const tried = { pages: 0, payloads: 0, routes: 0, actions: 0, commands: 0, joins: 0 }

type Trial = { actor: Actor; target: Target; may: boolean }
/** The short run tries everybody on what is nearest and on one thing further away, another for each way and each person. */
const whole = Boolean(process.env.SECURITY_LONG)
const isTried = (actor: number, target: number, turn: number) =>
  whole || target === 0 || target === 1 + ((actor + turn) % 3)
const trials = (may: Reach, turn: number): Trial[] =>
  ACTORS.flatMap((actor, one) =>
    TARGETS.filter((_, other) => isTried(one, other, turn)).map((target) => ({
      actor,
      target,
      may: may[target].includes(actor),
    })),
  )

const stored = () => storedIn(fresh.url())

describe('the lists are whole', () => {
  test.each([
    ['page', pages, PAGES],
    ['route', routes, ROUTES],
    ['action', actions, ACTIONS],
    ['command', commands, COMMANDS],
  ] as const)('every %s has its row, and every row leads somewhere', (_, found, rows) => {
    expect(found().toSorted()).toEqual(Object.keys(rows).toSorted())
    expect(found().length).toBeGreaterThan(5)
  })

  test('the built server knows every action by a number', () => {
    const ids = builtActions()
    expect(Object.keys(ACTIONS).filter((name) => !ids.has(name))).toEqual([])
  })
})

describe('pages and files', () => {
  const leadingSomewhere = (rows: Readonly<Record<string, Row>>) =>
    Object.entries(rows).flatMap(([name, row], turn) => ('may' in row ? [{ name, row, turn }] : []))

  async function expectRow(
    kind: 'pages' | 'payloads' | 'routes',
    row: Extract<Row, { may: unknown }>,
    turn: number,
    how: (url: string, cookie: string, place: Place) => Promise<Answer>,
  ) {
    const nowhere = new Map<Actor, ReturnType<typeof plain>>()
    await inTurn([...ACTORS], async (actor) => {
      nowhere.set(
        actor,
        plain(await how(server.url + row.at(world.madeUp), world.cookies[actor], world.madeUp), world.madeUp),
      )
    })
    const wrong: unknown[] = []
    const chosen = trials(row.may, turn).filter(({ target }) => whole || kind !== 'payloads' || target !== 'own')
    await inTurn(chosen, async ({ actor, target, may }) => {
      tried[kind] += 1
      const place = world.places[target]
      const answer = await how(server.url + row.at(place), world.cookies[actor], place)
      if (may) {
        if (!isOpen(answer)) wrong.push({ actor, target, status: answer.status, location: answer.location })
        return
      }
      const shown = answer.body.match(SECRET_WORDS) ?? []
      const seen = plain(answer, place)
      const same = JSON.stringify(seen) === JSON.stringify(nowhere.get(actor))
      if (isOpen(answer) || shown.length > 0 || !same)
        wrong.push({
          actor,
          target,
          status: answer.status,
          location: answer.location,
          shown,
          differs: difference(seen, nowhere.get(actor)),
        })
    })
    return wrong
  }

  test.each(leadingSomewhere(PAGES))(
    '$name is there for whom it is for, and for nobody else',
    async ({ row, turn }) => {
      expect(await expectRow('pages', row, turn, (url, cookie) => ask(url, cookie))).toEqual([])
    },
  )

  test.each(leadingSomewhere(PAGES))('$name as the router fetches it, likewise', async ({ row, turn }) => {
    expect(await expectRow('payloads', row, turn + 1, payload)).toEqual([])
  })

  test.each(leadingSomewhere(ROUTES))('$name answers whom it is for, and nobody else', async ({ name, row, turn }) => {
    const method = name.split(' ')[0] ?? 'GET'
    const body = row.body
    expect(
      await expectRow('routes', row, turn, (url, cookie, place) =>
        ask(url, cookie, { method, ...(body ? { body: body(place) } : {}) }),
      ),
    ).toEqual([])
  })

  test('a page that names nothing shows each only their own', async () => {
    const own: Partial<Record<Actor, RegExp>> = {
      guest: /^Canary(Own|Ours)/,
      student: /^Canary(Own|Ours)/,
      'hopping student': /^Canary(Own|Ours)/,
      // What they were in keeps its title in their own list; it leads nowhere any more.
      'removed student': /^Canary(OwnSeminar|OursCourse)$/,
      grader: /^Canary(OwnTable1|OwnSeminar|OursCourse)$/,
      assistant: /^Canary(Own|Ours|Same)/,
      instructor: /^Canary(Own|Ours|Same)/,
      'other instructor': /^CanaryTheirs/,
      administrator: /^Canary/,
    }
    const ways = Object.values(PAGES).flatMap((row) => ('own' in row ? [row.own] : []))
    const wrong: unknown[] = []
    for (const actor of ACTORS)
      await inTurn(ways, async (way) => {
        for (const how of whole ? [ask, payload] : [payload]) {
          const { status, body } = await how(server.url + way, world.cookies[actor])
          const strange = [...new Set(body.match(SECRET_WORDS))].filter((word) => !own[actor]?.test(word))
          if (status >= 500 || strange.length > 0) wrong.push({ actor, way, status, strange })
          tried.pages += 1
        }
      })
    expect(wrong).toEqual([])
  })
})

describe('actions', () => {
  const built = builtActions()
  const bound = Object.entries(ACTIONS).flatMap(([name, row], turn) => ('may' in row ? [{ name, row, turn }] : []))
  const call = (name: string, row: Extract<ActionRow, { may: unknown }>, actor: Actor, place: Place) =>
    send(name, actor, row.call(place))
  /** To a page that has the action, for the server looks nowhere else; of a thing that is not there, so that only the action answers. */
  function send(name: string, actor: Actor, what: Call): Promise<Answer> {
    const { id, page } = built.get(name) ?? { id: name, page: '/' }
    const at = page.replaceAll(/\[(\w+)\]/g, (_, key: string) => new Map(Object.entries(world.madeUp)).get(key) ?? '')
    return act(server.url + at, world.cookies[actor], id, what)
  }

  test('whoever may not is answered as if the thing did not exist, and changes nothing', async () => {
    const before = await stored()
    const wrong: unknown[] = []
    for (const { name, row, turn } of bound) {
      const nowhere = new Map<Actor, ReturnType<typeof plain>>()
      for (const actor of ACTORS) nowhere.set(actor, plain(await call(name, row, actor, world.madeUp), world.madeUp))
      await inTurn(trials(row.may, turn), async ({ actor, target, may }) => {
        if (may) return
        const place = world.places[target]
        const answer = await call(name, row, actor, place)
        const shown = answer.body.match(SECRET_WORDS) ?? []
        const same = JSON.stringify(plain(answer, place)) === JSON.stringify(nowhere.get(actor))
        if (!same || shown.length > 0)
          wrong.push({
            name,
            actor,
            target,
            status: answer.status,
            shown,
            differs: difference(plain(answer, place), nowhere.get(actor)),
          })
        tried.actions += 1
      })
    }
    expect(wrong).toEqual([])
    expect(await stored()).toBe(before)
  })

  test('whoever may is not', async () => {
    const wrong: unknown[] = []
    for (const { name, row, turn } of bound) {
      const done = new Set<Target>()
      const nowhere = plain(await call(name, row, 'instructor', world.madeUp), world.madeUp)
      for (const { actor, target, may } of trials(row.may, turn)) {
        if (!may || row.ends || (row.once && done.has(target))) continue
        done.add(target)
        const answer = await call(name, row, actor, world.places[target])
        if (answer.status >= 400 || JSON.stringify(plain(answer, world.places[target])) === JSON.stringify(nowhere))
          wrong.push({ name, actor, target, status: answer.status })
        tried.actions += 1
      }
    }
    expect(wrong).toEqual([])
  })

  test('what no page would send is answered without a word about the house', async () => {
    const wrong: unknown[] = []
    for (const [name, row] of Object.entries(ACTIONS)) {
      const calls =
        'own' in row ? [row.own, { fields: {} }, { value: { toString: 1 } }] : [{ fields: {} }, { value: null }]
      for (const one of calls) {
        const { body } = await send(name, 'anonymous', one)
        if (/node_modules|\.tsx?\b|\.mjs|Invalid `|postgres/i.test(body)) wrong.push({ name, one, body })
        tried.actions += 1
      }
    }
    expect(wrong).toEqual([])
  })
})

describe('commands', () => {
  async function open(actor: Actor): Promise<Socket | null> {
    const socket = io(server.url, {
      transports: ['websocket'],
      reconnection: false,
      forceNew: true,
      extraHeaders: { cookie: world.cookies[actor], origin: server.url },
    })
    return new Promise((done) => {
      socket.once('connect', () => done(socket))
      socket.once('connect_error', () => done(null))
    })
  }
  const join = (socket: Socket, roomId: string, as: string): Promise<{ ok: boolean; refusal?: string }> =>
    socket.timeout(5_000).emitWithAck('join', { protocol: PROTOCOL, roomId, as, after: 0 })
  const samples = Object.entries(COMMANDS).map(([type, row]) => ({
    by: row.by,
    command: clientCommand.parse({ type, ...row.sample }),
  }))

  test('a room is joined by its table and its chairs; for everybody else it does not exist', async () => {
    const answers: Record<string, string> = {}
    const expected: Record<string, string> = {}
    const chairs: Record<Target, readonly Actor[]> = {
      own: ['assistant', 'instructor', 'administrator'],
      'next table': ['assistant', 'instructor', 'administrator'],
      'same course': ['assistant', 'instructor', 'administrator'],
      'other course': ['other instructor', 'administrator'],
    }
    for (const actor of ACTORS) {
      for (const target of TARGETS) {
        for (const as of ['self', 'stage'] as const) {
          const socket = await open(actor)
          const answer = socket && (await join(socket, world.places[target].roomId, as))
          answers[`${actor}, ${target}, ${as}`] = !answer ? 'signed-out' : (answer.refusal ?? 'in')
          socket?.disconnect()
          const sits = target === 'own' && as === 'self' && seated.includes(actor)
          const isIn = chairs[target].includes(actor) || sits
          expected[`${actor}, ${target}, ${as}`] = actor === 'anonymous' ? 'signed-out' : isIn ? 'in' : 'not-found'
          tried.joins += 1
        }
      }
    }
    expect(answers).toEqual(expected)
  })

  /** Few enough on one socket, and slowly enough, that no throttle answers in the room's place. */
  async function refusals(
    actor: Actor,
    joined: 'self' | 'stage' | null,
    target: Target,
    chosen = samples,
  ): Promise<string[]> {
    const said: string[] = []
    for (let at = 0; at < chosen.length; at += 18) {
      const socket = await open(actor)
      if (!socket) return chosen.map(() => 'signed-out')
      const { roomId } = world.places[target]
      if (joined) expect(await join(socket, roomId, joined)).toMatchObject({ ok: true })
      for (const { command } of chosen.slice(at, at + 18)) {
        for (;;) {
          const reply: { ok: boolean; rejection?: string } = await socket
            .timeout(5_000)
            .emitWithAck('submit', { roomId, commandId: newId(), command })
          if (reply.rejection !== 'slow-down') {
            said.push(reply.rejection ?? 'done')
            break
          }
          await new Promise((resolve) => setTimeout(resolve, 200))
        }
        tried.commands += 1
      }
      socket.disconnect()
    }
    return said
  }

  test('no command is taken from who has not joined, whoever it is', async () => {
    const before = await stored()
    await Promise.all(
      ACTORS.map(async (actor) => {
        const said = await refusals(actor, null, 'own')
        expect({ actor, said: [...new Set(said)] }).toEqual({
          actor,
          said: [actor === 'anonymous' ? 'signed-out' : 'not-joined'],
        })
      }),
    )
    expect(await stored()).toBe(before)
  })

  test('a stage hears and never speaks', async () => {
    expect(new Set(await refusals('administrator', 'stage', 'next table', samples.slice(0, 18)))).toEqual(
      new Set(['not-joined']),
    )
  })

  test('no command of the chair is taken from a student', async () => {
    const ofChair = samples.filter(({ by }) => by === 'chair')
    expect(ofChair.length).toBeGreaterThan(15)
    const before = await stored()
    for (const actor of seated) {
      const said = await refusals(actor, 'self', 'own', ofChair)
      expect(said.map((answer, index) => ({ command: ofChair[index]?.command.type, answer }))).toEqual(
        ofChair.map(({ command }) => ({ command: command.type, answer: 'not-the-chair' })),
      )
    }
    expect(await stored()).toBe(before)
  })

  test('whoever has tried every chair sits on one side, and gives no command of another’s', async () => {
    expect(hopped.chairs).toBe(2 * hopper.page.state.plan.seats.length)
    expect([...hopped.refused].sort()).toEqual(['already-seated', 'not-seated', 'other-delegation', 'seating-started'])
    expect(hopped.sat).toBe(3)
    const before = await stored()
    const seats = hopper.page.state.plan.seats.filter(({ delegation }) => delegation !== 'jp')
    const said = new Set<string>()
    for (const { id } of seats) said.add(await asks(hopper, { type: 'takeSeat', seat: id }))
    expect(said).toEqual(new Set(['already-seated']))
    expect(await asks(hopper, { type: 'speakInBilateral', between: 'us-cn', text: 'x' })).toBe('not-in-caucus')
    expect(await stored()).toBe(before)
    tried.commands += seats.length + 1
  })

  test('no command of a seat is taken from the chair', async () => {
    const before = await stored()
    const said = await refusals(
      'instructor',
      'self',
      'same course',
      samples.filter(({ by }) => by === 'person'),
    )
    expect(said).not.toContain('done')
    expect(await stored()).toBe(before)
  })
})

test('the matrix is as large as it says', () => {
  const least = whole ? 1 : 0.5
  expect(tried.pages).toBeGreaterThan(800 * least)
  expect(tried.payloads).toBeGreaterThan(500 * least * least)
  expect(tried.routes).toBeGreaterThan(150 * least)
  expect(tried.actions).toBeGreaterThan(400 * least)
  expect(tried.commands).toBeGreaterThan(370)
  expect(tried.joins).toBe(ACTORS.length * TARGETS.length * 2)
  process.stdout.write(`authorisation: tried ${JSON.stringify(tried)}\n`)
})
