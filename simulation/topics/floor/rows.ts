// The rows of the floor. Who may have it is decided in floor.ts.
import { nextFloor } from '../../kernel/next-room'
import type { RoomCommand } from '../../kernel/room-command'
import type { EventOf } from '../../kernel/room-event'
import type { RoomState } from '../../kernel/room-state'
import { procedure } from '../entry-content'
import type { CommandRows, EventRows, TypeIn } from '../topic'
import { SILENT } from '../topic'
import { askForFloor, endTurn, grantFloor, lowerHand, takeBackFloor, yieldFloor } from './floor'
import type { floorCommands, floorEvents, floorServerCommands } from './schemas'

export const floorCommandRows: CommandRows<TypeIn<typeof floorCommands> | TypeIn<typeof floorServerCommands>> = {
  askForFloor: { decide: askForFloor, inOutbox: false },
  lowerHand: { decide: (state, _command, who) => lowerHand(state, who), inOutbox: false },
  grantFloor: { decide: grantFloor, inOutbox: false },
  takeBackFloor: { decide: (state, _command, who, moment) => takeBackFloor(state, who, moment), inOutbox: false },
  yieldFloor: { decide: yieldFloor, inOutbox: false },
  endTurn: { decide: endTurn, inOutbox: false },
}

export const floorEventRows: EventRows<TypeIn<typeof floorEvents>> = {
  HandRaised: {
    ...SILENT,
    fold(room, { seat, intent, answers }, { at }) {
      const floor = nextFloor(room)
      floor.hands = [...floor.hands, { seat, intent, answers, at }]
    },
    command: ({ intent, answers }) => ({ type: 'askForFloor', intent, answers }),
  },
  HandLowered: {
    ...SILENT,
    fold(room, { seat }) {
      const floor = nextFloor(room)
      floor.hands = floor.hands.filter((hand) => hand.seat !== seat)
    },
    command: () => ({ type: 'lowerHand' }),
  },
  FloorGranted: {
    fold(room, { seat, intent, turn, until }, { at }) {
      const floor = nextFloor(room)
      const person = room.seats[seat]?.holder ?? null
      floor.holder = { seat, person, intent, turn, since: room.clock?.pausedAt ?? at, until, spoke: false }
      floor.hands = floor.hands.filter((hand) => hand.seat !== seat)
      if (turn !== 'opening') return
      const delegation = room.seats[seat]?.delegation
      floor.toOpen = floor.toOpen.filter((waiting) => waiting !== delegation)
      floor.opened = { ...floor.opened, [seat]: (floor.opened[seat] ?? 0) + 1 }
    },
    numbering: (_before, { turn }) => (turn === 'floor' ? 'record' : null),
    content(_state, { seat, until }, { by, at }) {
      const seconds = Math.round((until - at) / 1000)
      return procedure({ key: 'floor-granted', seat, byAutopilot: by === 'clock', seconds })
    },
    searchText: null,
    // A turn that is taken back for it, or yielded, ends first.
    rank: 1,
    command: ({ turn, seat }) => (turn === 'yielded' ? { type: 'yieldFloor', to: seat } : { type: 'grantFloor', seat }),
    step: 'granted', // also when it took the floor back from somebody
  },
  FloorEnded: {
    fold(room, { seat, spokenMs }) {
      const floor = nextFloor(room)
      floor.heardMs = floor.heardMs.plus(floor.holder?.person ?? seat, spokenMs)
      floor.spentMs = floor.spentMs.plus(seat, spokenMs)
      floor.holder = null
    },
    numbering: (before, { spokenMs }) => (before.floor.holder?.spoke || spokenMs < 1000 ? null : 'record'),
    content: (_state, { seat, spokenMs }) => procedure({ key: 'spoke', seat, seconds: Math.round(spokenMs / 1000) }),
    searchText: null,
    command: (event, { before }) => endingOf(event, before),
    step: ({ label }, { cause }) => (cause === 'taken-back' && !label ? { label: 'taken-back' } : {}),
  },
}

/** The command that ended a turn; null where the end of its phase did. */
function endingOf({ cause, seat }: EventOf<'FloorEnded'>, before: RoomState | null): RoomCommand | null {
  switch (cause) {
    case 'yielded':
      return { type: 'yieldFloor', to: null }
    case 'taken-back':
      return { type: 'takeBackFloor' }
    case 'time':
      return { type: 'endTurn', seat, until: before?.floor.holder?.until ?? 0 }
    case 'phase':
      return null
    default:
      return cause satisfies never
  }
}
