// The commands and events of the floor. Who may have it is decided in floor.ts.

import { personOfActor, type SeatId } from '../../kernel/ids'
import { checkedIn, checksLater } from '../../questions/observers'
import { isTapped, isTurn, namedFor, saidOfTurn } from '../../questions/turns'
import type { commands, events, serverCommands } from '../../shapes/floor'
import type { RoomCommand } from '../../shapes/room-command'
import type { EventOf } from '../../shapes/room-event'
import { takenAlso, withTurn } from '../../state/floor-state'
import { nextFloor } from '../../state/next-room'
import type { RoomState } from '../../state/room-state'
import { type EntryContent, procedure, type Tapped } from '../entry-content'
import { type CommandDefinitions, type EventDefinitions, SILENT, type TypeIn } from '../topic'
import { askForFloor, endTurn, grantFloor, lowerHand, takeBackFloor, yieldFloor } from './floor'

export const floorCommandDefinitions: CommandDefinitions<TypeIn<typeof commands> | TypeIn<typeof serverCommands>> = {
  askForFloor: { decide: askForFloor },
  lowerHand: { decide: (state, _command, who) => lowerHand(state, who) },
  grantFloor: { decide: grantFloor },
  takeBackFloor: { decide: (state, _command, who, moment) => takeBackFloor(state, who, moment) },
  yieldFloor: { decide: yieldFloor },
  endTurn: { decide: endTurn },
}

export const floorEventDefinitions: EventDefinitions<TypeIn<typeof events>> = {
  HandRaised: {
    words: null,
    ...SILENT,
    fold(room, { seat, intent, answers }, { at }) {
      const floor = nextFloor(room)
      floor.hands = [...floor.hands, { seat, intent, answers, at }]
      floor.carried = floor.carried.filter((hand) => hand.seat !== seat)
    },
    command: ({ intent, answers }) => ({ type: 'askForFloor', intent, answers }),
  },
  HandLowered: {
    words: null,
    ...SILENT,
    fold(room, { seat }) {
      const floor = nextFloor(room)
      floor.hands = floor.hands.filter((hand) => hand.seat !== seat)
    },
    command: () => ({ type: 'lowerHand' }),
  },
  FloorGranted: {
    words: null,
    fold(room, { seat, intent, turn, until }, { at }) {
      const floor = nextFloor(room)
      const person = room.seats[seat]?.holder ?? null
      const answers = floor.hands.find((hand) => hand.seat === seat)?.answers ?? null
      floor.holder = { seat, person, intent, answers, turn, since: room.clock?.pausedAt ?? at, until, spoke: false }
      floor.freeSince = null
      if (person !== null && floor.takenFrom[person] !== undefined) {
        const { [person]: _before, ...others } = floor.takenFrom
        floor.takenFrom = others
      }
      floor.hands = floor.hands.filter((hand) => hand.seat !== seat)
      floor.carried = floor.carried.filter((hand) => hand.seat !== seat)
      if (turn !== 'opening') return
      const delegation = room.seats[seat]?.delegation
      floor.toOpen = floor.toOpen.filter((waiting) => waiting !== delegation)
      floor.opened = { ...floor.opened, [seat]: (floor.opened[seat] ?? 0) + 1 }
    },
    numbering: (_before, { turn }) => (turn === 'floor' ? 'record' : null),
    content(state, { seat, until }, { by, at, no }) {
      if (isToldByTurn(state, seat, Number(no))) return null
      const seconds = Math.round((until - at) / 1000)
      return procedure({ key: 'floor-granted', seat, byAutopilot: by === 'clock', seconds })
    },
    searchText: null,
    later: (state, { seat }, { no }) => (isToldByTurn(state, seat, Number(no)) ? 'told' : ''),
    // A turn that is taken back for it, or yielded, ends first.
    rank: 1,
    command: ({ turn, seat }) => (turn === 'yielded' ? { type: 'yieldFloor', to: seat } : { type: 'grantFloor', seat }),
    step: 'granted', // also when it took the floor back from somebody
  },
  FloorEnded: {
    words: null,
    fold(room, { seat, spokenMs, cause }, { at }) {
      const floor = nextFloor(room)
      const held = { id: seat, delegation: room.seats[seat]?.delegation ?? null }
      const person = floor.holder?.person ?? null
      const times = withTurn(floor, held, person, spokenMs)
      if (cause === 'taken-back') floor.takenFrom = takenAlso(floor.takenFrom, person, at)
      floor.spentMs = times.spentMs
      floor.heardMs = times.heardMs
      floor.saidForMs = times.saidForMs
      floor.holder = null
      floor.freeSince = at
    },
    numbering(before, { spokenMs, cause, speaker }) {
      const told = speaker !== undefined && cause === 'taken-back'
      return spokenMs < 1000 || (before.floor.holder?.spoke && !told) ? null : 'record'
    },
    content: (state, event, { no }) => endedTurn(state, event, Number(no)),
    attribution: ({ speaker }) => (speaker === undefined ? {} : { by: speaker }),
    searchText: null,
    later: (state, _event, { no }) =>
      [
        state.turnWords[Number(no)]?.entry ?? namedFor(state, Number(no)) ?? '',
        state.withdrawn[Number(no)] ?? '',
        isTapped(state) ? JSON.stringify(state.turnTaps[Number(no)] ?? 'unsaid') : '',
        checksLater(state, no),
      ].join(' '),
    command: (event, { before }) => endingOf(event, before),
    step: ({ label }, { cause }) => (cause === 'taken-back' && !label ? { label: 'taken-back' } : {}),
  },
}

