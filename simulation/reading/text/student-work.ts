// What one student did in an activity, by phase, for whoever grades it: papers with who wrote their words, and the entries that may be
// evidence, with what they answer. What was said in private among a delegation or to the chair is not in it.

import { opens } from '../../agenda/phase-kinds'
import {
  type DelegationId,
  type FilingStage,
  type PersonId,
  type SeatId,
  seatId,
  type TensionKey,
} from '../../kernel/ids'
import { reflectionPhase } from '../../questions/stances'
import type { Vote } from '../../shapes/ballots'
import type { Revised } from '../../shapes/homework'
import type { SeatDraft } from '../../shapes/positions'
import { type Version, versionId } from '../../shapes/text'
import { positionFile, type RoomState } from '../../state/room-state'
import { tokensOf, wordCount } from '../log/differences'
import { actorSeat } from '../log/filings'
import { seatsOfRecord } from '../log/seat-of-record'
import { type Paragraph, plainParagraphs } from '../log/transcript'
import { askedSoFar, type PhaseProgress, progressOf } from '../marks/completion'
import { isOf, isOffered } from '../marks/evidence'
import { authorsOf } from './authorship'

/** A position paper on which the student worked: as it was filed where those are their words, else as they left their own draft. */
export type Paper = Readonly<{
  kind: 'paper'
  /** The entry of the reveal in which these words stand; null where there is none, so that they can be no evidence. */
  no: string | null
  round: TensionKey
  stage: FilingStage
  value: number
  text: string
  handedIn: boolean
  /** How many of its words are the student's, how many it has, and how many are each other's. */
  mine: number
  all: number
  others: readonly Readonly<{ seat: SeatId; words: number }>[]
}>
/** What a member advised their head to cast on each clause. */
export type Advice = Readonly<{ kind: 'advice'; no: null; votes: readonly Readonly<{ heading: string; vote: Vote }>[] }>
export type WorkPiece =
  | Paper
  | Advice
  /** `rewritten`: of what was written again for the same prompt, what stood there before. */
  | Readonly<{ kind: 'entry'; no: string; entry: Paragraph; answers: Paragraph | null; rewritten: Revised | null }>
export type StudentWork = Readonly<{
  /** The phases so far that ask something of the student, or in which they did something. */
  phases: readonly Readonly<{ phase: number; progress: PhaseProgress; pieces: readonly WorkPiece[] }>[]
  /** What was asked of them so far and is done, and in how many phases it was late. */
  asked: number
  done: number
  late: number
  words: number
}>

export function studentWork(state: RoomState, person: PersonId, now: number): StudentWork {
  const all = plainParagraphs(state)
  const entries = all.filter(
    (entry) =>
      entry.kind !== 'reveal' &&
      isOffered(state, entry) &&
      isOf(state, { kind: 'student', participantId: person }, entry),
  )
  const papers = papersOf(state, person, all)
  const phases = progressOf(state, person, now).map((progress, phase) => ({
    phase,
    progress,
    pieces: [
      ...papers.filter((paper) => paper.phase === phase).map(({ phase: _, ...paper }) => paper),
      ...entries
        .filter((entry) => phaseOf(state, entry) === phase)
        .map((entry) => ({
          ...{ kind: 'entry' as const, no: entry.no, entry, answers: answeredBy(all, entry) },
          rewritten: rewrittenOf(all, entry),
        })),
      ...(opens(state.plan.phases[phase], 'votes') ? adviceOf(state, person) : []),
    ],
  }))
  const reached = phases.filter(({ progress }) => progress.status !== 'ahead')
  return {
    phases: reached.filter(({ progress, pieces }) => progress.counted.length > 0 || pieces.length > 0),
    ...askedSoFar(phases.map(({ progress }) => progress)),
    words: papers.reduce((so, { mine }) => so + mine, 0) + entries.reduce((so, entry) => so + wordsIn(entry), 0),
  }
}

function adviceOf(state: RoomState, person: PersonId): readonly Advice[] {
  const seat = seatsOfRecord(state).get(person)?.id
  const votes = state.clauses.flatMap(({ key, heading }) => {
    const vote = seat && state.votes[key]?.advice[seat]
    return vote ? [{ heading, vote }] : []
  })
  return votes.length > 0 ? [{ kind: 'advice', no: null, votes }] : []
}

