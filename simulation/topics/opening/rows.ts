// What opening a room and its papers are to the fold, the record and the replay check.
// It must not know when briefs reach their seats: that is seats/briefing.ts.
import type { CommandOf } from '../../kernel/room-command'
import type { EventOf, RoomEvent } from '../../kernel/room-event'
import { refuse } from '../../kernel/verdict'
import { addBrief } from '../seats/briefing'
import type { CommandRows, EventRows, TypeIn } from '../topic'
import { SILENT } from '../topic'
import type { openingEvents, openingServerCommands } from './schemas'

export const openingCommandRows: CommandRows<TypeIn<typeof openingServerCommands>> = {
  // A room is opened once: this one is.
  openRoom: { decide: () => refuse('room-not-open'), inOutbox: false },
}

export const openingEventRows: EventRows<TypeIn<typeof openingEvents>> = {
  RoomOpened: {
    ...SILENT,
    fold: null, // it makes the room
    command: (event, { events }) => openRoomBehind(event, events),
  },
  BriefsPrepared: {
    ...SILENT,
    command: null,
    fold(room, event) {
      room.briefs = event.briefs
    },
  },
  BriefIssued: {
    ...SILENT,
    command: null,
    fold(room, event, row) {
      addBrief(room, row.seq, event.brief)
    },
  },
  ChairPapersIssued: {
    ...SILENT,
    command: null,
    fold(room, event) {
      room.papers = event.papers
    },
  },
  ChairPlanIssued: {
    ...SILENT,
    command: null,
    fold(room, event) {
      room.chairPlan = event.plan
    },
  },
}

function openRoomBehind({ plan }: EventOf<'RoomOpened'>, events: readonly RoomEvent[]): CommandOf<'openRoom'> | null {
  const briefs = events.flatMap((event) => {
    if (event.type === 'BriefsPrepared') return event.briefs
    return event.type === 'BriefIssued' ? [event.brief] : []
  })
  const papers = events.flatMap((event) => (event.type === 'ChairPapersIssued' ? [event.papers] : []))
  const chairs = events.flatMap((event) => (event.type === 'ChairPlanIssued' ? [event.plan] : []))
  return papers[0] ? { type: 'openRoom', plan, briefs, papers: papers[0], chairPlan: chairs[0] } : null
}
