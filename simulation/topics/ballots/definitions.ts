// The commands and events of ballots. Who may advise and vote is decided in ballots.ts.
import { type DelegationId, delegationId } from '../../kernel/ids'
import { withReasons } from '../../questions/ballots'
import type { ballotsCommands, ballotsEvents, IssuedClause } from '../../shapes/ballots/schemas'
import type { Ballot, ClauseState } from '../../shapes/ballots/slice'
import { ballotPlace, bracketPlace, type TakeText } from '../../shapes/places'
import type { NextRoom } from '../../state/next-room'
import type { CommandDefinitions, EventDefinitions, TypeIn } from '../topic'
import { onRecord, SILENT, searchLines, takeMaybe } from '../topic'
import { adviseBallot, castBallot } from './ballots'

export const ballotsCommandDefinitions: CommandDefinitions<TypeIn<typeof ballotsCommands>> = {
  adviseBallot: { decide: adviseBallot, inOutbox: true },
  castBallot: { decide: castBallot, inOutbox: true },
}

export const ballotsEventDefinitions: EventDefinitions<TypeIn<typeof ballotsEvents>> = {
  BallotAdvised: {
    words: null,
    ...SILENT,
    fold(room, { clause, seat, vote }) {
      keepClause(room, clause, ({ advice }) => ({ advice: { ...advice, [seat]: vote } }))
    },
    command: ({ clause, vote }) => ({ type: 'adviseBallot', clause, vote }),
    work: () => ({ what: 'vote' }),
  },
  BallotCast: {
    words(event, take) {
      const at = ballotPlace(event.clause, event.delegation)
      return { ...event, reason: takeMaybe(event.reason, take, { at }) }
    },
    places: ({ clause, delegation, reason }) => (reason === null ? [] : [ballotPlace(clause, delegation)]),
    ...SILENT,
    fold(room, { clause, delegation, vote, reason }, { at }) {
      keepBallot(room, clause, delegation, () => ({ sealedAt: at, vote, reason }))
    },
    command: ({ clause, vote, reason }) => ({ type: 'castBallot', clause, vote, reason }),
    work: () => ({ what: 'vote' }),
  },
  BallotSealed: {
    words: null,
    ...SILENT,
    fold(room, { clause, delegation }, { at }) {
      keepBallot(room, clause, delegation, (before) => ({ vote: null, reason: null, ...before, sealedAt: at }))
    },
    command: null,
  },
  CommuniqueIssued: {
    words: (event, take) => ({ ...event, clauses: event.clauses.map((clause) => takeReasons(clause, take)) }),
    places: ({ clauses }) => clauses.flatMap(placesIn),
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

/** The reasons in an issued clause; one text holds those of all who wanted it (Q8). */
function takeReasons(issued: IssuedClause, take: TakeText): IssuedClause {
  const { clause } = issued
  const votes: IssuedClause['votes'] = {}
  for (const [delegation, cast] of castIn(issued))
    votes[delegation] = { ...cast, reason: takeMaybe(cast.reason, take, { at: ballotPlace(clause, delegation) }) }
  const standing = issued.standing.map(({ delegations, text, reason }) => {
    const beside = delegations.map((delegation) => bracketPlace(clause, delegation))
    const [only, ...others] = beside
    const of = only !== undefined && others.length === 0 ? { at: only, beside } : { beside }
    return { delegations, text, reason: takeMaybe(reason, take, of) }
  })
  return { ...issued, standing, votes }
}

const placesIn = (issued: IssuedClause): string[] => [
  ...castIn(issued).flatMap(([id, { reason }]) => (reason === null ? [] : [ballotPlace(issued.clause, id)])),
  ...issued.standing.flatMap(({ delegations, reason }) =>
    reason === null ? [] : delegations.map((id) => bracketPlace(issued.clause, id)),
  ),
]

type Votes = IssuedClause['votes']

const castIn = ({ votes }: IssuedClause): [DelegationId, NonNullable<Votes[DelegationId]>][] =>
  Object.entries(votes).flatMap(([id, cast]) => (cast ? [[delegationId.parse(id), cast]] : []))
