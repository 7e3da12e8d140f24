/**
 * Has a record drawn in a thread, for a reader whose access was checked just before: `ToldRoom` holds only what they may read. Nothing of
 * it is drawn on the event loop, which serves all classes, because how long a record is its writers choose.
 */
import { createHash, createHmac } from 'node:crypto'
import { signingSecret } from '#server/base/environment'
import { inPieces } from '#server/base/program-thread'
import { type Drawing, drawInThread } from '#server/jobs/drawing-queue'
import type { DrawingOrder, ToDrawing } from '#simulation/reading/positions/drawing'
import type { PickedEntries } from '#simulation/wire/picked-entries'
import type { OpenedLink } from '../store/records/record-links'
import type { ToldRoom } from '../store/rooms/room-for-reader'

type DrawingRequest = Pick<DrawingOrder, 'format' | 'forWhom' | 'asked' | 'locale' | 'picked'> & {
  threads?: DrawingOrder['threads']
  names?: readonly string[]
  /** The id of the account that asks. */
  by: string
  /** Aborted when whoever asks has left. */
  gone?: AbortSignal
}

/** For orders that no search and no mark decides. */
export const NOTHING_PICKED: PickedEntries = {
  found: null,
  evidence: new Set(),
  marks: null,
  empty: false,
  common: [],
  behind: 0,
}

export function drawRecord(
  reading: ToldRoom,
  { by, gone, threads = [], names = [], ...asked }: DrawingRequest,
): Promise<Drawing> {
  const { room, activity, course, viewer, displayNames, told, complete } = reading
  const order: DrawingOrder = {
    ...asked,
    threads,
    names,
    room: { id: room.id, name: room.name, ordinal: room.ordinal },
    activity: {
      title: activity.title,
      kind: activity.kind,
      scenarioKey: activity.scenarioKey,
      agendaKey: activity.agendaKey,
    },
    course: { title: course.title, timeZone: course.timeZone },
    viewer,
    displayNames,
    numbersKey: createHmac('sha256', signingSecret()).update(`publication|${room.id}`).digest('base64url'),
  }
  // A chair's file holds the words that were taken off as well, so that it comes back with the strike in force.
  const drawn = asked.format === 'json' ? (complete ?? told) : told
  const task: readonly ToDrawing[] = [...inPieces(drawn), { order }]
  return drawInThread({ key: keyOf(reading, order, by), person: by, task, gone })
}

/**
 * Who reads what, by which rows: their last number, how often saved rows were changed, and all that goes along with them, among it the
 * reader and what they hear.
 */
function keyOf({ told, rewritten }: ToldRoom, order: DrawingOrder, by: string): string | null {
  if (rewritten === null) return null
  const { found, evidence, ...picked } = order.picked
  const sets = [found && [...found], [...evidence]]
  const decides = JSON.stringify([by, told.at(-1)?.seq, rewritten, { ...order, picked }, sets])
  return createHash('sha256').update(decides).digest('base64')
}

/** The record behind an open link, for the one reader that the link has. All who read it at once share one drawing. */
export const drawLinked = (
  { id, reader, reading }: Extract<OpenedLink, { is: 'open' }>,
  { format, locale }: { format: 'page' | 'entries'; locale: string },
): Promise<Drawing> =>
  drawRecord(reading, { format, forWhom: reader, asked: {}, locale, picked: NOTHING_PICKED, by: `link ${id}` })
