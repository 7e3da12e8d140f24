// What the chair or the agenda sent last: the newest note to this reader, and the newest thing the stage announces. The injects in the order
// in which the desk offers and lists them.

import type { ChairPapers } from '../../agenda/chair-papers'
import { isNote } from '../../questions/injects'
import type { EventOf } from '../../shapes/room-event'
import { plannedNews } from '../../state/chair-plan'
import { type Entry, isSent, phaseNow, type RoomState } from '../../state/room-state'

type EntryOf<Type extends Entry['event']['type']> = Entry & { event: EventOf<Type> }

const isInject = (entry: Entry): entry is EntryOf<'InjectSent'> => entry.event.type === 'InjectSent'

/** The chair's newest note to this reader, whether it went to the room or to their delegation or seat; null before the first. */
export function newestNote({
  record,
  privateEntries,
}: Pick<RoomState, 'record' | 'privateEntries'>): EntryOf<'NudgeSent'> | null {
  const toRoom = record.findLast(isNote)
  const toFew = privateEntries.findLast(isNote)
  if (!toRoom || !toFew) return toRoom ?? toFew ?? null
  return toFew.seq > toRoom.seq ? toFew : toRoom
}

/** The newest inject that was not retracted, or note to the whole room, whichever came later; null before the first. */
export const newestAnnounced = ({ record, retracted }: RoomState): EntryOf<'InjectSent' | 'NudgeSent'> | null =>
  record.findLast(
    (entry): entry is EntryOf<'InjectSent' | 'NudgeSent'> =>
      isNote(entry) || (isInject(entry) && !retracted.includes(entry.event.key)),
  ) ?? null

/** Whether the talks are over: nothing more is sent into them, and the desk offers nothing that would. */
export const isOver = ({ agenda, closedAt }: Pick<RoomState, 'agenda' | 'closedAt'>): boolean =>
  closedAt !== null || agenda.status === 'finished'

type Inject = ChairPapers['injects'][number]

/** The injects that were sent, retracted ones included, oldest first. */
export const sentInjects = ({ record }: Pick<RoomState, 'record'>): readonly EntryOf<'InjectSent'>[] =>
  record.toArray().filter(isInject)

/**
 * All injects of the chair's papers in the order of their numbers at the desk: planned ones, those of the current round, the rest. Sent ones
 * stay in it: if they left it, every send, the agenda's too, would give the chair's digits to other news.
 */
export function numberedInjects(state: RoomState): readonly Inject[] {
  const planned = plannedNews(state).map(({ key }) => key)
  const round = phaseNow(state)?.round
  const rank = ({ key, tensions }: Inject) => {
    const place = planned.indexOf(key)
    if (place >= 0) return place
    return round && tensions.includes(round) ? planned.length : planned.length + 1
  }
  return (state.papers?.injects ?? []).toSorted((a, b) => rank(a) - rank(b))
}

/** The injects that can still be sent, each with its number from 1; none once the talks are over. */
export function unsentInjects(state: RoomState): readonly { number: number; inject: Inject }[] {
  if (isOver(state)) return []
  return numberedInjects(state)
    .map((inject, place) => ({ number: place + 1, inject }))
    .filter(({ inject }) => !isSent(state, inject.key))
}
