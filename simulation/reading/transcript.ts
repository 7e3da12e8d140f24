// The record as paragraphs: what each numbered entry says, ready for a page, a print or an export to put into words.
// It must not know a language: procedure is a key and its values, which the messages turn into a sentence.

import type { PhaseKind } from '../agenda/phase-kinds'
import { isUnderstudy } from '../kernel/actor'
import type { ActorId, Anchor, DelegationId, Intent, PersonId, SeatId, TensionKey } from '../kernel/ids'
import { never, personOfActor } from '../kernel/ids'
import type { EventOf } from '../kernel/room-event'
import type { Entry, RoomState } from '../kernel/room-state'

export type Paragraph = {
  /** `41` on the public record, `us12` and the like for private matter; the permalink is `#e41`. */
  no: string
  /** The number it had while it was sealed: notes and marks of that time name it so. */
  was: string | null
  seq: number
  at: number
  /** Index of the phase it stands in; −1 before the first. */
  phase: number
  phaseKind: PhaseKind | null
  round: TensionKey | null
  by: ActorId
  /** The person who did it, when a person did; their name stands on the roll. */
  person: PersonId | null
  understudy: boolean
  seat: SeatId | null
  delegation: DelegationId | null
} & Said

export type Said =
  | {
      kind: 'statement'
      text: string
      intent: Intent
      answers: number | null
      anchors: readonly Anchor[]
      seconds: number
      withdrawnBy: number | null
      /** Homework: posted after its deadline. */
      late: boolean
    }
  | { kind: 'withdrawal'; withdraws: number; text: string | null }
  | { kind: 'news'; form: string; headline: string; text: string; anchors: readonly string[]; retracted: boolean }
  | { kind: 'note'; to: EventOf<'NudgeSent'>['to']; text: string }
  | { kind: 'caucus'; text: string }
  | { kind: 'bilateral'; with: DelegationId | null; between: EventOf<'BilateralSpoken'>['between']; text: string }
  | { kind: 'help'; text: string; answer: string | null }
  | { kind: 'reflection'; prompt: number; text: string }
  | {
      kind: 'reveal'
      stage: EventOf<'PositionsRevealed'>['stage']
      positions: EventOf<'PositionsRevealed'>['positions']
    }
  | { kind: 'issued'; clauses: EventOf<'CommuniqueIssued'>['clauses'] }
  | { kind: 'bracket'; clause: string; text: string }
  | { kind: 'procedure'; sentence: Sentence }

/** What procedure says, by key; the messages `record.procedure.<key>` take the values. */
export type Sentence =
  | { key: 'phase-started'; phase: PhaseKind; round: TensionKey | null; minutes: number }
  | { key: 'homework-started'; phase: PhaseKind; dueAt: number }
  | { key: 'floor-granted'; seat: SeatId; byAutopilot: boolean; seconds: number }
  | { key: 'spoke'; seat: SeatId; seconds: number }
  | { key: 'clock-paused' }
  | { key: 'clock-resumed'; seconds: number }
  | { key: 'clock-extended'; minutes: number }
  | { key: 'step-undone'; undid: string }
  | { key: 'inject-retracted'; headline: string }
  | {
      key: 'text-chosen'
      clause: string
      heading: string
      delegation: DelegationId
      text: DelegationId
      agreed: boolean
    }
  | { key: 'deadline-moved'; phase: PhaseKind; dueAt: number }
  | { key: 'unsealed' }
  | { key: 'closed' }

/** H6: a post that was sealed until a deadline is told by its public entry from then on, and not twice. */
export const isOpened = (state: RoomState, { event }: Entry): boolean =>
  event.type === 'PostSealed' && !state.posts.some(({ no }) => no === event.no)

/** One entry as a paragraph; null for an event that is no entry, and for one that stands elsewhere by now. */
export function paragraphOf(state: RoomState, entry: Entry): Paragraph | null {
  if (isOpened(state, entry)) return null
  const said = saidBy(state, entry)
  if (!said) return null
  // A homework post says which phase and round it belongs to; whatever else is said belongs to the phase it fell in.
  const posted = entry.event.type === 'StatementPosted' || entry.event.type === 'PostSealed' ? entry.event : null
  // One phase may open several rounds at once: each says which.
  const revealed = entry.event.type === 'PositionsRevealed' ? entry.event.round : null
  const by = entry.event.type === 'StatementPosted' ? entry.event.author : entry.by
  const index = posted?.phase ?? entry.phase
  const phase = state.plan.phases[index]
  const seat = seatOf(state, entry)
  return {
    no: entry.no,
    was: entry.event.type === 'StatementPosted' ? entry.event.unseals : null,
    seq: entry.seq,
    at: entry.at,
    phase: index,
    phaseKind: phase?.kind ?? null,
    round: posted?.round ?? revealed ?? phase?.round ?? null,
    by,
    person: personOfActor(by),
    understudy: isUnderstudy(by),
    seat,
    delegation: delegationOf(state, entry, seat),
    ...said,
  }
}

/** Public and heard private entries in the order they happened. */
export function paragraphs(state: RoomState): readonly Paragraph[] {
  return [...state.record, ...state.sealed]
    .sort((a, b) => a.seq - b.seq)
    .flatMap((entry) => paragraphOf(state, entry) ?? [])
}

function seatOf(state: RoomState, entry: Entry): SeatId | null {
  if ('seat' in entry.event) return entry.event.seat
  if (entry.event.type !== 'TextChosen' && entry.event.type !== 'BracketKept') return null
  const actor = entry.by.slice(entry.by.indexOf(':') + 1)
  return state.plan.seats.find((seat) => seat.id === actor || state.seats[seat.id]?.holder === actor)?.id ?? null
}