/**
 * Whether an entry of the turn itself says by now who spoke: then the entry that gave the floor, under this number, is not told beside it (T4).
 */
function isToldByTurn({ plan, record }: RoomState, seat: SeatId, no: number): boolean {
  if (!plan.taps) return false
  for (let after = no; ; after += 1) {
    const event = record.at(after)?.event
    if (!event || event.type === 'FloorGranted') return false
    if ((event.type === 'StatementMade' || event.type === 'FloorEnded') && event.seat === seat) return true
  }
}

/** What was tapped of a turn, for its entry; `about` is its anchor. */
function tappedIn(state: RoomState, no: number): { tapped?: Tapped } {
  const taps = state.turnTaps[no]
  if (!taps) return {}
  const { as, by, seat, way = null, answers } = taps
  return { tapped: { way, newPoint: answers === null, for: as === 'speaker' ? null : { as, by, seat } } }
}

/** T4, T5: what the entry of a turn's end says: its words once it has some, else who spoke and for how long. */
function endedTurn(state: RoomState, event: EventOf<'FloorEnded'>, no: number): EntryContent {
  const { seat, spokenMs, cause } = event
  const seconds = Math.round(spokenMs / 1000)
  if (event.wrote) return procedure({ key: 'taken-back', seat })
  if (!isTurn(event)) return procedure({ key: 'spoke', seat, seconds })
  const words = state.turnWords[no]
  const { answers: said, about = null } = saidOfTurn(state, no)
  const answers = said ?? null
  const tapped = tappedIn(state, no)
  const checked = checkedIn(state, String(no))
  if (!words) {
    const { intent, speaker } = event
    const unsaid = said === undefined && isTapped(state) && personOfActor(speaker) !== null
    return {
      kind: 'turn',
      seconds,
      intent,
      answers,
      anchors: about === null ? [] : [about],
      takenBack: cause === 'taken-back',
      leftTo: namedFor(state, no),
      ...tapped,
      ...(unsaid ? { unsaid } : {}),
      ...checked,
    }
  }
  const { text, intent, answers: _answers, asBrief, times: _times, ...rest } = words
  const { anchors: cited, ...summary } = rest
  const anchors = about === null || cited.includes(about) ? cited : [...cited, about]
  const told = asBrief ? { asBrief } : {}
  const withdrawnBy = state.withdrawn[no] ?? null
  return {
    kind: 'statement',
    text,
    intent,
    answers,
    anchors,
    seconds,
    withdrawnBy,
    late: false,
    ...told,
    summary,
    ...tapped,
    ...checked,
  }
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
