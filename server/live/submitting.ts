/** Reads what a page submits, to one room or to several, and says whether it may be taken now. */

import type * as z from 'zod/mini'
import { compiled } from '#server/base/compiled'
import type { ActorId, CommandId } from '#simulation/kernel/ids'
import { isStorable } from '#simulation/kernel/storable'
import { taken } from '#simulation/kernel/typed-words'
import type { Viewer } from '#simulation/kernel/viewer'
import { isHeardBy } from '#simulation/secrecy/visible-row'
import type { ClientCommand } from '#simulation/shapes/room-command'
import { type Ack, type Submission, submission, type WIRE_REFUSALS } from '#simulation/wire/protocol'
import { type Act, act } from '#simulation/wire/watching'
import type { Connection } from './connection'
import type { LiveRoom } from './live-room'
import type { Room } from './room'
import { isMomentary } from './saving/pending-command'
import type { Throttles } from './saving/throttle'

const SUBMISSION = compiled(submission)
const ACT = compiled(act)

type GivenCommand = { commandId: CommandId; command: ClientCommand }

/**
 * Whether the database can store it, and its id is a page's own. The clock's and the understudies' ids can be guessed and contain a colon: a
 * page that used one first would have the server's own command taken for a repetition, and the phase would not end.
 */
const isAcceptable = ({ commandId, command }: GivenCommand): boolean => !commandId.includes(':') && isStorable(command)

/** A message of this shape, its texts as they are taken; undefined where it is none. Checked again where that changed it: nothing may be left of a text. */
function parsed<Shape extends z.ZodMiniType>(shape: Shape, asked: unknown): z.output<Shape> | undefined {
  const read = shape.safeParse(asked).data
  const clean = taken(read)
  return clean === read ? read : shape.safeParse(clean).data
}

/** The submission, or null when the message is none. */
export function readSubmission(asked: unknown): Submission | null {
  const read = parsed(SUBMISSION, asked)
  return read && isAcceptable(read) ? read : null
}

/** The act, or null when the message is none. */
export function readAct(asked: unknown): Act | null {
  const read = parsed(ACT, asked)
  return read?.to.every(({ commandId }) => isAcceptable({ commandId, command: read.command })) ? read : null
}

/** The command and who submits it. The actor is the one who joined on this connection, never one that the message names. */
export function submissionOf(
  { signIn, submits, identity, subscription }: Connection,
  asked: unknown,
  { people, isClosing }: { people: Throttles; isClosing: boolean },
): { submission: Submission; live: LiveRoom; actor: ActorId; viewer: Viewer } | (typeof WIRE_REFUSALS)[number] {
  if (!signIn.isAlive) return 'signed-out'
  if (!submits.take() || !people.take(identity.user.id)) return 'slow-down'
  const read = readSubmission(asked)
  if (!read) return 'malformed'
  const member = subscription?.member
  if (member?.live.room.id !== read.roomId || member.viewer.kind === 'stage') return 'not-joined'
  if (isClosing) return 'try-again'
  const { live, actor, viewer } = member
  return isTooLate(live.room, read) ? 'cannot-save' : { submission: read, live, actor, viewer }
}

/**
 * Whether it would be done minutes later, when nobody expects it any more: the room cannot save now. What is kept on the page waits here;
 * and what the room knows already is answered as it turns out, or a page would be told that what was saved was not done.
 */
export const isTooLate = (room: Room, given: GivenCommand): boolean =>
  room.saving.since !== null && isMomentary(given) && !room.knows(given.commandId)

/**
 * The answer as the sender is told it: with the number of the command's last row that they hear, which comes to their page; 0 where they hear
 * none of its rows, for which the page would else wait (R6).
 */
export function ackFor({ rows, state }: Room, viewer: Viewer, ack: Ack): Ack {
  if (!ack.ok) return ack
  const command = rows[ack.seq - 1]?.commandId
  const unsealed = state !== null && state.unsealedAt !== null
  const heard = rows.findLast(
    (row) => row.seq <= ack.seq && row.commandId === command && isHeardBy(row, viewer, unsealed),
  )
  return { ok: true, seq: heard?.seq ?? 0 }
}
