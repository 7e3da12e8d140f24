import pg from 'pg'
import { describe, expect, test } from 'vitest'
import { database } from '#server/base/database'
import { moveToRoom } from '#server/store/activities/participants'
import { deleteActivity, deleteCourse, restoreActivity, restoreCourse } from '#server/store/courses/archive-delete'
import { closeDoor, joinByCode } from '#server/store/door/door'
import { createJoinRequest } from '#server/store/door/join-requests'
import { waitsForLock } from '../../support/machines/waits-for-lock'
import { givenClass, givenHouse, givenPage, givenSeated, givenStudent, seat } from './given/given-classroom'
import { accepted, Page, until } from './given/given-page'

const house = givenHouse()
const now = () => house.now()

describe('coming back', () => {
  test('R4 R12 a page whose seat changed while it was away is given everything anew', async () => {
    const of = await givenClass()
    const chair = await givenPage(now(), of.chairCookie, of.roomId)
    const page = await givenSeated(now(), of, 'Mei', 'us.state')
    const before = page.last
    page.socket.disconnect()
    accepted(await chair.submit(of.roomId, { type: 'placePerson', person: page.person, seat: seat('jp.pm') }))
    accepted(await chair.submit(of.roomId, { type: 'lockSeating', locked: true }))
    const back = await new Page(now().address, page.student.cookie).connect()
    expect(await back.join(of.roomId, 'self', before)).toMatchObject({ from: 0, viewer: { seat: 'jp.pm' } })
    const readable = back.readable.flatMap(({ event }) => (event.type === 'BriefIssued' ? [event.brief.to] : []))
    expect(readable).toContain('jp')
    expect(readable).not.toContain('us')
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
    await tokyo.join(of.roomId, 'self', tokyo.last)
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
    // A guest who is in no other activity is signed out, after a message that says why.
    await until(() => expect(page.socket.connected).toBe(false))
    expect(page.left).toEqual(['removed'])
    await expect(new Page(now().address, page.student.cookie).connect()).rejects.toThrow('signed-out')
    expect(page.seq).toBe(heard)
    expect(page.bytes.slice(bytes)).not.toContain('the-later-canary')
    accepted(await chair.submit(of.roomId, { type: 'readmitPerson', person: page.person }))
    await until(async () => {
      const back = await new Page(now().address, page.student.cookie).connect()
      expect(await back.join(of.roomId)).toMatchObject({ ok: true, viewer: { seat: null } })
    })
  })

  test('S8 somebody with an account, or with a place elsewhere, stays signed in and hears nothing of the room', async () => {
    const of = await givenClass()
    const other = await givenClass()
    const chair = await givenPage(now(), of.chairCookie, of.roomId)
    const page = await givenSeated(now(), of, 'Mei', 'us.state')
    const elsewhere = await joinByCode({
      code: other.code,
      name: 'Mei',
      userAgent: 'test',
      visitor: { id: page.student.userId, kind: 'guest', name: 'Mei', email: null, isAdmin: false },
    })
    if (!elsewhere.ok) throw new Error(elsewhere.refusal)
    accepted(await chair.submit(of.roomId, { type: 'removePerson', person: page.person }))
    await until(() => expect(page.left).toEqual(['removed']))
    expect(await page.submit(of.roomId, { type: 'takeSeat', seat: null })).toEqual({
      ok: false,
      rejection: 'not-joined',
    })
    expect(await page.join(of.roomId)).toEqual({ ok: false, refusal: 'not-found' })
    expect(await page.join(other.roomId)).toMatchObject({ ok: true })
  })

  test('somebody shut out of the activity, or moved to another table, is put out at once', async () => {
    const of = await givenClass({ roomCount: 2 })
    const [out, moved] = [await givenStudent(of, 'Mei'), await givenStudent(of, 'Amara')]
    const pages = [await givenPage(now(), out.cookie, out.roomId), await givenPage(now(), moved.cookie, moved.roomId)]
    await database().user.update({
      where: { id: out.userId },
      data: { kind: 'account', email: 'mei@college.example', passwordHash: 'x' },
    })
    // The removal comes from the desk of another room.
    const chair = await givenPage(now(), of.chairCookie, moved.roomId)
    accepted(await chair.submit(moved.roomId, { type: 'removePerson', person: out.person }))
    const other = of.roomIds.find((id) => id !== moved.roomId)!
    await moveToRoom(of.activityId, moved.person, other)
    await until(() => expect(pages.map(({ left }) => left)).toEqual([['removed'], ['rejoin']]), 1_000)
    expect(pages.map(({ movedTo }) => movedTo)).toEqual([null, other])
    expect(await pages[0]!.join(out.roomId)).toEqual({ ok: false, refusal: 'not-found' })
    expect(await pages[1]!.join(moved.roomId)).toEqual({ ok: false, refusal: 'not-found' })
  })

  test('whoever sat at a table and asks for it after they were moved is led to the other one', async () => {
    const of = await givenClass({ roomCount: 2 })
    const yuki = await givenStudent(of, 'Yuki')
    const page = await givenPage(now(), yuki.cookie, yuki.roomId)
    accepted(await page.submit(yuki.roomId, { type: 'takeSeat', seat: null }))
    const other = of.roomIds.find((id) => id !== yuki.roomId)!
    await moveToRoom(of.activityId, yuki.person, other)
    const late = await new Page(now().address, yuki.cookie).connect()
    expect(await late.join(yuki.roomId)).toEqual({ ok: false, refusal: 'try-again' })
    await until(() => expect([late.left, late.movedTo]).toEqual([['rejoin'], other]), 1_000)
  })
})

