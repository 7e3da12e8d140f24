/** Join requests: who has to ask, who may answer, and which seat an admitted person gets. */
import { expect, test, vi } from 'vitest'
import { readParticipants } from '#server/store/activities/participants'
import { joinByCode } from '#server/store/door/door'
import {
  answerJoinRequest,
  createJoinRequest,
  enterAsAdmitted,
  readJoinRequest,
  readWaiting,
  withdrawJoinRequest,
} from '#server/store/door/join-requests'
import { readSession } from '#server/store/people/sessions'
import { useFreshDatabase } from '../../../support/machines/database'
import { givenAccount, givenActivity, listen } from '../given-store'
import { removes } from '../roster/given-removal'
import { join, mustJoin } from './given-door'

useFreshDatabase()

test('asking at a door that does not exist looks just like asking at one that does', async () => {
  const { code, activityId } = await givenActivity({ doorOpen: false })
  const real = await createJoinRequest({ code, name: 'Diego Paredes' })
  const none = await createJoinRequest({ code: 'K7M-4QX', name: 'Diego Paredes' })
  if (real.kind !== 'asked' || none.kind !== 'asked') throw new Error('bad name')
  expect(none.secret).toHaveLength(real.secret.length)
  expect(await readJoinRequest(real.secret)).toBe('waiting')
  expect(await readJoinRequest(none.secret)).toBe('waiting')
  expect(await readWaiting(activityId)).toHaveLength(1)
})

test('somebody who asked late is let in once the desk says so, and enters once', async () => {
  const { code, activityId, instructor, roomIds } = await givenActivity({ doorOpen: false })
  const asked = await createJoinRequest({ code, name: 'Élise Moreau' })
  if (asked.kind !== 'asked') throw new Error(asked.kind)
  expect(await enterAsAdmitted(asked.secret, 'phone')).toBeNull()
  const [request] = await readWaiting(activityId)
  expect(request).toMatchObject({ name: 'Élise Moreau', claims: null })
  expect(await answerJoinRequest({ requestId: request?.id ?? '', by: instructor, admit: true })).toBe('answered')
  expect(await readJoinRequest(asked.secret)).toBe('admitted')
  const entered = await enterAsAdmitted(asked.secret, 'phone')
  expect(entered?.roomId).toBe(roomIds[0])
  expect(await readSession(entered?.sessionId ?? '')).toMatchObject({ name: 'Élise Moreau', kind: 'guest' })
  expect(await enterAsAdmitted(asked.secret, 'phone')).toBeNull()
})

test('the id that staff see is not the secret that enters', async () => {
  const { code, activityId, instructor } = await givenActivity({ doorOpen: false })
  await createJoinRequest({ code, name: 'Minh Tran' })
  const [request] = await readWaiting(activityId)
  await answerJoinRequest({ requestId: request?.id ?? '', by: instructor, admit: true })
  expect(await enterAsAdmitted(request?.id ?? '', 'laptop')).toBeNull()
})

test('a refused request stays outside, and one that was withdrawn cannot be answered', async () => {
  const { code, activityId, instructor } = await givenActivity({ doorOpen: false })
  const first = await createJoinRequest({ code, name: 'One' })
  const second = await createJoinRequest({ code, name: 'Two' })
  if (first.kind !== 'asked' || second.kind !== 'asked') throw new Error('bad name')
  const waiting = await readWaiting(activityId)
  const idOf = (name: string) => waiting.find((request) => request.name === name)?.id ?? ''
  await answerJoinRequest({ requestId: idOf('One'), by: instructor, admit: false })
  expect(await readJoinRequest(first.secret)).toBe('refused')
  expect(await enterAsAdmitted(first.secret, 'phone')).toBeNull()
  await withdrawJoinRequest(second.secret)
  expect(await answerJoinRequest({ requestId: idOf('Two'), by: instructor, admit: true })).toBe('not-found')
  expect(await readWaiting(activityId)).toEqual([])
})

test('only staff of the course, or the holder of the seat that is claimed, may answer', async () => {
  const { code, activityId, instructor } = await givenActivity({})
  const holder = await mustJoin(code, 'Mei Castellano')
  const other = await mustJoin(code, 'Jonas Weber')
  const stranger = await givenAccount('Another Instructor')
  await createJoinRequest({ code, name: 'Mei Castellano' })
  const [claim] = await readWaiting(activityId)
  expect(claim?.claims).toBe(holder.participantId)
  const by = (id: string) => ({ id, isAdmin: false })
  const requestId = claim?.id ?? ''
  expect(await answerJoinRequest({ requestId, by: stranger, admit: true })).toBe('not-found')
  expect(await answerJoinRequest({ requestId, by: by(other.userId), admit: true })).toBe('not-found')
  expect(await answerJoinRequest({ requestId, by: by(holder.userId), admit: false })).toBe('answered')
  await createJoinRequest({ code, name: 'Mei Castellano' })
  const [again] = await readWaiting(activityId)
  expect(await answerJoinRequest({ requestId: again?.id ?? '', by: instructor, admit: true })).toBe('answered')
})

