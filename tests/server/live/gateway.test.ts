/** The sockets themselves: who may open one, what an answer and a telling promise, and what no message can do. */
import { request } from 'node:http'
import { connect } from 'node:net'
import { beforeAll, describe, expect, test } from 'vitest'
import { database } from '#server/store/database'
import { closeDoor } from '#server/store/door'
import { askAtDoor } from '#server/store/door-requests'
import { moveToRoom, removeParticipant } from '#server/store/participants'
import { revokeSession } from '#server/store/sessions'
import { commandId } from '#simulation/ids'
import { PROTOCOL } from '#simulation/protocol'
import { isSealed } from '#simulation/record'
import { fold } from '#simulation/room'
import type { ClientCommand } from '#simulation/room-command'
import {
  accepted,
  type Class,
  closeHouse,
  givenClass,
  givenHouse,
  givenPage,
  givenSeated,
  givenStudent,
  newId,
  openHouse,
  Page,
  seat,
  until,
} from './given-classroom'

const house = givenHouse()
const now = () => house.now()

/** A class in its negotiation, where a seat of the United States holds the floor. */
async function speaking(of: Class): Promise<{ chair: Page; speaker: Awaited<ReturnType<typeof givenSeated>> }> {
  const chair = await givenPage(now(), of.chairCookie, of.roomId)
  const speaker = await givenSeated(now(), of, 'Mei', 'us.state')
  accepted(await chair.submit(of.roomId, { type: 'setAutopilot', agenda: true, floor: 'off' }))
  const floor = chair.state.plan.phases.findIndex(({ kind }) => kind === 'negotiation')
  accepted(await chair.submit(of.roomId, { type: 'startPhase', index: 0 }))
  for (let index = 0; index < floor; index += 1)
    await chair.hears(accepted(await chair.submit(of.roomId, { type: 'endPhase', index })))
  await chair.hears(accepted(await chair.submit(of.roomId, { type: 'grantFloor', seat: seat('us.state') })))
  return { chair, speaker }
}

const statement = (text: string): ClientCommand => ({
  type: 'makeStatement',
  text,
  intent: 'point',
  answers: null,
  anchors: [],
})

describe('opening a socket', () => {
  let of: Class
  beforeAll(async () => {
    of = await givenClass()
  })

  test.each([
    'http://evil.example',
    'null',
    'https://127.0.0.1',
    'http://localhost',
    'http://127.0.0.1.evil.example',
    'file://',
    'chrome-extension://abc',
    '',
  ])('a page of %j may not, over polling or websocket', async (origin) => {
    const polling = await new Promise<number | undefined>((done, fail) => {
      const url = `${now().address}/socket.io/?EIO=4&transport=polling`
      request(url, { headers: { origin, cookie: of.chairCookie } }, (response) => {
        response.resume()
        done(response.statusCode)
      })
        .once('error', fail)
        .end()
    })
    expect(polling).toBeGreaterThanOrEqual(400)
    await expect(new Page(now().address, of.chairCookie, { origin }).connect()).rejects.toThrow('websocket error')
  })

  test('a port next to ours is another origin', async () => {
    const origin = now().address.replace(/\d+$/, (port) => String(Number(port) + 1))
    await expect(new Page(now().address, of.chairCookie, { origin }).connect()).rejects.toThrow('websocket error')
  })

  test('nobody without a sign-in opens one', async () => {
    await expect(new Page(now().address, 'track-two=forged').connect()).rejects.toThrow('signed-out')
  })

  test('a revoked sign-in is cut within a second, on every socket it has, and no other', async () => {
    const student = await givenStudent(of, 'Priya')
    const pages = await Promise.all([1, 2].map(() => givenPage(now(), student.cookie, of.roomId)))
    const chair = await givenPage(now(), of.chairCookie, of.roomId)
    const at = performance.now()
    await revokeSession(student.sessionId)
    await until(() => expect(pages.map(({ socket }) => socket.connected)).toEqual([false, false]))
    expect(performance.now() - at).toBeLessThan(1_000)
    expect(pages.map(({ left }) => left)).toEqual([['signed-out'], ['signed-out']])
    expect(chair.socket.connected).toBe(true)
    await expect(new Page(now().address, student.cookie).connect()).rejects.toThrow('signed-out')
  })
})

