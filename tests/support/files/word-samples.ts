/**
 * One event of each kind that holds somebody's words, in an order in which a record can hold them, with a mark in each text. A kind that is
 * missing here fails the laws of words taken off (tests/rules/house/every-text.test.ts, tests/security/struck.test.ts).
 */

import { type PersonId, seatId } from '#simulation/kernel/ids'
import type { Audience } from '#simulation/shapes/record'
import { seatsForGood, seatsUntilDebrief } from '#simulation/shapes/record'
import { type RoomEvent, roomEvent } from '#simulation/shapes/room-event'

type About = {
  /** What stands in a text; `place` says in which. */
  mark: (place: string) => string
  /** The number of the first public entry that comes next. */
  first: number
  person: PersonId
  clause: string
}
export type WordSample = { event: RoomEvent; audience: Audience }

export function wordSamples({ mark, first, person, clause }: About): WordSample[] {
  const seat = 'us.state'
  const anchors = (kind: string) => [{ source: mark(`${kind}.source`) }]
  const said = (kind: string) => ({
    ...{ seat, text: mark(`${kind}.text`), intent: 'point', answers: null, anchors: anchors(kind) },
  })
  const place = { round: 'framing', stage: 'opening', delegation: 'us' }
  const position = (kind: string) => ({
    ...{ value: 1, text: mark(`${kind}.text`), redLine: mark(`${kind}.redLine`), anchors: anchors(kind), guesses: {} },
  })
  const revised = (kind: string) => ({ seat, text: mark(`${kind}.text`), anchors: anchors(kind) })
  const post = (kind: string) => ({ ...said(kind), phase: 1, round: 'framing', late: false })
  const own = seatsUntilDebrief(
    ['us.state', 'us.treasury'].map((id) => seatId.parse(id)),
    event('HandLowered', { seat }),
  ).audience
  const ownForGood = seatsForGood(
    ['us.state', 'us.treasury'].map((id) => seatId.parse(id)),
    event('HandLowered', { seat }),
  ).audience
  const alone = seatsForGood([seatId.parse(seat)], event('HandLowered', { seat })).audience
  const filed = position('PositionFiled')
  const reason = mark('BracketKept.reason')
  const ballot = mark('BallotCast.reason')
  const put = mark('VersionPutForward.words')
  const brought = mark('ClauseBroughtIn.words')
  const heading = mark('ClauseBroughtIn.heading')
  const refusal = mark('RatificationVoted.reason')
  const decision = mark('RatificationDecided.reason')
  return [
    sample('StatementMade', { ...said('StatementMade'), spokenMs: 1 }),
    sample('FloorEnded', { seat, spokenMs: 5_000, cause: 'time', speaker: `p:${person}`, intent: 'point' }),
    sample('WordsGiven', { ...said('WordsGiven'), turn: first + 1, as: 'speaker', dictated: false }),
    sample('StatementChecked', {
      ...{ seat, entry: first, finding: 'holds', text: mark('StatementChecked.text') },
      source: { source: mark('StatementChecked.source') },
    }),
    sample('ChronicleWritten', { seat, round: null, text: mark('ChronicleWritten.text') }),
    sample('StatementMade', { ...said('StatementWithdrawn.statement'), spokenMs: 1 }),
    sample('StatementWithdrawn', { seat, entry: first + 5, reason: mark('StatementWithdrawn.reason') }),
    sample('PostSealed', { no: 'p1-1', ...post('PostSealed') }, alone),
    sample('StatementPosted', { ...post('PostSealed'), author: `p:${person}`, postedAt: 1, unseals: 'p1-1' }),
    sample('PostSealed', { no: 'p1-2', ...post('PostSealed.second') }, alone),
    sample('PostRevised', { no: 'p1-2', ...revised('PostRevised') }, alone),
    sample('StatementPosted', { ...post('StatementPosted'), author: `p:${person}`, postedAt: 1, unseals: null }),
    sample('StatementRevised', { entry: first + 8, ...revised('StatementRevised') }),
    sample('CaucusSpoken', { no: 'us1', seat, delegation: 'us', text: mark('CaucusSpoken.text') }, own),
    sample('BilateralSpoken', { no: 'us-jp1', seat, between: 'us-jp', text: mark('BilateralSpoken.text') }, own),
    sample('PositionDrafted', { ...place, seat, position: position('PositionDrafted') }, own),
    sample('PositionFiled', { ...place, position: filed, revision: 1, cause: 'head', how: 'filed' }, own),
    sample('PositionsRevealed', {
      ...{ round: 'framing', stage: 'opening' },
      positions: { us: { position: filed, filedAt: 1, revision: 1, how: 'filed' } },
    }),
    sample(
      'VersionDrafted',
      { clause, seat, words: mark('VersionDrafted.words'), from: null, cites: null, between: null },
      own,
    ),
    sample('VersionPutForward', {
      ...{ clause, version: 'us-2', delegation: 'us', seat, words: put, from: 'jp-1', cites: null },
    }),
    sample('ClauseBroughtIn', {
      ...{
        clause: 'us.1',
        version: 'us-1',
        delegation: 'us',
        seat,
        tension: null,
        words: brought,
        heading,
        name: mark('ClauseBroughtIn.name'),
      },
    }),
    sample('VersionStoodOn', {
      ...{ clause: 'us.1', delegation: 'us', version: 'us-1', clean: false, reason: mark('VersionStoodOn.reason') },
    }),
    sample(
      'OfferMade',
      {
        ...{ no: 'o-us-jp1', seat, delegation: 'us', to: 'jp', words: mark('OfferMade.words'), counters: null },
        ...{ ours: [{ clause, version: 'jp-1' }], theirs: [{ clause: 'gap', version: 'us-1' }] },
      },
      own,
    ),
    sample('MotionMoved', {
      ...{ seat, delegation: 'us', moved: { kind: 'extend', minutes: 2 }, until: 1 },
      words: mark('MotionMoved.words'),
    }),
    sample('PointRuled', { seat, cites: first, upheld: true, words: mark('PointRuled.words') }),
    sample('ClauseReopened', { clause, seat, reason: mark('ClauseReopened.reason') }),
    sample('BracketKept', { clause, delegation: 'us', reason }),
    sample('BallotCast', { clause, delegation: 'us', vote: 'against', reason: ballot }, own),
    sample('CommuniqueIssued', {
      clauses: [
        {
          ...{ clause, heading: 'A heading', text: 'A base.', outcome: 'passed' },
          standing: [{ delegations: ['us', 'jp'], text: 'A text.', reason: `${reason} Another.` }],
          votes: { us: { vote: 'against', reason: ballot } },
        },
        {
          ...{ clause, heading: 'A heading', text: put, version: 'us-2', outcome: 'passed', standing: [], votes: {} },
        },
        {
          ...{ clause: 'us.1', heading, text: '', outcome: 'not-passed', votes: {} },
          standing: [{ delegations: ['us'], text: brought, version: 'us-1', reason: null }],
        },
      ],
    }),
    sample('RatificationVoted', { seat, delegation: 'us', vote: 'refuse', reason: refusal }, alone),
    sample('RatificationDecided', { delegation: 'us', ratified: true, reason: decision }, own),
    sample('CardsTurned', {
      sides: [
        {
          ...{ delegation: 'us', cards: [], outcome: 'ratified', by: 'chair', reason: decision },
          votes: [{ seat, vote: 'refuse', reason: refusal }],
        },
      ],
    }),
    sample('InjectSent', {
      key: 'typed',
      form: 'wire',
      headline: mark('InjectSent.headline'),
      text: mark('InjectSent.text'),
      anchors: [],
    }),
    sample('NudgeSent', { no: null, to: 'room', text: mark('NudgeSent.text') }),
    sample('NudgeSent', { no: 'n-us1', to: 'us', text: mark('NudgeSent.private') }, own),
    sample('HelpCalled', { no: 'h1-1', seat, text: mark('HelpCalled.text') }, alone),
    sample('HelpAnswered', { no: 'h1-1', text: mark('HelpAnswered.text') }, alone),
    sample('CaseStated', { no: 'e-us-jp1', by: 'us', of: 'jp', seat, text: mark('CaseStated.text') }, own),
    sample(
      'CaseScored',
      { no: 'e-us-jp2', by: 'us', of: 'jp', seat: 'jp.pm', score: 3, missing: mark('CaseScored.missing') },
      own,
    ),
    sample(
      'StrategyWritten',
      {
        ...{
          no: 's1-1',
          seat,
          office: seat,
          aim: mark('StrategyWritten.aim'),
          question: mark('StrategyWritten.question'),
        },
        ...{ canSpare: mark('StrategyWritten.canSpare'), noDeal: mark('StrategyWritten.noDeal') },
        theySay: { jp: mark('StrategyWritten.theySay') },
      },
      ownForGood,
    ),
    sample('ReflectionWritten', { no: 'r1-1', person, prompt: 0, text: mark('ReflectionWritten.text') }, { person }),
    sample('WordsStruck', {
      entry: String(first + 4),
      seq: null,
      words: 'all',
      reason: { text: mark('WordsStruck.reason') },
      count: 1,
    }),
    sample('StrikeReasonChanged', {
      entry: String(first + 4),
      reason: { text: mark('StrikeReasonChanged.reason') },
    }),
    sample('WordsPutBack', { entry: String(first + 4), seq: null, reason: mark('WordsPutBack.reason') }),
  ]
}

/** What staff, and the person whose it is, read alone: nobody else has it to be taken from. */
export const STAFF_ALONE: ReadonlySet<RoomEvent['type']> = new Set(['EntryBookmarked', 'LineReported'])

const event = (type: RoomEvent['type'], fields: object): RoomEvent => roomEvent.parse({ type, ...fields })
const sample = (type: RoomEvent['type'], fields: object, audience: Audience = 'everyone'): WordSample => ({
  event: event(type, fields),
  audience,
})