/** H7: a reflection that is written later, or in the debrief, is work for the part that asked for it. */
const phaseOf = ({ plan }: RoomState, { kind, phase }: Paragraph): number =>
  kind === 'reflection' && plan.kind === 'homework' ? reflectionPhase(plan) : phase

/** What stood under the number of a reflection before its newest words, and when these were written; null where nothing did. */
function rewrittenOf(all: readonly Paragraph[], { kind, no, id, at }: Paragraph): Revised | null {
  if (kind !== 'reflection') return null
  const before = all.flatMap((one) => (one.kind === 'reflection' && one.no === no && one.id !== id ? [one.text] : []))
  return before.length > 0 ? { at, before } : null
}

const answeredBy = (all: readonly Paragraph[], entry: Paragraph): Paragraph | null =>
  'answers' in entry && entry.answers !== null ? (all.find(({ no }) => no === String(entry.answers)) ?? null) : null

/** Words that stand: not those that others took the place of, and none of a ballot. */
function wordsIn(entry: Paragraph): number {
  const written = entry.kind === 'statement' || entry.kind === 'reflection' || entry.kind === 'version'
  return written ? wordCount(tokensOf(entry.text)) : 0
}

function papersOf(
  state: RoomState,
  person: PersonId,
  all: readonly Paragraph[],
): readonly (Paper & { phase: number })[] {
  const seat = seatsOfRecord(state).get(person)
  const delegation = seat?.delegation
  if (!seat || !delegation) return []
  return state.plan.phases.flatMap(({ files }, phase) =>
    (files?.rounds ?? []).flatMap((round) => {
      const paper = files && paperOf(state, { person, seat: seat.id, delegation, round, stage: files.stage }, all)
      return paper ? [{ ...paper, phase }] : []
    }),
  )
}

/** Of more drafts of one paper the newest say whose its words are: each is compared with those before it. */
const MOST_DRAFTS = 20

type Of = { person: PersonId; seat: SeatId; delegation: DelegationId; round: TensionKey; stage: FilingStage }

function paperOf(state: RoomState, of: Of, all: readonly Paragraph[]): Paper | null {
  const { person, seat, delegation, round, stage } = of
  const { filed, filing, drafts: known } = positionFile(state, round, stage, delegation)
  const drafts = (filing?.drafts ?? known).slice(-MOST_DRAFTS)
  const own = drafts.findLast((draft) => draft.seat === seat)
  const filer = filing && actorSeat(state, filing.by)?.id
  if (!own && filer !== seat) return null
  const reveal = all.find(
    (entry) =>
      entry.kind === 'reveal' &&
      entry.round === round &&
      entry.stage === stage &&
      isOf(state, { kind: 'student', participantId: person }, entry),
  )
  const position = filed && (reveal || filer === seat) ? filed.position : (own?.position ?? null)
  if (!position || position.text.trim() === '') return null
  return {
    ...{ kind: 'paper', no: reveal?.no ?? null, round, stage, value: position.value, text: position.text },
    handedIn: own?.handedIn ?? false,
    ...sharesIn(position.text, delegation, drafts, filer ?? null, seat),
  }
}

/** Whose words a paper is made of: those of the drafts keep their writers, and what is in none of them is the filer's. */
function sharesIn(
  text: string,
  delegation: DelegationId,
  drafts: readonly SeatDraft[],
  filer: SeatId | null,
  own: SeatId,
): Pick<Paper, 'mine' | 'all' | 'others'> {
  const version = (words: string, seat: SeatId | null, index: number, at: number): Version => ({
    ...{ id: versionId.parse(`draft-${index + 1}`), words, seat, at },
    ...{ by: delegation, given: false, from: null, cites: null },
  })
  const earlier = drafts.map(({ position, seat, at }, index) => version(position.text, seat, index, at))
  const last = version(text, filer ?? own, earlier.length, drafts.at(-1)?.at ?? 0)
  const words = new Map<string, number>()
  for (const { text: piece, author } of authorsOf({ versions: [...earlier, last] }, last)) {
    const writer = author.kind === 'people' ? (author.seat ?? '') : ''
    words.set(writer, (words.get(writer) ?? 0) + wordCount(tokensOf(piece)))
  }
  return {
    mine: words.get(own) ?? 0,
    all: wordCount(tokensOf(text)),
    others: [...words].flatMap(([seat, count]) =>
      seat === own || seat === '' || count === 0 ? [] : [{ seat: seatId.parse(seat), words: count }],
    ),
  }
}