describe('joining', () => {
  test('a room of another class, one that is not and a malformed wish are refused alike in form', async () => {
    const [of, other] = [await givenClass(), await givenClass()]
    const page = await new Page(now().address, of.chairCookie).connect()
    expect(await page.join(other.roomId)).toEqual({ ok: false, refusal: 'not-found' })
    expect(await page.join('nowhere' as never)).toEqual({ ok: false, refusal: 'not-found' })
    expect(await page.join('' as never)).toEqual({ ok: false, refusal: 'malformed' })
    const old = await page.socket.emitWithAck('join', {
      protocol: PROTOCOL - 1,
      roomId: of.roomId,
      as: 'self',
      after: 0,
    })
    expect(old).toEqual({ ok: false, refusal: 'outdated' })
  })

  test('another table of the same class is not a student’s to join', async () => {
    const of = await givenClass({ roomCount: 2 })
    const student = await givenStudent(of, 'Mei')
    const elsewhere = of.roomIds.find((id) => id !== student.roomId)!
    const page = await new Page(now().address, student.cookie).connect()
    expect(await page.join(elsewhere)).toEqual({ ok: false, refusal: 'not-found' })
    expect(await page.join(student.roomId)).toMatchObject({ ok: true, viewer: { kind: 'person', seat: null } })
  })

  test('R3 a delegate may not open the stage; a chair may, and cannot act from it', async () => {
    const of = await givenClass()
    const delegate = await givenSeated(now(), of, 'Mei', 'us.state')
    expect(await delegate.join(of.roomId, 'stage')).toEqual({ ok: false, refusal: 'not-found' })
    const stage = await givenPage(now(), of.chairCookie, of.roomId, 'stage')
    expect(await stage.submit(of.roomId, { type: 'startPhase', index: 0 })).toEqual({
      ok: false,
      rejection: 'not-joined',
    })
  })

  test('the code stands over the door for a chair and a stage, and for no student', async () => {
    const of = await givenClass()
    const student = await givenStudent(of, 'Mei')
    const [chair, own] = [
      await new Page(now().address, of.chairCookie).connect(),
      await new Page(now().address, student.cookie).connect(),
    ]
    const shown = `${of.code.slice(0, 3)}-${of.code.slice(3)}`
    expect(await chair.join(of.roomId)).toMatchObject({
      room: { code: shown, joinUrl: `${now().address}/join/${shown}`, title: 'The China gap', name: 'Table 1' },
    })
    expect(await own.join(of.roomId)).toMatchObject({ room: { code: null, joinUrl: null } })
    expect(own.bytes).not.toContain(of.code)
    const told: unknown[] = []
    chair.socket.on('room', (message) => told.push(message))
    await closeDoor(of.activityId)
    await until(() => expect(told).toMatchObject([{ room: { code: null } }]))
  })

  test('the clock that a page asks for is the server’s', async () => {
    const page = await new Page(now().address, (await givenClass()).chairCookie).connect()
    const before = Date.now()
    const answered = await page.now()
    expect(answered).toBeGreaterThanOrEqual(before)
    expect(answered).toBeLessThanOrEqual(Date.now())
  })
})

