/** A post that was written anew is found by its newest words alone, and while it is sealed by nobody but its author and the chair (rule H17). */
import { afterAll, expect, onTestFinished, test } from 'vitest'
import { readParticipants } from '#server/store/activities/participants'
import { closeRoomReading } from '#server/store/log/room-reading'
import { search } from '#server/store/search/search'
import { justRecorded } from '#simulation/engine/masking'
import { chairActor, type PersonId, participantActor, personId } from '#simulation/kernel/ids'
import { viewerOf } from '#simulation/secrecy/hearing'
import { viewFor } from '#simulation/secrecy/visible-row'
import type { ClientCommand } from '#simulation/shapes/room-command'
import { seatHeldBy } from '#simulation/state/room-state'
import { useFreshDatabase } from '../../support/machines/database'
import { newId } from '../live/given/given-page'
import { givenRooms } from '../live/given/given-room'
import { chairIn, index } from '../record/given-index'
import { BEFORE, givenHomework, names } from './given-homework'

const fresh = useFreshDatabase()
afterAll(closeRoomReading)

test('H17 neither a page nor the search gives a sealed version away, and of an opened post the newest is found', async () => {
  const made = await givenHomework(names(6))
  const people = (await readParticipants(made.activityId)).map(({ id }) => personId.parse(id))
  const id = made.rooms[0]!
  const { rooms } = givenRooms(fresh.url(), BEFORE)
  onTestFinished(() => rooms.close())
  const { room } = (await rooms.open(id))!
  const asks = async (by: Parameters<typeof room.ask>[0], command: ClientCommand) =>
    expect(await room.ask(by, newId(), command)).toMatchObject({ ok: true })
  const chair = chairActor(made.instructor.id)
  const author = people[0]!
  const others = people.slice(1)
  const writes = (command: ClientCommand) => asks(participantActor(author), command)
  const finds = async (words: string, viewer: PersonId | null) => {
    await index(fresh.url())
    const scope = chairIn(id)
    const as = viewer === null ? scope : { ...scope, viewer: viewerOf(room.state!, viewer) }
    return (await search(words, [as])).found.map(({ no }) => no)
  }
  const phase = room.state!.plan.phases.findIndex(({ kind }) => kind === 'openings')
  for (let step = 0; step <= phase; step += 1) {
    await asks(chair, { type: 'startPhase', index: step })
    if (step < phase) await asks(chair, { type: 'endPhase', index: step })
  }
  const post = { type: 'postStatement', phase, round: room.state!.plan.rounds[0]!.key, intent: 'point' } as const
  await writes({ ...post, text: 'The turquoise beginning.', answers: null, anchors: [] })
  const sealed = room.state!.posts[0]!.no
  await writes({ type: 'reviseStatement', entry: sealed, text: 'The magenta middle.', anchors: [] })
  expect(await finds('turquoise', author)).toEqual([])
  expect(await finds('magenta', author)).toEqual([sealed])
  expect(await finds('magenta', null)).toEqual([sealed])
  const heard = (person: PersonId) =>
    JSON.stringify(viewFor(justRecorded(room.rows), viewerOf(room.state!, person), false))
  for (const other of others) {
    expect(await finds('magenta', other)).toEqual([])
    expect(heard(other)).not.toMatch(/turquoise|magenta/)
  }

  await writes({ type: 'reviseStatement', entry: sealed, text: 'The vermilion end.', anchors: [] })
  await asks(chair, { type: 'endPhase', index: phase })
  const no = String(room.state!.record.toArray().findIndex(({ event }) => event.type === 'StatementPosted') + 1)
  for (const other of [author, ...others]) expect(await finds('vermilion', other)).toEqual([no])
  for (const other of others) expect(heard(other)).not.toMatch(/turquoise|magenta/)

  await asks(chair, { type: 'startPhase', index: phase + 1 })
  await writes({ ...post, phase: phase + 1, text: 'The ochre answer.', answers: Number(no), anchors: [] })
  const open = String(room.state!.record.length)
  await writes({ type: 'reviseStatement', entry: open, text: 'The cobalt answer.', anchors: [] })
  await writes({ type: 'reviseStatement', entry: open, text: 'The crimson answer.', anchors: [] })
  for (const words of ['ochre', 'cobalt']) expect(await finds(words, others[0]!)).toEqual([])
  expect(await finds('crimson', others[0]!)).toEqual([open])
  await asks(chair, { type: 'strikeWords', entry: open, words: 'all', reason: 'not-fit' })
  for (const words of ['ochre', 'cobalt', 'crimson'])
    for (const reader of [null, author, others[0]!]) expect(await finds(words, reader)).toEqual([])
  expect(JSON.stringify(room.state)).not.toMatch(/ochre|cobalt|crimson/)
  expect(seatHeldBy(room.state!, author)?.delegation).not.toBeNull()
})
