// The rows of a research file that one table of an activity gives (D18), from what its class may read. Words and ids of people leave here
// only as D19 lets them.
import { delegationIds, focusOf } from '../agenda/parties'
import { type ResearchBeside, rowsBeside } from '../beside/slices'
import { ROOM_VERSION } from '../engine/versions'
import type { SeatId } from '../kernel/ids'
import { isPlayedByUnderstudy } from '../questions/seats'
import { revealedValues } from '../reading/log/gap'
import { seatsOfRecord } from '../reading/log/seat-of-record'
import { type Paragraph, paragraphs } from '../reading/log/transcript'
import { type StanceSpread, stanceCounts } from '../reading/positions/stance-spread'
import { nameFinder } from '../reading/record/name-finder'
import { walkRoom } from '../reading/research/research-walk'
import { consentsBy, leavingText, writtenIn } from '../reading/research/research-words'
import { byNumber, pidOf, type ResearchedRoom, type ResearchWho, uidOf } from '../reading/research/researched-room'
import type { VisibleRow } from '../secrecy/visible-row'
import type { Audience } from '../shapes/record'
import { entryNumbered } from '../state/numbered-entries'
import { positionFile, type RoomState, seatHeldBy } from '../state/room-state'
import type { ResearchRow, ResearchRows } from './research-columns'

export type ResearchMark = Readonly<{
  person: string
  round: string | null
  criterion: string
  level: number
  highest: number
  at: number
  evidence: readonly string[]
}>

export type ResearchRoom = Readonly<{
  /** What the class may read of the log. */
  rows: readonly VisibleRow[]
  spreads: readonly StanceSpread[]
  /** What is given of slices beside the log. */
  beside: ResearchBeside
  /** Those that may stand in it (D32); `criterion` is what it is called. */
  marks: readonly ResearchMark[]
}> &
  ResearchWho

/** Null for a room without a log. */
export function researchRows(given: ResearchRoom): ResearchRows | null {
  const walked = walkRoom(given.rows)
  if (!walked) return null
  const { state } = walked
  const of: Known = { ...given.about, walked, state, given }
  const all = paragraphs(state)
  return {
    people: peopleRows(of),
    rooms: [roomRow(of)],
    phases: phaseRows(of),
    ...entryRows(of, all),
    turns: turnRows(of),
    ...positionRows(of),
    stances: given.spreads.flatMap((spread) =>
      stanceCounts(spread).flatMap(({ value, ...counts }) =>
        (['before', 'after'] as const).flatMap((time) => {
          const people = counts[time]
          return people === null ? [] : [{ room: of.room, round: spread.round, time, value, people }]
        }),
      ),
    ),
    ...rowsBeside(of, all, given.beside),
    marks: markRows(of, all),
    proposals: proposalRows(of),
    ballots: (state.issued?.clauses ?? []).flatMap(({ clause, votes, outcome }) =>
      delegationIds(state.plan).flatMap((delegation) => {
        const vote = votes[delegation]?.vote
        return vote ? [{ room: of.room, clause, delegation, vote, outcome }] : []
      }),
    ),
  }
}

type Known = ResearchedRoom & Readonly<{ given: ResearchRoom }>

const isHead = ({ state }: Known, seat: SeatId | null): boolean | null =>
  seat === null ? null : (state.seats[seat]?.head ?? null)
const roundIn = ({ state }: Known, phase: number): string | null => state.plan.phases[phase]?.round ?? null

function peopleRows(of: Known): ResearchRow<'people'>[] {
  const { state, given, room } = of
  const consenting = new Set(given.consenting)
  const people = [...seatsOfRecord(state)].map(([person, { id, title, delegation }]): ResearchRow<'people'> => {
    const held = seatHeldBy(state, person) ? 'now' : 'before'
    const who = { room, pid: pidOf(of, person), seat: id, delegation, office: title }
    return { ...who, held, head: isHead(of, id), consent: consenting.has(person) }
  })
  const played = Object.values(state.seats)
    .filter((seat) => isPlayedByUnderstudy(state, seat))
    .map(({ id, delegation, title, head }): ResearchRow<'people'> => {
      return { room, pid: null, seat: id, delegation, office: title, held: 'understudy', head, consent: null }
    })
  return [...people, ...played]
}

function roomRow({ walked, state, ...about }: Known): ResearchRow<'rooms'> {
  const { plan, agenda, closedAt } = state
  const held = [...walked.phases.values()]
  const end =
    closedAt !== null
      ? 'closed'
      : { lobby: 'ahead', running: 'running', between: 'running', finished: 'finished' }[agenda.status]
  return {
    ...{ room: about.room, activity: about.activity, title: about.title, kind: about.kind, table: about.table },
    ...{ scenario: plan.scenarioKey, scenario_sha256: about.scenarioHash, agenda: plan.agendaKey },
    ...{ delegations: delegationIds(plan).join(' '), gap: focusOf(plan).members.join(' ') },
    ...{ edition: plan.edition ?? 1, row_version: ROOM_VERSION, speed: plan.speed },
    seed: state.chairPlan?.seed ?? plan.seed ?? null,
    ...{ time_zone: about.timeZone, opened: state.openedAt, started: held.at(0)?.startedAt ?? null },
    ended: end === 'running' ? null : (held.at(-1)?.endedAt ?? null),
    ...{ end, unsealed: state.unsealedAt !== null, asked: about.asks },
  }
}

const phaseRows = ({ state, walked, room }: Known): ResearchRow<'phases'>[] =>
  state.plan.phases.map(({ kind, round, seconds }, index) => {
    const held = walked.phases.get(index)
    const ran = { started: held?.startedAt ?? null, ended: held?.endedAt ?? null, paused_ms: held?.pausedMs ?? null }
    return { room, phase: index + 1, kind, round, planned_s: seconds, ...ran }
  })