describe('submitting', () => {
  test('I3 two hundred messages sent at once stand in one order on every page, each sender’s in the order sent', async () => {
    const of = await givenClass()
    const chair = await givenPage(now(), of.chairCookie, of.roomId)
    const offices = chair.state.plan.seats.map(({ id }) => id)
    const delegates = await Promise.all(offices.map((id, index) => givenSeated(now(), of, `Delegate ${index}`, id)))
    accepted(await chair.submit(of.roomId, { type: 'startPhase', index: 0 }))
    const answers = await Promise.all(
      delegates.flatMap((page, sender) =>
        // Taking the seat was one of the twenty that each may send at once.
        Array.from({ length: 19 }, (_, index) =>
          page.submit(of.roomId, { type: 'speakInCaucus', text: `${sender}:${index}` }),
        ),
      ),
    )
    const nudges = await Promise.all(
      Array.from({ length: 18 }, (_, index) =>
        chair.submit(of.roomId, { type: 'nudge', to: 'room', text: `9:${index}` }),
      ),
    )
    const numbers = [...answers, ...nudges].map(accepted)
    expect(new Set(numbers).size).toBe(9 * 19 + 18)
    await Promise.all([chair, ...delegates].map((page) => page.hears(Math.max(...numbers))))
    const spoken = chair.readable.flatMap(({ event }) =>
      event.type === 'CaucusSpoken' || event.type === 'NudgeSent' ? [event.text] : [],
    )
    for (const sender of delegates.keys())
      expect(spoken.filter((text) => text.startsWith(`${sender}:`))).toEqual(
        Array.from({ length: 19 }, (_, index) => `${sender}:${index}`),
      )
    for (const page of delegates) {
      expect(page.rows.map(({ seq }) => seq)).toEqual(chair.rows.map(({ seq }) => seq))
      for (const row of page.readable) expect(row).toEqual(chair.rows[row.seq - 1])
    }
  })

  test('I2 the same command sent five times at once counts once and has one answer', async () => {
    const of = await givenClass()
    const { chair, speaker } = await speaking(of)
    const id = newId()
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => speaker.submit(of.roomId, statement('once'), id)))
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
    await chair.hears(accepted(answers[0]!))
    expect(chair.rows.filter((row) => !isSealed(row) && row.commandId === id)).toHaveLength(1)
  })

  test('the answer comes before the telling', async () => {
    const of = await givenClass()
    const chair = await givenPage(now(), of.chairCookie, of.roomId)
    const command = { type: 'lockSeating', locked: true } as const
    chair.socket.emit('submit', { roomId: of.roomId, commandId: newId(), command }, () => chair.heard.push('answer'))
    await until(() => expect(chair.heard).toHaveLength(2))
    expect(chair.heard).toEqual(['answer', 'tell'])
  })

  test('whoever acts is who joined, whatever the message says', async () => {
    const of = await givenClass()
    const delegate = await givenSeated(now(), of, 'Mei', 'us.state')
    expect(await delegate.submit(of.roomId, { type: 'startPhase', index: 0 })).toEqual({
      ok: false,
      rejection: 'not-the-chair',
    })
    const forged = { roomId: of.roomId, commandId: newId(), command: { type: 'leaveSeat' }, by: 'clock' }
    expect(await delegate.socket.emitWithAck('submit', forged)).toEqual({ ok: false, rejection: 'malformed' })
  })

  test('a page cannot take the clock’s own id, nor submit what only the server submits', async () => {
    const of = await givenClass()
    const chair = await givenPage(now(), of.chairCookie, of.roomId)
    const id = commandId.parse(`clock:endPhase:${chair.seq}`)
    expect(await chair.submit(of.roomId, { type: 'lockSeating', locked: true }, id)).toEqual({
      ok: false,
      rejection: 'malformed',
    })
    const absent = { roomId: of.roomId, commandId: newId(), command: { type: 'markAbsent', seat: 'us.state' } }
    expect(await chair.socket.emitWithAck('submit', absent)).toEqual({ ok: false, rejection: 'malformed' })
  })

  test('nothing is submitted to a room that was not joined', async () => {
    const [of, other] = [await givenClass(), await givenClass()]
    const page = await new Page(now().address, of.chairCookie).connect()
    const command = { type: 'lockSeating', locked: true } as const
    expect(await page.submit(of.roomId, command)).toEqual({ ok: false, rejection: 'not-joined' })
    await page.join(of.roomId)
    expect(await page.submit(other.roomId, command)).toEqual({ ok: false, rejection: 'not-joined' })
  })

  test('whoever sends too fast is slowed down and not cut off', async () => {
    const of = await givenClass()
    const chair = await givenPage(now(), of.chairCookie, of.roomId)
    const answers = await Promise.all(
      Array.from({ length: 60 }, (_, index) =>
        chair.submit(of.roomId, { type: 'lockSeating', locked: index % 2 === 0 }),
      ),
    )
    const slowed = answers.filter((answer) => !answer.ok && answer.rejection === 'slow-down')
    expect(slowed.length).toBeGreaterThan(30)
    expect(answers.length - slowed.length).toBeGreaterThanOrEqual(20)
    expect(chair.socket.connected).toBe(true)
  })
})

