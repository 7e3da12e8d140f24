/** What students of a homework debate are told: written with it, changed later, ticked by each once, and asked anew with another line on AI. */
import { expect, test } from 'vitest'
import { readParticipants } from '#server/store/activities/participants'
import { readSettings } from '#server/store/activities/settings'
import {
  instructionsIn,
  markInstructionsRead,
  readOwnInstructions,
  saveInstructions,
} from '#server/store/homework/instructions'
import { readPublishedDebate } from '#server/store/homework/repeating-debate'
import { useFreshDatabase } from '../../support/machines/database'
import { givenHomework, names } from './given-homework'

useFreshDatabase()

test('each student reads them until they tick, for themselves alone; another line on AI is ticked again, another sentence is not', async () => {
  const written = { instructions: 'Read chapter 3 first.\n\nCite it.', aiUse: 'For your language only.' }
  const { activityId } = await givenHomework(names(6), written)
  const [one, two] = await readParticipants(activityId)
  if (!one || !two) throw new Error('Nobody takes part.')
  expect(await readOwnInstructions(one.id)).toEqual({ ...written, isRead: false })
  await markInstructionsRead(activityId, one.userId)
  expect(await readOwnInstructions(one.id)).toEqual({ ...written, isRead: true })
  expect(await readOwnInstructions(two.id)).toEqual({ ...written, isRead: false })
  const ticked = async () => (await readParticipants(activityId)).filter(({ instructedAt }) => instructedAt !== null)
  const [first] = await ticked()
  await markInstructionsRead(activityId, one.userId)
  expect(await ticked()).toEqual([first])

  await saveInstructions(activityId, { ...written, instructions: 'Read chapter 4 first.' })
  expect(await readOwnInstructions(one.id)).toMatchObject({ instructions: 'Read chapter 4 first.', isRead: true })
  await saveInstructions(activityId, { instructions: '', aiUse: 'Not at all.' })
  expect(await readOwnInstructions(one.id)).toEqual({ instructions: '', aiUse: 'Not at all.', isRead: false })
  expect(await readPublishedDebate(activityId)).toMatchObject({ instructions: '', aiUse: 'Not at all.' })

  await saveInstructions(activityId, { instructions: '', aiUse: '' })
  expect(await readOwnInstructions(one.id)).toBeNull()
  expect(instructionsIn(await readSettings(activityId))).toBeNull()
})
