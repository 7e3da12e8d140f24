// The commands and events of ballots. Who may advise and vote is decided in ballots.ts.
import { type DelegationId, delegationId } from '../../kernel/ids'
import { withReasons } from '../../questions/ballots'
import type { Ballot, ClauseVotes, commands, events, IssuedClause } from '../../shapes/ballots'
import { ballotPlace, bracketPlace, headingPlace, isBroughtIn, type TakeText, versionPlace } from '../../shapes/places'
import type { NextRoom } from '../../state/next-room'
import { votesOn } from '../../state/room-state'
import {
  type CommandDefinitions,
  type EventDefinitions,
  onRecord,
  SILENT,
  searchLines,
  type TypeIn,
  takeMaybe,
} from '../topic'
import { adviseBallot, castBallot } from './ballots'

export const ballotsCommandDefinitions: CommandDefinitions<TypeIn<typeof commands>> = {
  adviseBallot: { decide: adviseBallot },
  castBallot: { decide: castBallot },
}

export const ballotsEventDefinitions: EventDefinitions<TypeIn<typeof events>> = {
  BallotAdvised: {
    words: null,
    ...SILENT,
    fold(room, { clause, seat, vote }) {
      keepClause(room, clause, ({ advice }) => ({ advice: { ...advice, [seat]: vote } }))
    },
    command: ({ clause, vote }) => ({ type: 'adviseBallot', clause, vote }),
    work: (_state, { clause }) => ({ what: 'vote', piece: clause }),
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
    command: ({ vote, reason }, { events }) => ({
      type: 'castBallot',
      clauses: events.flatMap((event) => (event.type === 'BallotCast' ? [event.clause] : [])),
      ...{ vote, reason },
    }),
    work: (_state, { clause }) => ({ what: 'vote', piece: clause }),
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

function keepClause(room: NextRoom, key: string, change: (before: ClauseVotes) => Partial<ClauseVotes>): void {
  const before = votesOn(room, key)
  room.votes = { ...room.votes, [key]: { ...before, ...change(before) } }
}

const keepBallot = (
  room: NextRoom,
  key: string,
  delegation: DelegationId,
  next: (before: Ballot | undefined) => Ballot,
): void =>
  keepClause(room, key, ({ ballots }) => ({ ballots: { ...ballots, [delegation]: next(ballots[delegation]) } }))

/** What people wrote in an issued clause: its words where a version is named, its heading where it was brought in, and the reasons; one text holds those of all who wanted it (Q8). */
function takeReasons(issued: IssuedClause, take: TakeText): IssuedClause {
  const { clause } = issued
  const votes: IssuedClause['votes'] = {}
  for (const [delegation, cast] of castIn(issued))
    votes[delegation] = { ...cast, reason: takeMaybe(cast.reason, take, { at: ballotPlace(clause, delegation) }) }
  const takeWords = (text: string, version: IssuedClause['version']): string =>
    version === undefined ? text : take(text, { at: versionPlace(clause, version) })
  const standing = issued.standing.map(({ text, reason, ...of }) => {
    const beside = of.delegations.map((delegation) => bracketPlace(clause, delegation))
    const [only, ...others] = beside
    const place = only !== undefined && others.length === 0 ? { at: only, beside } : { beside }
    return { ...of, text: takeWords(text, of.version), reason: takeMaybe(reason, take, place) }
  })
  const heading = isBroughtIn(clause) ? take(issued.heading, { at: headingPlace(clause) }) : issued.heading
  return { ...issued, text: takeWords(issued.text, issued.version), heading, standing, votes }
}

const placesIn = (issued: IssuedClause): string[] => [
  ...[issued, ...issued.standing].flatMap(({ version }) =>
    version === undefined ? [] : [versionPlace(issued.clause, version)],
  ),
  ...(isBroughtIn(issued.clause) ? [headingPlace(issued.clause)] : []),
  ...castIn(issued).flatMap(([id, { reason }]) => (reason === null ? [] : [ballotPlace(issued.clause, id)])),
  ...issued.standing.flatMap(({ delegations, reason }) =>
    reason === null ? [] : delegations.map((id) => bracketPlace(issued.clause, id)),
  ),
]

type Votes = IssuedClause['votes']

const castIn = ({ votes }: IssuedClause): [DelegationId, NonNullable<Votes[DelegationId]>][] =>
  Object.entries(votes).flatMap(([id, cast]) => (cast ? [[delegationId.parse(id), cast]] : []))