function entryRows(of: Known, all: readonly Paragraph[]): Pick<ResearchRows, 'entries' | 'injects' | 'anchors'> {
  const { state, given, walked, room } = of
  const consents = consentsBy(new Set(given.consenting))
  const holdsName = nameFinder(given.names)
  const entries: ResearchRow<'entries'>[] = []
  const injects: ResearchRow<'injects'>[] = []
  const anchors: ResearchRow<'anchors'>[] = []
  for (const said of all) {
    const written = writtenIn(state, said)
    if (!written) continue
    const { no, delegation, seat, at } = said
    const entry = entryNumbered(state, no)
    const place = { phase: said.phase + 1, round: said.round }
    const uid = uidOf(of, said.id)
    const { text, words, withheld } = leavingText(written, consents, holdsName)
    entries.push({
      ...{ uid, room, no: said.id, ...place, kind: said.kind, detail: written.detail, utc: at },
      phase_ms: walked.phaseMs.get(said.seq) ?? null,
      ...{ pid: pidOf(of, said.person), understudy: said.understudy, delegation, seat, head: isHead(of, seat) },
      intent: 'intent' in said ? said.intent : null,
      answers: 'answers' in said && said.answers !== null ? uidOf(of, said.answers) : null,
      withdrawn: said.kind === 'statement' && said.withdrawnBy !== null,
      ...{ words, audience: audienceOf(state, entry?.audience), withheld, text },
    })
    const event = entry?.event
    if (said.kind === 'news' && event?.type === 'InjectSent') {
      const headline = leavingText({ text: said.headline, of: [] }, consents, holdsName).text
      injects.push({ uid, room, key: event.key, headline, ...place, utc: at, retracted: said.retracted })
    }
    for (const [whose, paragraph] of citedIn(said)) anchors.push({ uid, room, delegation: whose, paragraph })
  }
  return { entries, injects, anchors }
}

function markRows(of: Known, all: readonly Paragraph[]): ResearchRow<'marks'>[] {
  const entries = byNumber(all)
  const holdsName = nameFinder(of.given.names)
  return of.given.marks.map(({ person, at, evidence, criterion: called, ...mark }) => {
    const criterion = holdsName(called) ? '[withheld]' : called
    const shown = evidence.flatMap((no) => entries.get(no) ?? []).map(({ no }) => uidOf(of, no))
    const shows = shown.length === 0 ? null : shown.join(' ')
    return { room: of.room, pid: of.given.pids[person] ?? null, criterion, ...mark, utc: at, evidence: shows }
  })
}

/** The paragraphs that an entry cites, each once, with whose citing it is. What a brief or a held opening cites, nobody cited here (D5). */
function citedIn(said: Paragraph): [string | null, string][] {
  const each = (whose: string | null, cited: readonly unknown[]): [string | null, string][] =>
    [...new Set(cited)].flatMap((one) => (typeof one === 'string' ? [[whose, one]] : []))
  if (said.kind === 'reveal')
    return Object.entries(said.positions).flatMap(([delegation, stood]) =>
      !stood || stood.how === 'brief' || stood.how === 'held' ? [] : each(delegation, stood.position.anchors),
    )
  return said.kind === 'statement' || said.kind === 'turn' || said.kind === 'check'
    ? each(said.delegation, said.anchors)
    : []
}

function audienceOf({ seats }: RoomState, to: Audience | undefined): string {
  if (typeof to !== 'object' || !('seats' in to)) return 'everyone'
  return [...new Set(to.seats.flatMap((seat) => seats[seat]?.delegation ?? []))].sort().join(' ')
}

const turnRows = (of: Known): ResearchRow<'turns'>[] =>
  of.walked.turns.map(({ no, phase, person, delegation, seat, at, ms, cause }, place) => ({
    ...{ room: of.room, turn: place + 1, entry: no === null ? null : uidOf(of, no), phase: phase + 1 },
    ...{ round: roundIn(of, phase), pid: pidOf(of, person), understudy: person === null, delegation, seat },
    ...{ head: isHead(of, seat), ended: at, ms, cause },
  }))

function positionRows({ state, room }: Known): Pick<ResearchRows, 'positions' | 'beliefs'> {
  const positions: ResearchRow<'positions'>[] = []
  const beliefs: ResearchRow<'beliefs'>[] = []
  for (const { key: round } of state.plan.rounds)
    for (const stage of ['opening', 'closing'] as const)
      for (const delegation of delegationIds(state.plan)) {
        const { filed, how, revealed } = positionFile(state, round, stage, delegation)
        if (!filed || !revealed) continue
        const { value, guesses } = filed.position
        positions.push({ room, round, stage, delegation, value, how, revision: filed.revision, filed: filed.at })
        for (const of of delegationIds(state.plan)) {
          const guess = guesses[of]
          if (guess === undefined || of === delegation) continue
          const actual = revealedValues(state, round, stage)[of] ?? null
          const error = actual === null ? null : guess - actual
          beliefs.push({ room, round, stage, by: delegation, of, value: guess, actual, error })
        }
      }
  return { positions, beliefs }
}

const proposalRows = (of: Known): ResearchRow<'proposals'>[] =>
  of.state.clauses.flatMap(({ key, versions }) =>
    versions.map(({ id, by, seat, given, from, cites, at }) => ({
      ...{ room: of.room, clause: key, version: id, delegation: by ?? 'chair', seat, given, from },
      ...{ cites: cites === null ? null : uidOf(of, cites), utc: at },
    })),
  )