describe('what no message can do', () => {
  const storable = (text: unknown) => ({ type: 'makeStatement', text, intent: 'point', answers: null, anchors: [] })
  const broken: unknown[] = [
    undefined,
    null,
    0,
    'words',
    [],
    [[]],
    {},
    { roomId: 1 },
    { __proto__: { roomId: 'x' } },
    { roomId: '../../x', commandId: 'x', command: null },
    storable('no frame'),
  ]

  test.each(broken.map((message) => [message]))('%j is answered and harms nobody', async (message) => {
    const of = await givenClass()
    const chair = await givenPage(now(), of.chairCookie, of.roomId)
    expect(await chair.socket.emitWithAck('submit', message)).toEqual({ ok: false, rejection: 'malformed' })
    expect(await chair.socket.emitWithAck('join', message)).toEqual({ ok: false, refusal: 'malformed' })
    expect(await chair.join(of.roomId)).toMatchObject({ ok: true })
  })

  test('NUL and half a character are refused before they reach the log', async () => {
    const of = await givenClass()
    const { speaker } = await speaking(of)
    for (const text of ['a\u0000b', 'half \ud83d', '\ude00 half'])
      expect(await speaker.submit(of.roomId, statement(text))).toEqual({ ok: false, rejection: 'malformed' })
    accepted(await speaker.submit(of.roomId, statement('whole 😀 𝕏')))
  })

  test('messages without an answer, unknown ones and an answer that is no function are passed over', async () => {
    const of = await givenClass()
    const page = await givenPage(now(), of.chairCookie, of.roomId)
    for (const name of ['join', 'submit', 'clock', 'unknown', 'tell', 'leave']) {
      page.socket.emit(name)
      page.socket.emit(name, { a: 1 }, 'not a function', 3)
    }
    expect(await page.join(of.roomId)).toMatchObject({ ok: true })
  })

  test('an oversized message ends its own socket only', async () => {
    const of = await givenClass()
    const [page, other] = [
      await givenPage(now(), of.chairCookie, of.roomId),
      await givenPage(now(), of.chairCookie, of.roomId),
    ]
    page.socket.emit('submit', 'x'.repeat(70_000))
    await until(() => expect(page.socket.connected).toBe(false))
    expect(await other.now()).toBeGreaterThan(0)
  })

  test('a flood ends its own socket only', async () => {
    const of = await givenClass()
    const [page, other] = [
      await givenPage(now(), of.chairCookie, of.roomId),
      await givenPage(now(), of.chairCookie, of.roomId),
    ]
    for (let count = 0; count < 2_000; count += 1) page.socket.emit('noise', count)
    await until(() => expect(page.socket.connected).toBe(false))
    expect(await other.now()).toBeGreaterThan(0)
  })

  test('raw bytes that are no packet leave the house standing', async () => {
    const of = await givenClass()
    const page = await givenPage(now(), of.chairCookie, of.roomId)
    for (const bytes of ['42["join"', '4', '499[', '2', '51-["x",{"_placeholder":true,"num":0}]', '42[1]', '\u0000'])
      page.socket.io.engine.write(bytes)
    const other = await givenPage(now(), of.chairCookie, of.roomId)
    expect(await other.now()).toBeGreaterThan(0)
  })
})