test('an admitted claim moves the seat to the new device and ends the old one at once', async () => {
  const { code, activityId, instructor, roomIds } = await givenActivity({})
  const old = await mustJoin(code, 'Mei Castellano')
  const revoked = await listen('session_revoked')
  const asked = await createJoinRequest({ code, name: 'mei castellano' })
  if (asked.kind !== 'asked') throw new Error(asked.kind)
  const [claim] = await readWaiting(activityId)
  await answerJoinRequest({ requestId: claim?.id ?? '', by: instructor, admit: true })
  const entered = await enterAsAdmitted(asked.secret, 'new phone')
  expect(entered?.roomId).toBe(roomIds[0])
  expect(await readSession(old.sessionId ?? '')).toBeNull()
  await vi.waitFor(() => expect(revoked.heard).toContain(old.sessionId))
  await revoked.stop()
  const [participant] = await readParticipants(activityId)
  expect(participant).toMatchObject({ id: old.participantId, userId: entered?.userId })
})

test('a claim on the seat of an account gives a guest the seat and never the account', async () => {
  const { code, activityId, instructor } = await givenActivity({})
  const account = await givenAccount('Priya Raman')
  await joinByCode({ code, name: 'Priya Raman', userAgent: 'laptop', visitor: account })
  const asked = await createJoinRequest({ code, name: 'Priya Raman' })
  if (asked.kind !== 'asked') throw new Error(asked.kind)
  const [claim] = await readWaiting(activityId)
  await answerJoinRequest({ requestId: claim?.id ?? '', by: instructor, admit: true })
  const entered = await enterAsAdmitted(asked.secret, 'phone')
  const person = await readSession(entered?.sessionId ?? '')
  expect(person?.id).not.toBe(account.id)
  expect(person).toMatchObject({ kind: 'guest', email: null })
})

test('a removed guest is signed out and must ask, and is let back to the same place', async () => {
  const { code, activityId, instructor, roomIds } = await givenActivity({})
  const guest = await mustJoin(code, 'Callum Reid')
  const [heard, changed] = [await listen('participant_removed'), await listen('part_changed')]
  await removes(roomIds[0] ?? '', instructor.id, guest.participantId)
  expect(await readSession(guest.sessionId ?? '')).toBeNull()
  await vi.waitFor(() => expect(heard.heard).toContain(guest.participantId))
  await vi.waitFor(() => expect(changed.heard).toContain(guest.userId))
  await Promise.all([heard.stop(), changed.stop()])
  expect(await join(code, 'Callum Reid')).toEqual({ ok: false, refusal: 'name-taken' })
  // A device that signed out is still known, so whoever uses it has to ask, under any name.
  const again = { code, name: 'Somebody Else', userAgent: 'phone', visitor: null, signIn: guest.sessionId }
  expect(await joinByCode(again)).toEqual({ ok: false, refusal: 'asks-first' })
  const asked = await createJoinRequest({ code, name: 'Callum Reid' })
  if (asked.kind !== 'asked') throw new Error(asked.kind)
  const [claim] = await readWaiting(activityId)
  await answerJoinRequest({ requestId: claim?.id ?? '', by: instructor, admit: true })
  expect(await enterAsAdmitted(asked.secret, 'phone')).not.toBeNull()
  expect((await readParticipants(activityId))[0]).toMatchObject({ id: guest.participantId, removedAt: null })
})

test('the device of a removed guest comes in again by the desk’s nod alone, whoever it says it is', async () => {
  const { code, activityId, instructor, roomIds } = await givenActivity({})
  const comes = (name: string, deviceHash: string) =>
    joinByCode({ code, name, userAgent: 'phone', visitor: null, deviceHash })
  const guest = await comes('Callum Reid', 'device one')
  if (!guest.ok) throw new Error(guest.refusal)
  await removes(roomIds[0] ?? '', instructor.id, guest.participantId)
  // Its cookies of the sign-in are gone; the device is the same.
  expect(await comes('Somebody Else', 'device one')).toEqual({ ok: false, refusal: 'asks-first' })
  expect(await comes('Mei', 'device two')).toMatchObject({ ok: true })
  const asked = await createJoinRequest({ code, name: 'Somebody Else', device: 'device one' })
  if (asked.kind !== 'asked') throw new Error(asked.kind)
  const [request] = await readWaiting(activityId)
  await answerJoinRequest({ requestId: request?.id ?? '', by: instructor, admit: true })
  expect(await enterAsAdmitted(asked.secret, 'phone')).not.toBeNull()
  expect(await comes('A third name', 'device one')).toMatchObject({ ok: true })
})

test('nobody comes in or asks under the title of somebody who runs the room', async () => {
  const { code, activityId } = await givenActivity({})
  expect(await join(code, 'Own Er (Instructor)')).toEqual({ ok: false, refusal: 'title' })
  expect(await createJoinRequest({ code, name: 'The Chair' })).toEqual({ kind: 'title' })
  expect(await readWaiting(activityId)).toEqual([])
  // A code that does not exist is answered as before, so that the answer tells nothing.
  expect(await join('QQQQQQ', 'Own Er (Instructor)')).toEqual({ ok: false, refusal: 'code-not-open' })
})