test('whoever is in a seminar that is deleted is told that, and not that they were removed; put back, it opens again', async () => {
  const of = await givenClass()
  const { courseId } = await database().activity.findUniqueOrThrow({ where: { id: of.activityId } })
  const sits = await givenSeated(now(), of, 'Mei', 'us.state')
  const chair = await givenPage(now(), of.chairCookie, of.roomId)
  const stranger = await new Page(now().address, (await givenStudent(await givenClass(), 'Amara')).cookie).connect()
  for (const [remove, restore] of [
    [() => deleteActivity(of.activityId), () => restoreActivity(of.activityId)],
    [() => deleteCourse(courseId), () => restoreCourse(courseId)],
  ] as const) {
    const before = sits.left.length
    await remove()
    await until(() => expect([...sits.left, ...chair.left].slice(before * 2)).toEqual(['rejoin', 'rejoin']), 1_000)
    for (const page of [sits, chair]) expect(await page.join(of.roomId)).toEqual({ ok: false, refusal: 'taken-away' })
    expect(await stranger.join(of.roomId)).toEqual({ ok: false, refusal: 'not-found' })
    await restore()
    await until(async () =>
      expect(await sits.join(of.roomId)).toMatchObject({ ok: true, viewer: { seat: 'us.state' } }),
    )
    expect(Object.values(sits.roll)).toContain('Mei')
    expect(await chair.join(of.roomId)).toMatchObject({ ok: true })
  }
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
    await createJoinRequest({ code: of.code, name: 'Tomás the stranger' })
    await until(() => expect(chair.knocks).toMatchObject([{ name: 'Tomás the stranger', claims: null }]))
    expect(mei.bytes).not.toContain('stranger')
    await createJoinRequest({ code: of.code, name: 'Mei' })
    await until(() => expect(mei.knocks).toMatchObject([{ name: 'Mei', claims: mei.person }]))
    expect(chair.knocks).toHaveLength(2)
  })

  test('nobody who comes in while the door is being read is sent out again', async () => {
    const of = await givenClass()
    const mei = await givenPage(now(), (await givenStudent(of, 'Mei')).cookie, of.roomId)
    await until(() => expect(Object.values(mei.roll)).toEqual(['Mei']))
    const holder = new pg.Client({ connectionString: house.url() })
    await holder.connect()
    await holder.query('BEGIN')
    await holder.query('LOCK TABLE door_request IN ACCESS EXCLUSIVE MODE')
    await givenStudent(of, 'Amara')
    // The reading that her coming leads to knows who takes part, and waits here for who knocks.
    await waitsForLock(holder)
    const yuki = await givenPage(now(), (await givenStudent(of, 'Yuki')).cookie, of.roomId)
    await holder.query('COMMIT')
    await holder.end()
    for (const page of [mei, yuki])
      await until(() => expect(Object.values(page.roll).toSorted()).toEqual(['Amara', 'Mei', 'Yuki']))
    expect(yuki.left).toEqual([])
  })

  test('a table is sent the names of those who are or were at it, a chair everybody’s, and each only what is new to it', async () => {
    const of = await givenClass({ roomCount: 2 })
    const [mei, amara] = [await givenStudent(of, 'Mei'), await givenStudent(of, 'Amara')]
    const [table, other] = [mei.roomId, amara.roomId]
    expect(table).not.toBe(other)
    const page = await givenPage(now(), mei.cookie, table)
    const otherPage = await givenPage(now(), amara.cookie, other)
    const chair = await givenPage(now(), of.chairCookie, table)
    expect(page.roll).toEqual({ [mei.person]: 'Mei' })
    expect(chair.roll).toEqual({ [mei.person]: 'Mei', [amara.person]: 'Amara' })
    accepted(await page.submit(table, { type: 'takeSeat', seat: seat('us.state') }))
    await page.join(table)
    accepted(await page.submit(table, { type: 'callForHelp', text: 'Which table is this?' }))

    // Somebody new in the other room is sent to that room and to the chair, and to nobody here.
    const told = page.bytes.length
    const newcomers = [await givenStudent(of, 'Yuki'), await givenStudent(of, 'Tomas')]
    const there = newcomers.find(({ roomId }) => roomId === other)!
    await until(() => expect(Object.keys(otherPage.roll)).toEqual([amara.person, there.person]))
    await until(() => expect(Object.keys(chair.roll)).toHaveLength(4))
    expect(page.bytes.slice(told)).not.toContain(there.person)

    // Somebody who moved to another room is still named where they spoke.
    await moveToRoom(of.activityId, mei.person, other)
    await until(() => expect(page.left).toEqual(['rejoin', 'rejoin']))
    const stage = await givenPage(now(), of.chairCookie, table, 'stage')
    expect(stage.roll).toMatchObject({ [mei.person]: 'Mei' })
    expect(stage.roll).not.toHaveProperty(amara.person)
    await until(() => expect(otherPage.roll).toMatchObject({ [mei.person]: 'Mei' }))
  })

  test('who comes in and has no table yet is news to the chair', async () => {
    const of = await givenClass({ roomCount: 2, seating: 'place' })
    const chair = await givenPage(now(), of.chairCookie, of.roomId)
    const answer = await joinByCode({ code: of.code, name: 'Mei', userAgent: 'test', visitor: null })
    expect(answer).toMatchObject({ ok: true, roomId: null })
    await until(() => expect(Object.values(chair.roll)).toEqual(['Mei']))
  })

  test('a page that joins again without having left is still told who comes in', async () => {
    const of = await givenClass()
    const chair = await givenPage(now(), of.chairCookie, of.roomId)
    expect(await chair.join(of.roomId, 'self', chair.last)).toMatchObject({ ok: true })
    const mei = await givenStudent(of, 'Mei')
    await until(() => expect(chair.roll).toEqual({ [mei.person]: 'Mei' }))
  })
})
