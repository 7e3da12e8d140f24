// The commands and events of opening a room and handing out its briefs and papers. When briefs reach their seats is decided in seats/briefing.ts.

import type { events, serverCommands } from '../../shapes/opening'
import type { CommandOf } from '../../shapes/room-command'
import type { EventOf, RoomEvent } from '../../shapes/room-event'
import { refuse } from '../../shapes/verdict'
import { addBrief } from '../seats/briefing'
import { type CommandDefinitions, type EventDefinitions, SILENT, type TypeIn } from '../topic'

export const openingCommandDefinitions: CommandDefinitions<TypeIn<typeof serverCommands>> = {
  // `decide` handles the opening of a new room itself; here the room is open already.
  openRoom: { decide: () => refuse('room-not-open') },
}

export const openingEventDefinitions: EventDefinitions<TypeIn<typeof events>> = {
  RoomOpened: {
    causes: ['facts'],
    words: null,
    ...SILENT,
    fold: null, // `evolve` makes a new state of it
    command: (event, { events }) => openRoomBehind(event, events),
  },
  BriefsPrepared: {
    words: null,
    ...SILENT,
    command: null,
    fold(room, event) {
      room.briefs = event.briefs
    },
  },
  BriefIssued: {
    words: null,
    ...SILENT,
    command: null,
    fold(room, event, row) {
      addBrief(room, row, event.brief)
    },
  },
  ChairPapersIssued: {
    words: null,
    ...SILENT,
    command: null,
    fold(room, event) {
      room.papers = event.papers
    },
  },
  ChairPlanIssued: {
    words: null,
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