function delegationOf(state: RoomState, entry: Entry, seat: SeatId | null): DelegationId | null {
  if ('delegation' in entry.event) return entry.event.delegation
  return state.plan.seats.find((plan) => plan.id === seat)?.delegation ?? null
}

function saidBy(state: RoomState, { event, by, no, at }: Entry): Said | null {
  switch (event.type) {
    case 'StatementMade': {
      const { text, intent, answers, anchors, spokenMs } = event
      const withdrawnBy = state.withdrawn[Number(no)] ?? null
      return {
        kind: 'statement',
        text,
        intent,
        answers,
        anchors,
        seconds: Math.round(spokenMs / 1000),
        withdrawnBy,
        late: false,
      }
    }
    case 'StatementPosted': {
      const { text, intent, answers, anchors } = event
      const withdrawnBy = state.withdrawn[Number(no)] ?? null
      return { kind: 'statement', text, intent, answers, anchors, seconds: 0, withdrawnBy, late: event.late }
    }
    case 'PostSealed': {
      const { text, intent, answers, anchors, late } = event
      return { kind: 'statement', text, intent, answers, anchors, seconds: 0, withdrawnBy: null, late }
    }
    case 'DeadlineMoved':
      return procedure({
        key: 'deadline-moved',
        phase: state.plan.phases[event.phase]?.kind ?? 'floor',
        dueAt: event.dueAt,
      })
    case 'StatementWithdrawn':
      return { kind: 'withdrawal', withdraws: event.entry, text: event.reason }
    case 'InjectSent': {
      const { form, headline, text, anchors } = event
      return { kind: 'news', form, headline, text, anchors, retracted: state.retracted.includes(event.key) }
    }
    case 'NudgeSent':
      return { kind: 'note', to: event.to, text: event.text }
    case 'CaucusSpoken':
      return { kind: 'caucus', text: event.text }
    case 'BilateralSpoken': {
      const own = state.plan.seats.find((seat) => seat.id === event.seat)?.delegation
      const other = state.plan.seats.find(
        (seat) => seat.delegation !== own && event.between.includes(seat.delegation ?? '-'),
      )
      return { kind: 'bilateral', with: other?.delegation ?? null, between: event.between, text: event.text }
    }
    case 'HelpCalled': {
      const answer = state.help.find((call) => call.no === no)?.answer
      return { kind: 'help', text: event.text, answer: answer?.text ?? null }
    }
    case 'ReflectionWritten':
      return { kind: 'reflection', prompt: event.prompt, text: event.text }
    case 'PositionsRevealed':
      return { kind: 'reveal', stage: event.stage, positions: event.positions }
    case 'CommuniqueIssued':
      return { kind: 'issued', clauses: event.clauses }
    case 'BracketKept':
      return { kind: 'bracket', clause: event.clause, text: event.reason }
    case 'PhaseStarted': {
      const phase = state.plan.phases[event.index]
      if (!phase) return null
      if (state.plan.kind === 'homework')
        return procedure({ key: 'homework-started', phase: phase.kind, dueAt: event.endsAt })
      const minutes = (event.endsAt - event.startsAt) / 60_000
      return procedure({ key: 'phase-started', phase: phase.kind, round: phase.round, minutes })
    }
    case 'FloorGranted': {
      const seconds = Math.round((event.until - at) / 1000)
      return procedure({ key: 'floor-granted', seat: event.seat, byAutopilot: by === 'clock', seconds })
    }
    case 'FloorEnded':
      return procedure({ key: 'spoke', seat: event.seat, seconds: Math.round(event.spokenMs / 1000) })
    case 'ClockPaused':
      return procedure({ key: 'clock-paused' })
    case 'ClockResumed':
      return procedure({ key: 'clock-resumed', seconds: Math.round(event.pausedMs / 1000) })
    case 'ClockExtended':
      return procedure({ key: 'clock-extended', minutes: event.seconds / 60 })
    case 'StepUndone':
      return procedure({ key: 'step-undone', undid: event.undid })
    case 'InjectRetracted': {
      const sent = state.record
        .toArray()
        .find((entry) => entry.event.type === 'InjectSent' && entry.event.key === event.key)
      return procedure({
        key: 'inject-retracted',
        headline: sent?.event.type === 'InjectSent' ? sent.event.headline : '',
      })
    }
    case 'TextChosen': {
      const { clause, delegation, text, agreed } = event
      const heading = state.plan.communique.clauses.find((plan) => plan.key === clause)?.heading ?? clause
      return procedure({ key: 'text-chosen', clause, heading, delegation, text, agreed })
    }
    case 'RecordUnsealed':
      return procedure({ key: 'unsealed' })
    case 'RoomClosed':
      return procedure({ key: 'closed' })
    case 'RoomOpened':
    case 'BriefsPrepared':
    case 'BriefIssued':
    case 'ChairPapersIssued':
    case 'ChairPlanIssued':
    case 'SeatTaken':
    case 'SeatLeft':
    case 'PersonRemoved':
    case 'PersonReadmitted':
    case 'SeatAbsent':
    case 'SeatReturned':
    case 'SeatingLocked':
    case 'PhaseEnded':
    case 'AutopilotSet':
    case 'ExtensionGranted':
    case 'HandRaised':
    case 'HandLowered':
    case 'PositionDrafted':
    case 'PositionFiled':
    case 'PositionSealed':
    case 'BallotAdvised':
    case 'BallotCast':
    case 'BallotSealed':
    case 'EntryBookmarked':
    case 'BookmarkLifted':
    case 'HelpAnswered':
    case 'StanceMarked':
      return null
    default:
      return never(event)
  }
}

const procedure = (sentence: Sentence): Said => ({ kind: 'procedure', sentence })
