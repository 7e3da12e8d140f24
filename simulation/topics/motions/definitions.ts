// The commands and events of motions and rulings. Who may give them is decided in motions.ts and rulings.ts.
import { type NamedMotion, namedMotion, openMotion } from '../../questions/motions'
import type { commands, events, Motion, serverCommands } from '../../shapes/motions'
import type { NextRoom } from '../../state/next-room'
import { headingIn, type RoomState } from '../../state/room-state'
import { procedure } from '../entry-content'
import {
  type CommandDefinitions,
  type EventDefinitions,
  onRecord,
  SILENT,
  searchLines,
  type TypeIn,
  takeMaybe,
} from '../topic'
import { answerMotion, castStraw, endMotion, moveMotion, reopenDebate, ruleMotion } from './motions'
import { rulePoint } from './rulings'

export const motionsCommandDefinitions: CommandDefinitions<TypeIn<typeof commands> | TypeIn<typeof serverCommands>> = {
  moveMotion: { decide: moveMotion },
  answerMotion: { decide: answerMotion },
  castStraw: { decide: castStraw },
  ruleMotion: { decide: ruleMotion },
  rulePoint: { decide: rulePoint },
  reopenDebate: { decide: reopenDebate },
  endMotion: { decide: endMotion },
}

export const motionsEventDefinitions: EventDefinitions<TypeIn<typeof events>> = {
  MotionMoved: {
    words: (event, take) => ({ ...event, words: takeMaybe(event.words, take) }),
    fold(room, { seat, delegation: by, moved, words, until }) {
      // The entry is added after this fold, under the next number.
      const no = room.record.length + 1
      room.motion = { no, seat, by, moved, words, until, answers: { [by]: true }, phase: room.agenda.index, poll: null }
      if (moved.kind === 'appeal') setAppeal(room, moved.ruling, 'made')
    },
    numbering: onRecord,
    content: (state, { moved, words }) => ({ kind: 'motion', moved: namedMotion(state, moved), text: words ?? '' }),
    searchText: ({ words }) => searchLines(words),
    // It may be decided at once, by rows of the same command.
    rank: 2,
    command: ({ moved, words }) => ({ type: 'moveMotion', moved, words }),
  },
  MotionAnswered: {
    words: null,
    ...SILENT,
    fold(room, { motion: no, delegation, yes }) {
      change(room, no, ({ answers }) => ({ answers: { ...answers, [delegation]: yes } }))
    },
    rank: 2,
    command: ({ motion, yes }) => ({ type: 'answerMotion', motion, yes }),
  },
  MotionDecided: {
    words: null,
    fold(room, { motion: no, outcome, until }) {
      const { motion } = room
      if (motion?.no !== no) return
      room.motion = until === null ? null : { ...motion, until, poll: {} }
      if (outcome !== 'carried') return
      const { moved } = motion
      if (moved.kind === 'close') room.closedClauses = [...room.closedClauses, moved.clause]
      if (moved.kind === 'appeal') setAppeal(room, moved.ruling, 'carried')
    },
    numbering: onRecord,
    content(state, { motion, outcome, by, inFavour, against }) {
      const moved = movedIn(state, motion)
      return moved && procedure({ key: 'motion-decided', motion, moved, outcome, by, inFavour, against })
    },
    searchText: null,
    // The clock that it extends or stops would tell another command.
    rank: 1,
    command({ motion, outcome, by }, { before }) {
      if (by === 'chair') return { type: 'ruleMotion', motion, carried: outcome === 'carried' }
      return by === 'time' ? endOf(motion, before) : null
    },
  },
  StrawCast: {
    words: null,
    ...SILENT,
    fold(room, { motion: no, delegation, yes }) {
      change(room, no, ({ poll }) => ({ poll: { ...poll, [delegation]: yes } }))
    },
    command: ({ motion, yes }) => ({ type: 'castStraw', motion, yes }),
  },
  StrawSealed: {
    words: null,
    ...SILENT,
    fold(room, { motion: no, delegation }) {
      change(room, no, ({ poll }) => ({ poll: { [delegation]: null, ...poll } }))
    },
    command: null,
  },
  StrawPollEnded: {
    words: null,
    fold(room) {
      room.motion = null
    },
    numbering: onRecord,
    content(state, { motion, inFavour, against, silent }) {
      const moved = movedIn(state, motion)
      if (moved?.kind !== 'straw-poll') return null
      const alone = inFavour + against + silent < state.plan.delegations.length
      return procedure({ key: 'straw-poll', heading: moved.heading, inFavour, against, silent, alone })
    },
    searchText: null,
    command: ({ motion, cause }, { before }) => (cause === 'time' ? endOf(motion, before) : null),
  },
  PointRuled: {
    words: (event, take) => ({ ...event, words: takeMaybe(event.words, take) }),
    fold(room, { seat, upheld }) {
      room.rulings = [...room.rulings, { no: room.record.length + 1, seat, upheld, appeal: 'none' }]
    },
    numbering: onRecord,
    content: (_state, { seat, cites, upheld, words }) => ({
      kind: 'ruling',
      of: seat,
      cites,
      upheld,
      text: words ?? '',
    }),
    searchText: ({ words }) => searchLines(words),
    // The hand that comes down with it tells nothing.
    rank: 1,
    command: ({ seat, upheld, words }) => ({ type: 'rulePoint', seat, upheld, words }),
  },
  DebateReopened: {
    words: null,
    fold(room, { clause }) {
      room.closedClauses = room.closedClauses.filter((key) => key !== clause)
    },
    numbering: onRecord,
    content: (state, { clause }) => procedure({ key: 'debate-reopened', heading: headingIn(state, clause) }),
    searchText: null,
    command: ({ clause }) => ({ type: 'reopenDebate', clause }),
  },
}

function change(room: NextRoom, no: number, part: (motion: Motion) => Partial<Motion>): void {
  if (room.motion?.no === no) room.motion = { ...room.motion, ...part(room.motion) }
}

function setAppeal(room: NextRoom, no: number, appeal: 'made' | 'carried'): void {
  room.rulings = room.rulings.map((ruling) => (ruling.no === no ? { ...ruling, appeal } : ruling))
}

/** The command with which the clock ended a motion. */
function endOf(motion: number, before: RoomState | null) {
  const until = before && openMotion(before)?.until
  return { type: 'endMotion' as const, motion, until: until ?? 0 }
}

function movedIn(state: RoomState, no: number): NamedMotion | null {
  const event = state.record.at(no - 1)?.event
  return event?.type === 'MotionMoved' ? namedMotion(state, event.moved) : null
}
