// The commands and events of the agenda and its clock. When a phase may start or end is decided in phases.ts.

import { opens } from '../../agenda/phase-kinds'
import { foldedIn } from '../../agenda/plan'
import { MINUTE_MS } from '../../kernel/time'
import { openingOrder } from '../../questions/floor'
import type { commands, events, serverCommands } from '../../shapes/phases'
import { shiftTime } from '../../state/clock'
import { lowerUnderstudies } from '../../state/floor-state'
import { procedure } from '../entry-content'
import { type CommandDefinitions, type EventDefinitions, onRecord, SILENT, type TypeIn } from '../topic'
import {
  closeRoom,
  endPhase,
  extendClock,
  pauseClock,
  resumeClock,
  setAutopilot,
  startPhase,
  turnQuestion,
  unsealRecord,
} from './phases'

export const phasesCommandDefinitions: CommandDefinitions<TypeIn<typeof commands> | TypeIn<typeof serverCommands>> = {
  startPhase: { decide: startPhase },
  endPhase: { decide: endPhase },
  pauseClock: { decide: (state, _command, who, moment) => pauseClock(state, who, moment) },
  resumeClock: { decide: (state, _command, who, moment) => resumeClock(state, who, moment) },
  extendClock: { decide: extendClock },
  setAutopilot: { decide: setAutopilot },
  turnQuestion: { decide: turnQuestion },
  unsealRecord: { decide: (state, _command, who) => unsealRecord(state, who) },
  closeRoom: { decide: (_state, _command, who) => closeRoom(who) },
}

const MINUTES = [1, 2, 5] as const

export const phasesEventDefinitions: EventDefinitions<TypeIn<typeof events>> = {
  PhaseStarted: {
    causes: ['facts', 'door'],
    words: null,
    fold(room, { index, startsAt, endsAt }) {
      const { plan, floor } = room
      room.agenda = { index, status: 'running' }
      room.turnedTo = null
      room.clock = { startsAt, endsAt, pausedAt: null, caucusUntil: null, endedAt: null }
      // I7: a reveal must not come unseen because the gap of before is still shown.
      // What the chair blanked stays blank until the chair shows something again.
      if (room.stageScene !== 'blank') room.stageScene = 'auto'
      room.floor = {
        ...floor,
        holder: null,
        hands: [],
        freeSince: null,
        takenFrom: {},
        toOpen: openingOrder(plan, index),
      }
    },
    numbering: onRecord,
    content({ plan }, { index, startsAt, endsAt }) {
      const phase = plan.phases[index]
      if (!phase) return null
      if (plan.kind === 'homework') return procedure({ key: 'homework-started', phase: phase.kind, dueAt: endsAt })
      const minutes = (endsAt - startsAt) / MINUTE_MS
      return procedure({ key: 'phase-started', phase: phase.kind, round: phase.round, minutes })
    },
    searchText: null,
    command: ({ index }) => ({ type: 'startPhase', index }),
    step: ({ label }) => ({ label: label ?? 'started' }),
  },
  PhaseEnded: {
    causes: ['facts'],
    words: null,
    ...SILENT,
    fold(room, { index, endedAt }) {
      const { plan, clock, floor } = room
      const last = index === plan.phases.length - 1
      const due = room.moved[index] ?? plan.phases[index]?.dueAt ?? null
      room.agenda = { index, status: last ? 'finished' : 'between' }
      room.clock = clock && { ...clock, endedAt }
      // H9: a phase that was ended before its deadline was due at that moment, for everyone without an extension.
      if (due !== null && endedAt < due) room.endedEarly = { ...room.endedEarly, [index]: endedAt }
      // F11: what came down before this phase goes only where people could have asked again in it.
      const phase = plan.phases[index]
      const carried = opens(phase, 'floor')
        ? floor.hands.filter(({ seat }) => room.seats[seat]?.holder != null)
        : floor.carried
      room.floor = { ...floor, holder: null, hands: [], carried, toOpen: [] }
    },
    // One command's rows may end turns before it and start the next phase after it; this event tells that it was `endPhase`.
    rank: 3,
    command: ({ index }) => ({ type: 'endPhase', index }),
    step: 'ended',
  },
  ClockPaused: {
    causes: ['facts'],
    words: null,
    fold(room, { until = null }, { at }) {
      const { clock } = room
      // A caucus may be ruled for while the chair's pause lasts.
      room.clock = clock && { ...clock, pausedAt: clock.pausedAt ?? at, caucusUntil: until }
    },
    // The entry of a motion's result says what it did (M5).
    numbering: (_before, { until }) => (until === undefined ? 'record' : null),
    content: () => procedure({ key: 'clock-paused' }),
    searchText: null,
    command: () => ({ type: 'pauseClock' }),
    step: 'paused',
  },
  ClockResumed: {
    causes: ['facts'],
    words: null,
    fold(room, { pausedMs }) {
      room.clock = room.clock && { ...room.clock, pausedAt: null, caucusUntil: null }
      shiftTime(room, pausedMs)
    },
    numbering: onRecord,
    content: (_state, { pausedMs }) => procedure({ key: 'clock-resumed', seconds: Math.round(pausedMs / 1000) }),
    searchText: null,
    command: () => ({ type: 'resumeClock' }),
    step: 'resumed',
  },
  ClockExtended: {
    causes: ['facts'],
    words: null,
    fold(room, { seconds }) {
      const { clock } = room
      room.clock = clock && { ...clock, endsAt: clock.endsAt + seconds * 1000 }
    },
    numbering: (_before, { motion }) => (motion === undefined ? 'record' : null),
    content: (_state, { seconds }) => procedure({ key: 'clock-extended', minutes: seconds / 60 }),
    searchText: null,
    command({ seconds }) {
      const minutes = MINUTES.find((each) => each * 60 === seconds)
      return minutes ? { type: 'extendClock', minutes } : null
    },
    step: 'extended',
  },
  AutopilotSet: {
    causes: ['facts'],
    words: null,
    ...SILENT,
    fold(room, { agenda, floor, understudiesWait = room.autopilot.understudiesWait }) {
      room.autopilot = { agenda, floor, understudiesWait }
      if (understudiesWait) lowerUnderstudies(room)
    },
    command: ({ type: _type, ...set }) => ({ type: 'setAutopilot', ...set }),
    step: 'autopilot',
  },
  QuestionTurned: {
    words: null,
    fold(room, { to }) {
      room.turnedTo = to
    },
    numbering: onRecord,
    content({ plan }, { to }) {
      const folded = foldedIn(plan, to)
      return folded ? procedure({ key: 'question-turned', question: folded.question }) : null
    },
    searchText: null,
    command: ({ phase, to }) => ({ type: 'turnQuestion', phase, to }),
  },
  RecordUnsealed: {
    causes: ['facts', 'every-view'],
    words: null,
    fold(room, _event, { at }) {
      room.unsealedAt = at
    },
    numbering: onRecord,
    content: () => procedure({ key: 'unsealed' }),
    searchText: null,
    command: () => ({ type: 'unsealRecord' }),
    step: 'final',
  },
  RoomClosed: {
    causes: ['facts'],
    words: null,
    fold(room, _event, { at }) {
      room.closedAt = at
    },
    numbering: onRecord,
    content: () => procedure({ key: 'closed' }),
    searchText: null,
    command: () => ({ type: 'closeRoom' }),
    step: 'final',
  },
}
