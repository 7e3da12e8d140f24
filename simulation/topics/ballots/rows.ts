// The rows of ballots. Who may advise and vote is decided in ballots.ts.
import type { DelegationId } from '../../kernel/ids'
import type { NextRoom } from '../../kernel/next-room'
import type { Ballot, ClauseState } from '../../kernel/room-state'
import type { CommandRows, EventRows, TypeIn } from '../topic'
import { onRecord, SILENT, searchLines } from '../topic'
import { adviseBallot, castBallot } from './ballots'
import { withReasons } from './questions'
import type { ballotsCommands, ballotsEvents } from './schemas'

export const ballotsCommandRows: CommandRows<TypeIn<typeof ballotsCommands>> = {
  adviseBallot: { decide: adviseBallot, inOutbox: true },
  castBallot: { decide: castBallot, inOutbox: true },
}

export const ballotsEventRows: EventRows<TypeIn<typeof ballotsEvents>> = {
  BallotAdvised: {
    ...SILENT,
    fold(room, { clause, seat, vote }) {
      keepClause(room, clause, ({ advice }) => ({ advice: { ...advice, [seat]: vote } }))
    },
    command: ({ clause, vote }) => ({ type: 'adviseBallot', clause, vote }),
    work: () => ({ what: 'vote' }),
  },
  BallotCast: {
    ...SILENT,
    fold(room, { clause, delegation, vote, reason }, { at }) {
      keepBallot(room, clause, delegation, () => ({ sealedAt: at, vote, reason }))
    },
    command: ({ clause, vote, reason }) => ({ type: 'castBallot', clause, vote, reason }),
    work: () => ({ what: 'vote' }),
  },
  BallotSealed: {
    ...SILENT,
    fold(room, { clause, delegation }, { at }) {
      keepBallot(room, clause, delegation, (before) => ({ vote: null, reason: null, ...before, sealedAt: at }))
    },
    command: null,
  },
  CommuniqueIssued: {
    fold(room, { clauses }, { at }) {
      room.issued = { at, clauses }
    },
    numbering: onRecord,
    content: (state, { clauses }) => ({ kind: 'issued', clauses: withReasons(state, clauses) }),
    searchText: ({ clauses }) =>
      searchLines(
        ...clauses.flatMap((clause) => [
          clause.heading,
          clause.text,
          ...clause.standing.flatMap(({ text, reason }) => [text, reason]),
          ...Object.values(clause.votes).map((vote) => vote.reason),
        ]),
      ),
    command: null,
    step: 'final',
  },
}

function keepClause(room: NextRoom, key: string, change: (before: ClauseState) => Partial<ClauseState>): void {
  const clause = room.clauses[key]
  if (clause) room.clauses = { ...room.clauses, [key]: { ...clause, ...change(clause) } }
}

const keepBallot = (
  room: NextRoom,
  key: string,
  delegation: DelegationId,
  next: (before: Ballot | undefined) => Ballot,
): void =>
  keepClause(room, key, ({ ballots }) => ({ ballots: { ...ballots, [delegation]: next(ballots[delegation]) } }))
