/** Dates moved in all rooms of a debate at once: each room has the whole change or none of it, and one that refuses keeps no other from it. */
import { expect, onTestFinished, test } from 'vitest'
import { moveAlong } from '#server/store/activities/deadlines'
import { chairActor } from '#simulation/kernel/ids'
import { dueAt } from '#simulation/questions/homework'
import { commandFor, datesFrom } from '#simulation/reading/homework/date-moves'
import type { RoomState } from '#simulation/state/room-state'
import { useFreshDatabase } from '../../support/machines/database'
import { newId } from '../live/given/given-page'
import { givenRooms } from '../live/given/given-room'
import { BEFORE, givenHomework, names, ZONE } from './given-homework'

const fresh = useFreshDatabase()
const ROOMS = 23

test('H15 23 rooms move their dates at once, and one whose record is closed alone stays as it was', async () => {
  const { rooms: ids, instructor } = await givenHomework(names(6 * ROOMS), { roomCount: ROOMS })
  const { rooms } = givenRooms(fresh.url(), BEFORE)
  onTestFinished(() => rooms.close())
  await rooms.wake(() => true)
  const live = ids.map((id) => {
    const { room } = rooms.find(id) ?? {}
    if (!room?.state) throw new Error('A room was not taken up.')
    return { room, before: room.state }
  })
  const chair = chairActor(instructor.id)
  const [closed] = live.slice(6)
  await closed?.room.ask(chair, newId(), { type: 'closeRoom' })

  const openings = live[0]?.before.plan.phases.findIndex(({ kind }) => kind === 'openings') ?? 0
  const due = (state: RoomState, index: number) => dueAt(state, index) ?? 0
  const acks = await Promise.all(
    live.map(({ room, before }) => {
      const move = moveAlong(ZONE, due(before, openings), '2037-12-09T21:00')
      const along = datesFrom(before, openings).map(({ phase, opensAt, dueAt: at }) => ({
        ...{ phase, opensAt: opensAt === null ? null : move(opensAt), dueAt: move(at) },
      }))
      return room.ask(chair, newId(), commandFor('following', openings, move(due(before, openings)), along))
    }),
  )
  expect(acks.flatMap((ack, index) => (ack.ok ? [] : [{ index, why: ack.rejection }]))).toEqual([
    { index: 6, why: 'room-closed' },
  ])
  for (const { room, before } of live) {
    const after = room.state ?? before
    expect(room.rows.filter(({ event }) => event.type === 'DatesMoved')).toHaveLength(room === closed?.room ? 0 : 1)
    for (const index of before.plan.phases.keys()) {
      const moved = due(after, index) - due(before, index)
      const asked = room === closed?.room || index < openings ? 0 : due(after, openings) - due(before, openings)
      expect(moved, `part ${index}`).toBe(asked)
    }
    if (room !== closed?.room) expect(due(after, openings)).toBe(Date.parse('2037-12-09T21:00+09:00'))
  }
})
