/**
 * Every command that a socket may send, tried by the twelve people of the matrix: from outside a room, from its stage, from its chair and from
 * its seats, one of them the seat of a student who has tried every other.
 */
import { io, type Socket } from 'socket.io-client'
import { expect, test } from 'vitest'
import { clientCommand } from '#simulation/shapes/room-command'
import { PROTOCOL } from '#simulation/wire/protocol'
import { newId } from '../../server/live/given/given-page'
import { patience } from '../../support/patience'
import { US_CN } from '../../support/stories/sides'
import { asks, hopped } from '../hostile/hopper'
import { COMMANDS } from './command-rows'
import { ACTORS, type Actor, TARGETS, type Target } from './given-world'
import { seated } from './reaches'
import type { useServedWorld } from './served-world'

/** These tests, of the world that the matrix of pages and actions is asked in afterwards: no command of theirs changes anything. */
export function expectAuthorisedCommands(served: ReturnType<typeof useServedWorld>): void {
  /** How often each was tried, so that a matrix that shrinks is seen. */
  const tried = { commands: 0, joins: 0 }

  async function open(actor: Actor): Promise<Socket | null> {
    const socket = io(served.url(), {
      transports: ['websocket'],
      reconnection: false,
      forceNew: true,
      extraHeaders: { cookie: served.world().cookies[actor], origin: served.url() },
    })
    return new Promise((done) => {
      socket.once('connect', () => done(socket))
      socket.once('connect_error', () => done(null))
    })
  }
  const join = (socket: Socket, roomId: string, as: string): Promise<{ ok: boolean; refusal?: string }> =>
    socket.timeout(patience(5_000)).emitWithAck('join', { protocol: PROTOCOL, roomId, as, after: null })
  const samples = Object.entries(COMMANDS).map(([type, row]) => ({
    by: row.by,
    command: clientCommand.parse({ type, ...row.sample }),
  }))

  const chairs: Record<Target, readonly Actor[]> = {
    own: ['assistant', 'instructor', 'administrator'],
    'next table': ['assistant', 'instructor', 'administrator'],
    'same course': ['assistant', 'instructor', 'administrator'],
    'other course': ['other instructor', 'administrator'],
  }

  test('a room is joined by its table and its chairs; for everybody else it does not exist', async () => {
    const answers: Record<string, string> = {}
    const expected: Record<string, string> = {}
    for (const actor of ACTORS) {
      for (const target of TARGETS) {
        for (const as of ['self', 'stage'] as const) {
          const socket = await open(actor)
          const answer = socket && (await join(socket, served.world().places[target].roomId, as))
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

  test('an activity is watched by its chairs alone, and an act reaches no room that is not watched', async () => {
    const answers: Record<string, string> = {}
    const expected: Record<string, string> = {}
    const before = await served.stored()
    for (const actor of ACTORS) {
      for (const target of TARGETS) {
        const socket = await open(actor)
        const { activityId, roomId } = served.world().places[target]
        const ask = (name: string, what: unknown) => socket?.timeout(patience(5_000)).emitWithAck(name, what)
        const unwatched = await ask('act', {
          command: { type: 'pauseClock' },
          to: [{ roomId, commandId: newId() }],
        })
        const answer: { refusal?: string } | undefined = await ask('watch', { protocol: PROTOCOL, activityId })
        answers[`${actor}, ${target}`] = !answer ? 'signed-out' : (answer.refusal ?? 'in')
        expected[`${actor}, ${target}`] =
          actor === 'anonymous' ? 'signed-out' : chairs[target].includes(actor) ? 'in' : 'not-found'
        if (socket) expect(unwatched).toEqual({ acks: [{ ok: false, rejection: 'not-joined' }] })
        if (answer?.refusal === undefined && socket) {
          const { roomId: elsewhere } = served.world().places[target === 'other course' ? 'own' : 'other course']
          const command = { type: 'pauseClock' }
          expect(await ask('act', { command, to: [{ roomId: elsewhere, commandId: newId() }] })).toEqual({
            acks: [{ ok: false, rejection: 'not-joined' }],
          })
        }
        socket?.disconnect()
      }
    }
    expect(answers).toEqual(expected)
    expect(await served.stored()).toBe(before)
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
      const { roomId } = served.world().places[target]
      if (joined) expect(await join(socket, roomId, joined)).toMatchObject({ ok: true })
      for (const { command } of chosen.slice(at, at + 18)) {
        for (;;) {
          const reply: { ok: boolean; rejection?: string } = await socket
            .timeout(patience(5_000))
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
    const before = await served.stored()
    await Promise.all(
      ACTORS.map(async (actor) => {
        const said = await refusals(actor, null, 'own')
        expect({ actor, said: [...new Set(said)] }).toEqual({
          actor,
          said: [actor === 'anonymous' ? 'signed-out' : 'not-joined'],
        })
      }),
    )
    expect(await served.stored()).toBe(before)
  })

  test('a stage hears and never speaks', async () => {
    expect(new Set(await refusals('administrator', 'stage', 'next table', samples.slice(0, 18)))).toEqual(
      new Set(['not-joined']),
    )
  })

  test('no command of the chair is taken from a student', async () => {
    const ofChair = samples.filter(({ by }) => by === 'chair')
    expect(ofChair.length).toBeGreaterThan(15)
    const before = await served.stored()
    for (const actor of seated) {
      const said = await refusals(actor, 'self', 'own', ofChair)
      expect(said.map((answer, index) => ({ command: ofChair[index]?.command.type, answer }))).toEqual(
        ofChair.map(({ command }) => ({ command: command.type, answer: 'not-the-chair' })),
      )
    }
    expect(await served.stored()).toBe(before)
  })

  test('whoever has tried every chair sits on one side, and gives no command of another’s', async () => {
    const hopper = served.hopper()
    expect(hopped.chairs).toBe(2 * hopper.page.state.plan.seats.length)
    expect([...hopped.refused].sort()).toEqual(['already-seated', 'not-seated', 'other-delegation', 'seating-started'])
    expect(hopped.sat).toBe(3)
    const before = await served.stored()
    const seats = hopper.page.state.plan.seats.filter(({ delegation }) => delegation !== 'jp')
    const said = new Set<string>()
    for (const { id } of seats) said.add(await asks(hopper, { type: 'takeSeat', seat: id }))
    expect(said).toEqual(new Set(['seating-started']))
    expect(await asks(hopper, { type: 'speakInBilateral', between: US_CN, text: 'x' })).toBe('not-in-caucus')
    expect(await served.stored()).toBe(before)
    tried.commands += seats.length + 1
  })

  test('no command of a seat is taken from the chair', async () => {
    const before = await served.stored()
    const said = await refusals(
      'instructor',
      'self',
      'same course',
      samples.filter(({ by }) => by === 'person'),
    )
    expect(said).not.toContain('done')
    expect(await served.stored()).toBe(before)
  })

  test('the matrix is as large as it says', () => {
    expect(tried.commands).toBeGreaterThan(370)
    expect(tried.joins).toBe(ACTORS.length * TARGETS.length * 2)
    process.stdout.write(`commands: tried ${JSON.stringify(tried)}\n`)
  })
}
