/**
 * Taking words off, putting them back, and reading what was taken off, for staff on pages that have no line to the room: the transcript, also
 * of a room that is closed or a record that was brought. The rules judge each as they would at the desk.
 */
import { z } from 'zod'
import { audit } from '#server/base/audit'
import { takenOffIn } from '#simulation/engine/masked-log'
import { type RoomId, roomId } from '#simulation/kernel/ids'
import { isStorable } from '#simulation/kernel/storable'
import { taken } from '#simulation/kernel/typed-words'
import type { RoomCommand } from '#simulation/shapes/room-command'
import { commands, wordsPlace } from '#simulation/shapes/strikes'
import type { Rejection } from '#simulation/shapes/verdict'
import { database } from '../../base/database'
import { accessRoom, may, type Requester } from '../access/access'
import { rowId } from '../access/row-id'
import { type ChairAnswer, commandAsChair } from '../activities/chair-commands'
import { readRoom } from '../log/room-reading'
import { auditStrike } from './strike-audit'

export type StrikeAnswer = { ok: true } | { ok: false; rejection: Rejection | 'not-found' | 'malformed' }

const [strikeWords, putWordsBack, changeStrikeReason, , answerReport] = commands
const Strike = z.strictObject({
  roomId: rowId,
  command: z.discriminatedUnion('type', [strikeWords, putWordsBack, changeStrikeReason, answerReport]),
})
const StruckReading = z.strictObject({ roomId: rowId, entry: wordsPlace })

/** `not-found` for a room that this person does not steer, as for one that does not exist. */
export async function strikeAs(user: Requester, input: unknown): Promise<StrikeAnswer> {
  const read = Strike.safeParse(taken(Strike.safeParse(input).data))
  if (!read.success || !isStorable(read.data.command)) return { ok: false, rejection: 'malformed' }
  const { command, roomId: room } = read.data
  const answer = await asChair(user, room, command)
  if (answer === null) return { ok: false, rejection: 'not-found' }
  if (answer.ok) auditStrike(command, user.id, room)
  return answer
}

/** The words that were taken off an entry, in their order. That they were read is noted first: without the note nobody has them (K4). */
export async function readStruckWordsAs(
  user: Requester,
  input: unknown,
): Promise<{ ok: true; words: readonly string[] } | { ok: false }> {
  const read = StruckReading.safeParse(input)
  if (!read.success) return { ok: false }
  const { entry, roomId: room } = read.data
  const noted = await asChair(user, room, { type: 'readStruckWords', entry })
  if (!noted?.ok) return { ok: false }
  audit({ what: 'struck-words-read', by: user.id, to: entry, in: room })
  const { log } = await readRoom(room)
  return { ok: true, words: takenOffIn(log, entry) }
}

/** Null for somebody who does not steer the room. */
async function asChair(user: Requester, room: string, command: RoomCommand): Promise<ChairAnswer | null> {
  const access = await accessRoom(user, room)
  if (!access || !may(access.as, 'steer-room')) return null
  const id: RoomId = roomId.parse(access.room.id)
  return database().$transaction((on) => commandAsChair(on, { room: id, chairId: user.id, source: 'page', command }))
}