describe('coming back', () => {
  test('I8 a page that was away is given what it missed, from where it was', async () => {
    const of = await givenClass()
    const { chair, speaker } = await speaking(of)
    const [before, held] = [speaker.seq, [...speaker.rows]]
    speaker.socket.disconnect()
    const last = accepted(
      await chair.submit(of.roomId, { type: 'writeInject', headline: 'News', text: 'While you were out' }),
    )
    const back = await new Page(now().address, speaker.student.cookie).connect()
    back.rows = held
    expect(await back.join(of.roomId, 'self', before)).toMatchObject({ ok: true, from: before })
    expect(back.seq).toBe(last)
    const whole = await givenPage(now(), speaker.student.cookie, of.roomId)
    expect(back.rows).toEqual(whole.rows)
    expect(fold(back.rows)).toEqual(fold(whole.rows))
  })

  test('R4 a page whose seat changed while it was away is given everything anew', async () => {
    const of = await givenClass()
    const chair = await givenPage(now(), of.chairCookie, of.roomId)
    const page = await givenSeated(now(), of, 'Mei', 'us.state')
    const before = page.seq
    page.socket.disconnect()
    accepted(await chair.submit(of.roomId, { type: 'placePerson', person: page.person, seat: seat('jp.pm') }))
    const back = await new Page(now().address, page.student.cookie).connect()
    expect(await back.join(of.roomId, 'self', before)).toMatchObject({ from: 0, viewer: { seat: 'jp.pm' } })
    const readable = back.readable.flatMap(({ event }) => (event.type === 'BriefIssued' ? [event.brief.to] : []))
    expect(readable).toContain('jp')
    expect(readable).not.toContain('us')
  })

  test('a page from the future, as after a restored backup, is given everything anew', async () => {
    const of = await givenClass()
    const page = await new Page(now().address, of.chairCookie).connect()
    expect(await page.join(of.roomId, 'self', 10_000)).toMatchObject({ from: 0 })
  })

  test('R8 when the record is unsealed every delegate joins again and reads it; the stage does not', async () => {
    const of = await givenClass()
    const chair = await givenPage(now(), of.chairCookie, of.roomId)
    const stage = await givenPage(now(), of.chairCookie, of.roomId, 'stage')
    const [washington, tokyo] = [
      await givenSeated(now(), of, 'Mei', 'us.state'),
      await givenSeated(now(), of, 'Yuki', 'jp.pm'),
    ]
    accepted(await chair.submit(of.roomId, { type: 'startPhase', index: 0 }))
    accepted(await washington.submit(of.roomId, { type: 'speakInCaucus', text: 'the-sealed-words' }))
    const plan = chair.readable.flatMap(({ event }) => (event.type === 'RoomOpened' ? [event.plan] : []))[0]
    const debrief = plan?.phases.findIndex((phase) => phase.kind === 'debrief') ?? -1
    for (let index = 0; index < debrief; index += 1)
      accepted(await chair.submit(of.roomId, { type: 'endPhase', index }))
    await until(() => expect([washington.left, tokyo.left]).toEqual([['rejoin'], ['rejoin']]))
    expect(tokyo.bytes).not.toContain('the-sealed-words')
    await tokyo.join(of.roomId, 'self', tokyo.seq)
    expect(tokyo.bytes).toContain('the-sealed-words')
    await stage.join(of.roomId, 'stage')
    expect(stage.bytes).not.toContain('the-sealed-words')
  })
})

