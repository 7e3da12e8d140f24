/** What was typed and not sent is handed in before a homework phase ends, by the clock or by the chair (rule H14). */
import { expect, onTestFinished, test, vi } from 'vitest'
import { submitInTurn } from '#server/live/before-submit'
import { readParticipants } from '#server/store/activities/participants'
import { saveDraft } from '#server/store/homework/drafts'
import { nextDue } from '#simulation/engine/timers'
import { chairActor, type PersonId, participantActor, personId, type RoomId } from '#simulation/kernel/ids'
import type { RoomEvent } from '#simulation/shapes/room-event'
import { seatHeldBy } from '#simulation/state/room-state'
import { useFreshDatabase } from '../../support/machines/database'
import { patience } from '../../support/patience'
import { newId } from '../live/given/given-page'
import { givenRooms } from '../live/given/given-room'
import { BEFORE, givenHomework, names } from './given-homework'

const fresh = useFreshDatabase()
const at = (wall: string): number => Date.parse(`${wall}+09:00`)
const words = (text: string) => JSON.stringify({ text, intent: null, answers: null, anchors: [] })

/** A server that has the room open, with a clock of its own. */
async function givenServer(id: RoomId, now: number) {
  const { rooms, time } = givenRooms(fresh.url(), now)
  onTestFinished(() => rooms.close())
  const live = await rooms.open(id)
  if (!live) throw new Error('The room has no log.')
  const { room } = live
  // What was typed is read before a phase ends, and no saving tells when that is done: by then a timer or nothing is due.
  const isDone = () => time.nextIn() <= 0 || nextDue(room.state!, time.now())!.at > time.now()
  const settled = async () => {
    await vi.waitFor(() => expect(isDone()).toBe(true), { timeout: patience(10_000), interval: 5 })
    await room.settled()
  }
  return { live, room, time, moveTo: (wall: string) => time.moveTo(at(wall), settled) }
}

async function givenWeek() {
  const made = await givenHomework(names(6), { handInDrafts: true })
  const people = (await readParticipants(made.activityId)).map(({ id }) => personId.parse(id))
  return { ...made, people, id: made.rooms[0]!, first: await givenServer(made.rooms[0]!, BEFORE) }
}

test('H14 at a deadline every server hands in what was left, once, and the phase ends after it', async () => {
  const { first, people, id } = await givenWeek()
  await first.moveTo('2037-12-02T10:00')
  const { room } = first
  const phase = room.state!.agenda.index
  const left = (person: PersonId, text: string) =>
    saveDraft(person, { key: `post/${phase}/framing`, text: words(text), over: null })
  const writers = people.slice(0, 3)
  for (const person of writers) await left(person, `Of ${person}.`)
  await left(people[3]!, '  ')
  const second = await givenServer(id, first.time.now())
  await Promise.all([first, second].map(({ time }) => time.moveTo(at('2037-12-02T20:00'), async () => undefined)))
  const of = (type: RoomEvent['type']) => room.rows.filter(({ event }) => event.type === type)
  const isOver = ({ room: { state } }: typeof first) => state?.agenda.status === 'between'
  await vi.waitFor(() => expect([first, second].every(isOver)).toBe(true), { timeout: patience(10_000) })
  // Two servers hand in at once, so in which order these come nobody promises.
  const handed = of('PostSealed').flatMap(({ event }) => (event.type === 'PostSealed' ? event : []))
  expect(handed.map(({ text }) => text).toSorted()).toEqual(writers.map((person) => `Of ${person}.`).toSorted())
  for (const post of handed) expect(post).toMatchObject({ handedIn: true, late: false })
  expect(of('PhaseEnded').filter(({ event }) => event.type === 'PhaseEnded' && event.index === phase)).toHaveLength(1)
  expect(of('PostSealed').at(-1)!.seq).toBeLessThan(of('PhaseEnded').at(-1)!.seq)
})

test('H14 a chair who ends a phase hands in what was left, and a student who tries to hands in nothing', async () => {
  const { first, people, instructor } = await givenWeek()
  const { live, room } = first
  await first.moveTo('2037-12-01T10:00')
  const index = room.state!.agenda.index
  const member = people.find((person) => seatHeldBy(room.state!, person)?.head === false)!
  const kept = { value: 1, text: 'We left this.', redLine: '', anchors: [], guesses: {} }
  await saveDraft(member, { key: 'position/framing/opening', text: JSON.stringify(kept), over: null })
  const asks = (by: Parameters<typeof submitInTurn>[1]) =>
    new Promise((answer) =>
      submitInTurn(live, by, { commandId: newId(), command: { type: 'endPhase', index } }, answer),
    )
  const drafted = () => room.rows.flatMap(({ event }) => (event.type === 'PositionDrafted' ? [event] : []))
  expect(await asks(participantActor(member))).toMatchObject({ ok: false })
  expect(drafted()).toEqual([])
  expect(await asks(chairActor(instructor.id))).toMatchObject({ ok: true })
  expect(drafted()).toMatchObject([{ handedIn: true, position: { text: 'We left this.' } }])
})
