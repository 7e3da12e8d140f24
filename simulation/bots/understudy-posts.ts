// Understudies in a homework debate: the office that has an opening on a tension posts it, and each answers, asks and offers (U15).
// Posts are spread over the phase, which lasts days: at its start all at once would look like a flood to the students.

import { delegationIds } from '../agenda/parties'
import { ruleOf } from '../agenda/phase-kinds'
import { type DelegationId, type TensionKey, understudyActor } from '../kernel/ids'
import { ledBy } from '../questions/homework'
import { citationsOf } from '../scenario/facts'
import { linesFor } from '../scenario/lookup'
import type { Seat } from '../shapes/seats'
import { phaseNow } from '../state/room-state'
import { draw, type Move, momentAt, playedSeats, type UnderstudyContext } from './understudy-context'
import { type HeardStatement, heardStatements } from './understudy-hearing'
import { openingLine, ownPart, sayerOf, unsaidLines } from './understudy-lines'
import { toPeople } from './understudy-people'
import { type Candidate, inOrder, type SpokenLines, saidLines } from './understudy-saying'

/** Answers that each understudy posts in a phase to what others of its kind post: as many as the agendas ask of a student. */
const ANSWERS = 3
/** Beside them each asks one question or makes one offer, early enough to be answered in the same phase. */
const OWN = 1
/** What it says to people at most. */
const TO_PEOPLE = 12
/** How soon, as shares of the phase. */
const [SOONEST, LATER] = [0.02, 0.01]

export function postMoves(context: UnderstudyContext): Move[] {
  const phase = phaseNow(context.state)
  const delegations = delegationIds(context.state.plan)
  if (phase && ruleOf(phase).weekPosts === 'openings')
    return delegations.flatMap((delegation) => openings(context, delegation))
  const record = onRecord(context)
  return delegations.flatMap((delegation) =>
    playedSeats(context.state, delegation).flatMap((seat) => debate(context, seat, delegation, record)),
  )
}

/** U15: the openings of a delegation on the tensions that understudies lead: each by an office that has one of its own, the leader first. */
function openings(context: UnderstudyContext, delegation: DelegationId): Move[] {
  const { state, scenario } = context
  const played = playedSeats(state, delegation)
  return played.flatMap((leader) =>
    ledBy(state.plan, leader).flatMap((round): Move[] => {
      if (played.some((seat) => isPosted(context, seat, round))) return []
      const own = linesFor(scenario, delegation, round).filter(({ kind }) => kind === 'opening')
      const having = played.filter(({ id }) => own.some(({ seat }) => seat === id))
      const chosen = having.find(({ id }) => id === leader.id) ?? having[draw(context, having.length, 'opens', round)]
      const seat = chosen ?? leader
      const line = openingLine(context, seat, delegation, round)
      if (!line) return []
      const share = 0.2 + 0.05 * draw(context, 10, 'post', seat.id, round)
      return [post(context, seat, { round, line: { ...line, to: null }, answers: null }, momentAt(context, share))]
    }),
  )
}

/** What stands on the record, read once for all seats: the lines that were said, and what people said in each round. */
type OnRecord = Readonly<{ said: SpokenLines; heard: ReadonlyMap<TensionKey, readonly HeardStatement[]> }>

function onRecord(context: UnderstudyContext): OnRecord {
  const { rounds } = context.state.plan
  return {
    said: saidLines(context),
    heard: new Map(rounds.map(({ key }) => [key, heardStatements(context, key)])),
  }
}

type Open = Candidate & Readonly<{ round: TensionKey }>

/** The next posts of this seat: to people soon after they wrote, to what else stands on the record over the phase, and one of its own. */
function debate(context: UnderstudyContext, seat: Seat, delegation: DelegationId, { said, heard }: OnRecord): Move[] {
  const { state, scenario } = context
  const kinds = new Map(scenario.lines.map(({ text, kind }) => [text, kind]))
  const posted = [...said.values()].flatMap(({ event }) =>
    event.type === 'StatementPosted' && event.seat === seat.id && event.phase === state.agenda.index
      ? [kinds.get(event.text) ?? 'to-people']
      : [],
  )
  const own = posted.filter((kind) => kind === 'question' || kind === 'concession').length
  const people = posted.filter((kind) => kind === 'to-people').length
  const answered = posted.length - own - people
  const open = state.plan.rounds
    .flatMap(({ key: round }): Open[] =>
      [
        ...toPeople(context, delegation, heard.get(round) ?? [], said),
        ...unsaidLines(context, delegation, [round], said)
          .filter(({ tension }) => tension === round)
          .flatMap((line) => ownPart(context, line, said, context.startsAt)),
      ].map((candidate) => ({ ...candidate, round })),
    )
    .filter(({ line }) => sayerOf(context, line, [seat]) !== undefined)
  const first = (of: (candidate: Open) => boolean) => inOrder(context, open.filter(of))[0]
  const isOwn = ({ rank }: Open) => rank === 'question' || rank === 'concession'

  const toPerson = people < TO_PEOPLE ? first((one) => one.heard !== undefined) : undefined
  const answer = answered < ANSWERS ? first((one) => one.heard === undefined && !isOwn(one)) : undefined
  const mine = own < OWN ? first(isOwn) : undefined
  const soon = SOONEST + LATER * draw(context, 5, 'soon', seat.id, people)
  const share = 0.1 + 0.25 * answered + 0.02 * draw(context, 10, 'answer', seat.id, answered)
  const early = 0.05 + 0.02 * draw(context, 10, 'own', seat.id)
  return [
    ...(toPerson ? [post(context, seat, toPerson, saidAt(context, toPerson.heard) + lasting(context, soon))] : []),
    ...(answer ? [post(context, seat, answer, momentAt(context, share))] : []),
    ...(mine ? [post(context, seat, mine, momentAt(context, early))] : []),
  ]
}

const saidAt = ({ state, startsAt }: UnderstudyContext, no: number | undefined): number =>
  Math.max(startsAt, (no === undefined ? undefined : state.record.at(no - 1)?.at) ?? startsAt)

const lasting = ({ seconds }: UnderstudyContext, share: number): number => Math.round(share * seconds * 1000)

function post(
  context: UnderstudyContext,
  seat: Seat,
  { round, line, answers }: Pick<Open, 'round' | 'line' | 'answers'>,
  at: number,
): Move {
  const { index } = context.state.agenda
  const { text, intent, to } = line
  return {
    at,
    by: understudyActor(seat.id),
    command: {
      type: 'postStatement',
      phase: index,
      round,
      text,
      intent,
      answers,
      ...(to === null ? {} : { to }),
      anchors: citationsOf(context.scenario, line),
    },
  }
}

const isPosted = ({ state }: UnderstudyContext, seat: Seat, round: TensionKey): boolean =>
  state.posts.some((post) => post.seat === seat.id && post.round === round) ||
  state.record.findLast(
    ({ event }) => event.type === 'StatementPosted' && event.seat === seat.id && event.round === round,
  ) !== undefined