describe('leaving', () => {
  test('S8 a removed person is told so, hears nothing more and is not let in again until readmitted', async () => {
    const of = await givenClass()
    const chair = await givenPage(now(), of.chairCookie, of.roomId)
    const page = await givenSeated(now(), of, 'Mei', 'us.state')
    const witness = await givenSeated(now(), of, 'Yuki', 'jp.pm')
    const heard = page.seq
    accepted(await chair.submit(of.roomId, { type: 'removePerson', person: page.person }))
    await until(() => expect(page.left).toEqual(['removed']))
    const bytes = page.bytes.length
    const last = accepted(
      await chair.submit(of.roomId, { type: 'writeInject', headline: 'News', text: 'the-later-canary' }),
    )
    await witness.hears(last)
    expect(await page.submit(of.roomId, { type: 'takeSeat', seat: null })).toEqual({
      ok: false,
      rejection: 'not-joined',
    })
    expect(await page.join(of.roomId, 'self', heard)).toMatchObject({ ok: false })
    expect(page.seq).toBe(heard)
    expect(page.bytes.slice(bytes)).not.toContain('the-later-canary')
    accepted(await chair.submit(of.roomId, { type: 'readmitPerson', person: page.person }))
    expect(await page.join(of.roomId)).toMatchObject({ ok: true, viewer: { seat: null } })
  })

  test('somebody shut out of the activity, or moved to another table, is put out at once', async () => {
    const of = await givenClass({ roomCount: 2 })
    const [out, moved] = [await givenStudent(of, 'Mei'), await givenStudent(of, 'Amara')]
    const pages = [await givenPage(now(), out.cookie, out.roomId), await givenPage(now(), moved.cookie, moved.roomId)]
    await database().user.update({
      where: { id: out.userId },
      data: { kind: 'account', email: 'mei@college.example', passwordHash: 'x' },
    })
    const at = performance.now()
    await removeParticipant(of.activityId, out.person)
    await moveToRoom(of.activityId, moved.person, of.roomIds.find((id) => id !== moved.roomId)!)
    await until(() => expect(pages.map(({ left }) => left)).toEqual([['removed'], ['rejoin']]))
    expect(performance.now() - at).toBeLessThan(1_000)
    expect(await pages[0]!.join(out.roomId)).toEqual({ ok: false, refusal: 'not-found' })
    expect(await pages[1]!.join(moved.roomId)).toEqual({ ok: false, refusal: 'not-found' })
  })
})

describe('around the room', () => {
  test('presence counts people, not tabs', async () => {
    const of = await givenClass()
    const chair = await givenPage(now(), of.chairCookie, of.roomId)
    const page = await givenSeated(now(), of, 'Mei', 'us.state')
    const tab = await givenPage(now(), page.student.cookie, of.roomId)
    await until(() => expect(chair.presence).toEqual({ seats: ['us.state'], people: [page.person] }))
    tab.socket.disconnect()
    page.socket.disconnect()
    await until(() => expect(chair.presence).toEqual({ seats: [], people: [] }))
  })

  test('a newcomer is on everybody’s roll, and who knocks is shown to the chair alone', async () => {
    const of = await givenClass()
    const chair = await givenPage(now(), of.chairCookie, of.roomId)
    const mei = await givenSeated(now(), of, 'Mei', 'us.state')
    const yuki = await givenStudent(of, 'Yuki')
    await until(() => expect(mei.roll).toEqual({ [mei.person]: 'Mei', [yuki.person]: 'Yuki' }))
    await closeDoor(of.activityId)
    await askAtDoor({ code: of.code, name: 'Tomás the stranger' })
    await until(() => expect(chair.knocks).toMatchObject([{ name: 'Tomás the stranger', claims: null }]))
    expect(mei.bytes).not.toContain('stranger')
    await askAtDoor({ code: of.code, name: 'Mei' })
    await until(() => expect(mei.knocks).toMatchObject([{ name: 'Mei', claims: mei.person }]))
    expect(chair.knocks).toHaveLength(2)
  })
})

describe('closing the house', () => {
  test('pages are told that it restarts, what waited is saved, and a new house continues where it was', async () => {
    const of = await givenClass()
    const first = await openHouse(house.url())
    const page = await givenPage(first, of.chairCookie, of.roomId)
    const saving = page.submit(of.roomId, { type: 'lockSeating', locked: true })
    await until(() => expect(page.heard).toContain('ack'))
    await closeHouse(first)
    const seq = accepted(await saving)
    expect(page.left).toEqual(['updating'])
    await until(() => expect(page.socket.connected).toBe(false))
    const second = await openHouse(house.url())
    const back = await givenPage(second, of.chairCookie, of.roomId)
    expect(back.seq).toBe(seq)
    await closeHouse(second)
  })

  test('a client that never finishes its handshake holds nothing up', async () => {
    const other = await openHouse(house.url())
    const hanging = connect(Number(new URL(other.address).port), '127.0.0.1')
    await new Promise((resolve) => hanging.once('connect', resolve))
    hanging.write('GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\n')
    await closeHouse(other)
    hanging.destroy()
  })
})
