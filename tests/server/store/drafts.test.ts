/** Drafts on two devices: a device never overwrites what it has not read. */
import { expect, test } from 'vitest'
import { database } from '#server/base/database'
import { addParticipant } from '#server/store/activities/participants'
import { eraseUser } from '#server/store/erasure/erasure'
import { saveDraft } from '#server/store/homework/drafts'
import { useFreshDatabase } from '../../support/machines/database'
import { givenActivity, givenGuest } from './given-store'

useFreshDatabase()

async function givenWriter() {
  const { activityId, roomIds } = await givenActivity({})
  const { person } = await givenGuest('Mei Castellano')
  const id = await addParticipant(database(), {
    activityId,
    roomId: roomIds[0]!,
    userId: person.id,
    name: 'Mei Castellano',
  })
  return { id, person }
}

test('of two devices that write over one version at once, one is saved and the other is told', async () => {
  const { id } = await givenWriter()
  const read = await saveDraft(id, { key: 'post/3/framing', text: 'Read by both.', over: null })
  const over = read.kind === 'saved' ? read.savedAt : null
  const answers = await Promise.all(
    ['A', 'B', 'C', 'D'].map((text) => saveDraft(id, { key: 'post/3/framing', text, over })),
  )
  expect(answers.filter(({ kind }) => kind === 'saved')).toHaveLength(1)
  expect(answers.filter(({ kind }) => kind === 'other')).toHaveLength(3)
})

test('nobody fills the table, and whoever is erased leaves no words there', async () => {
  const { id, person } = await givenWriter()
  await database().draft.createMany({
    data: Array.from({ length: 200 }, (_, n) => ({
      participantId: id,
      key: `post/${n}/framing`,
      text: 'x',
      savedAt: new Date(),
    })),
  })
  expect(await saveDraft(id, { key: 'post/0/framing', text: 'y', over: null })).toMatchObject({ kind: 'other' })
  expect(await saveDraft(id, { key: 'post/200/framing', text: 'y', over: null })).toEqual({ kind: 'full' })
  await eraseUser(person.id)
  expect(await database().draft.count({ where: { participantId: id } })).toBe(0)
})
