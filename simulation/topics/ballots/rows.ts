// What votes are to the judge, the fold, the record, undoing, a search, an assignment's meter and the replay check.
// It must not know who may vote: that is ballots.ts.
import type { DelegationId } from '../../kernel/ids'
import type { NextRoom } from '../../kernel/next-room'
import type { Ballot, ClauseState } from '../../kernel/room-state'
import type { CommandRows, EventRows, TypeIn } from '../topic'
import { lines, onRecord, SILENT } from '../topic'
import { adviseBallot, castBallot } from './ballots'
import type { ballotsCommands, ballotsEvents } from './shapes'

export const ballotsCommandRows: CommandRows<TypeIn<typeof ballotsCommands>> = {
  adviseBallot: { decide: adviseBallot, kept: true },
  castBallot: { decide: castBallot, kept: true },
}

export const ballotsEventRows: EventRows<TypeIn<typeof ballotsEvents>> = {
  BallotAdvised: {
    ...SILENT,
    fold(room, { clause, seat, vote }) {
      keepClause(room, clause, ({ advice }) => ({ advice: { ...advice, [seat]: vote } }))
    },
    asked: ({ clause, vote }) => ({ type: 'adviseBallot', clause, vote }),
    work: () => ({ what: 'vote' }),
  },
  BallotCast: {
    ...SILENT,
    fold(room, { clause, delegation, vote, reason }, { at }) {
      keepBallot(room, clause, delegation, () => ({ sealedAt: at, vote, reason }))
    },
    asked: ({ clause, vote, reason }) => ({ type: 'castBallot', clause, vote, reason }),
    work: () => ({ what: 'vote' }),
  },
  BallotSealed: {
    ...SILENT,
    fold(room, { clause, delegation }, { at }) {
      keepBallot(room, clause, delegation, (before) => ({ vote: null, reason: null, ...before, sealedAt: at }))
    },
    asked: null,
  },
  CommuniqueIssued: {
    fold(room, { clauses }, { at }) {
      room.issued = { at, clauses }
    },
    place: onRecord,
    said: (_state, { clauses }) => ({ kind: 'issued', clauses }),
    words: ({ clauses }) =>
      lines(
        ...clauses.flatMap((clause) => [
          clause.heading,
          clause.text,
          ...clause.standing.flatMap(({ text, reason }) => [text, reason]),
          ...Object.values(clause.votes).map((vote) => vote.reason),
        ]),
      ),
    asked: null,
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
