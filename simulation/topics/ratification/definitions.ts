// The commands and events of ratification. Who may vote and decide is decided in ratification.ts.
import { wholeOf } from '../../questions/ratification'
import { decidedPlace, homeVotePlace } from '../../shapes/places'
import type { commands, events } from '../../shapes/ratification'
import { isUnderstudy } from '../../state/actor'
import {
  type CommandDefinitions,
  type EventDefinitions,
  onRecord,
  SILENT,
  searchLines,
  type TypeIn,
  takeMaybe,
} from '../topic'
import { decideRatification, voteRatification } from './ratification'

export const ratificationCommandDefinitions: CommandDefinitions<TypeIn<typeof commands>> = {
  voteRatification: { decide: voteRatification },
  decideRatification: { decide: decideRatification },
}

export const ratificationEventDefinitions: EventDefinitions<TypeIn<typeof events>> = {
  RatificationVoted: {
    words: (event, take) => ({ ...event, reason: takeMaybe(event.reason, take, { at: homeVotePlace(event.seat) }) }),
    places: ({ seat, reason }) => (reason === null ? [] : [homeVotePlace(seat)]),
    ...SILENT,
    fold(room, { seat, vote, reason }, { at, by }) {
      const scripted = isUnderstudy(by)
      room.homeVotes = { ...room.homeVotes, [seat]: { vote, reason, scripted, at } }
    },
    command: ({ vote, reason }) => ({ type: 'voteRatification', vote, reason }),
  },
  RatificationSealed: {
    words: null,
    ...SILENT,
    fold(room, { seat }, { at, by }) {
      const scripted = isUnderstudy(by)
      const before = room.homeVotes[seat] ?? { vote: null, reason: null }
      room.homeVotes = { ...room.homeVotes, [seat]: { ...before, scripted, at } }
    },
    command: null,
  },
  RatificationDecided: {
    words: (event, take) => ({ ...event, reason: take(event.reason, { at: decidedPlace(event.delegation) }) }),
    places: ({ delegation }) => [decidedPlace(delegation)],
    ...SILENT,
    fold(room, { delegation, ratified, reason }) {
      room.homeDecided = { ...room.homeDecided, [delegation]: { ratified, reason } }
    },
    command: ({ delegation, ratified, reason }) => ({ type: 'decideRatification', delegation, ratified, reason }),
  },
  CardsTurned: {
    words: (event, take) => ({
      ...event,
      sides: event.sides.map((side) => ({
        ...side,
        votes: side.votes.map((vote) => ({
          ...vote,
          reason: takeMaybe(vote.reason, take, { at: homeVotePlace(vote.seat) }),
        })),
        reason: takeMaybe(side.reason, take, { at: decidedPlace(side.delegation) }),
      })),
    }),
    places: ({ sides }) =>
      sides.flatMap(({ delegation, votes, reason }) => [
        ...votes.flatMap(({ seat, reason: why }) => (why === null ? [] : [homeVotePlace(seat)])),
        ...(reason === null ? [] : [decidedPlace(delegation)]),
      ]),
    fold(room, { sides }, { at }) {
      room.turned = { at, sides }
    },
    numbering: onRecord,
    content: (_state, { sides }) => ({ kind: 'ratification', sides, outcome: wholeOf(sides) }),
    searchText: ({ sides }) =>
      searchLines(...sides.flatMap(({ votes, reason }) => [...votes.map((vote) => vote.reason), reason])),
    command: null,
    step: 'final',
  },
}
