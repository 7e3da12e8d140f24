// What an entry says, as data for a page, a print or an export. Sentences of procedure are keys with values, which app/_messages puts
// into the reader's language.
import type { PhaseKind } from '../agenda/phase-kinds'
import type { Anchor, AxisValue, DelegationId, Intent, Pair, SeatId, TensionKey } from '../kernel/ids'
import type { ReadClause } from '../questions/ballots'
import type { NamedMotion } from '../questions/motions'
import type { OfferStatus } from '../questions/offers'
import type { WholeOutcome } from '../questions/ratification'
import type { LaidChips } from '../shapes/chips'
import type { Revised } from '../shapes/homework'
import type { Check, Finding } from '../shapes/observers'
import type { JudgedSide } from '../shapes/ratification'
import type { EventOf } from '../shapes/room-event'
import type { StrategySheet } from '../shapes/strategy'
import type { StrikeReason } from '../shapes/strikes'
import type { VersionId } from '../shapes/text'
import type { TurnTaps, TurnWay, TurnWords, WordsAs } from '../shapes/turns'

export type EntryContent =
  | {
      kind: 'statement'
      text: string
      intent: Intent
      answers: number | null
      /** To whom a question is put; absent where it is put to nobody in particular. */
      to?: DelegationId
      anchors: readonly Anchor[]
      seconds: number
      withdrawnBy: number | null
      /** Homework: posted after its deadline. */
      late: boolean
      /** Homework: the clock handed it in at its deadline as its writer had left it (H14). */
      handedIn?: true | undefined
      /** Homework: what it said before its author wrote it anew, and when that was (H17). */
      revised?: Revised
      /** The record says that these are words of the speaker's brief (T8). */
      asBrief?: true | undefined
      /** The words of a turn that were written after it, and by whom; absent in a statement. */
      summary?: Pick<TurnWords, 'as' | 'by' | 'seat' | 'at' | 'entry' | 'dictated'>
      /** Of a turn's words: what was tapped of it; absent where nothing was. */
      tapped?: Tapped
      /** The checks of it; absent where there are none. */
      checkedIn?: readonly Check[]
    }
  /** The end of a turn that put nothing in writing and has no words yet. */
  | {
      kind: 'turn'
      seconds: number
      intent: Intent
      answers: number | null
      takenBack: boolean
      /** The seat of whoever the speaker named for the words (T5). */
      leftTo: SeatId | null
      /** The paragraph that it is about, where that was tapped. */
      anchors: readonly Anchor[]
      tapped?: Tapped
      /** It has not said whom it answers, in a room where turns do. */
      unsaid?: true
      checkedIn?: readonly Check[]
    }
  /** Words that once stood at a turn's number. */
  | { kind: 'earlier-words'; turn: number; replacedBy: number; text: string }
  | { kind: 'check'; checks: number; finding: Finding; text: string; anchors: readonly Anchor[] }
  | { kind: 'chronicle'; text: string }
  | { kind: 'withdrawal'; withdraws: number; text: string | null }
  | { kind: 'news'; form: string; headline: string; text: string; anchors: readonly string[]; retracted: boolean }
  | { kind: 'note'; to: EventOf<'NudgeSent'>['to']; text: string }
  | { kind: 'caucus'; text: string }
  | { kind: 'bilateral'; with: DelegationId | null; between: EventOf<'BilateralSpoken'>['between']; text: string }
  | { kind: 'help'; text: string; answer: string | null }
  | { kind: 'reflection'; prompt: number; text: string; handedIn: boolean }
  | {
      kind: 'reveal'
      stage: EventOf<'PositionsRevealed'>['stage']
      positions: EventOf<'PositionsRevealed'>['positions']
    }
  | { kind: 'issued'; clauses: readonly ReadClause[] }
  /** What `from` says the case of `of` is; `guess` where the reader may hear where it places that side. */
  | { kind: 'case'; from: DelegationId; of: DelegationId; text: string; guess: AxisValue | null }
  /** How right `of` says that `from` got it, and what was missing. */
  | { kind: 'case-score'; from: DelegationId; of: DelegationId; score: number; text: string }
  /** The home cards turned, with what each side's members voted (A6). */
  | { kind: 'ratification'; sides: readonly JudgedSide[]; outcome: WholeOutcome }
  | { kind: 'bracket'; clause: string; text: string }
  /** A version put forward, or with a clause brought in; `before` are the words that its writer began from. */
  | {
      kind: 'version'
      clause: string
      heading: string
      broughtIn: boolean
      version: VersionId
      /** Null is the chair. */
      side: DelegationId | null
      /** The seat that wrote it. */
      drafter: SeatId | null
      text: string
      before: string | null
      cites: string | null
    }
  /** A side stands on a version, the `nth` of `of`, and says why. */
  | {
      kind: 'stand'
      clause: string
      heading: string
      of: DelegationId | 'chair'
      nth: number
      clean: boolean
      text: string
    }
  /** A package between two sides, as it ended. */
  | {
      kind: 'offer'
      from: DelegationId
      to: DelegationId
      ours: readonly NamedVersion[]
      theirs: readonly NamedVersion[]
      text: string
      status: OfferStatus
    }
  /** A motion of a head, with a few words or none. */
  | { kind: 'motion'; moved: NamedMotion; text: string }
  /** The chair's ruling on this seat's point of order, with the entry at which it was put; null where its hand was up. */
  | { kind: 'ruling'; of: SeatId; cites: number | null; upheld: boolean; text: string }
  /** What an office prepared before the lesson. */
  | { kind: 'strategy'; sheet: StrategySheet }
  /** What a delegation laid its chips on. */
  | { kind: 'chips'; laid: LaidChips }
  /** Where a side takes words that it signed to stand. */
  | ({ kind: 'reading'; value: AxisValue } & NamedVersion)
  | { kind: 'reopened'; clause: string; heading: string; text: string }
  /** What a seat says it reached of what its brief asks. */
  | {
      kind: 'claim'
      /** The objective, as the brief has it. */
      text: string
      met: boolean
      /** The entry that shows it. */
      shownBy: number | null
      /** What the chair said to it; null while nothing, and for a claim that was made anew. */
      confirmed: boolean | null
      replacedBy: number | null
    }
  | { kind: 'procedure'; sentence: Sentence }

/** What was tapped of a turn beside whom it answers and about which paragraph (T10). */
export type Tapped = Readonly<{
  way: TurnWay | null
  /** It answers nobody. */
  newPoint: boolean
  /** Whoever tapped for the speaker. */
  for: (Pick<TurnTaps, 'by' | 'seat'> & { as: Exclude<WordsAs, 'speaker'> }) | null
}>

/** A version by the clause's heading, and the `nth` of whose words it is. */
export type NamedVersion = Readonly<{ heading: string; of: DelegationId | 'chair'; nth: number }>

/** What procedure says, by key; the messages `record.procedure.<key>` take the values. */
export type Sentence =
  | { key: 'phase-started'; phase: PhaseKind; round: TensionKey | null; minutes: number }
  | { key: 'homework-started'; phase: PhaseKind; dueAt: number }
  | { key: 'floor-granted'; seat: SeatId; byAutopilot: boolean; seconds: number }
  | { key: 'spoke'; seat: SeatId; seconds: number }
  | { key: 'taken-back'; seat: SeatId }
  | { key: 'words-given'; turn: number; seat: SeatId; as: WordsAs }
  /** The room turns to a folded tension's question. */
  | { key: 'question-turned'; question: string }
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
  | {
      key: 'stood-on'
      heading: string
      delegation: DelegationId
      of: DelegationId | 'chair'
      nth: number
      clean: boolean
    }
  | { key: 'traded'; between: Pair; moves: readonly (NamedVersion & { delegation: DelegationId })[] }
  | { key: 'initialled'; heading: string; delegation: DelegationId; all: boolean }
  | ({ key: 'motion-decided'; moved: NamedMotion } & Pick<
      EventOf<'MotionDecided'>,
      'motion' | 'outcome' | 'by' | 'inFavour' | 'against'
    >)
  /** `alone`: one delegation answered, and what it said is not told (M6). */
  | { key: 'straw-poll'; heading: string; inFavour: number; against: number; silent: number; alone: boolean }
  | { key: 'debate-reopened'; heading: string }
  /** A deadline alone, one and all that follow it, and a passed part that is taken again. */
  | { key: 'deadline-moved' | 'dates-moved' | 'phase-reopened'; phase: PhaseKind; dueAt: number }
  /** Words of an entry were taken off by the chair, explained anew, and put back: `struckAt` is when they had been taken off. */
  | { key: 'words-struck' | 'strike-reason-changed'; entry: string; reason: StrikeReason }
  | { key: 'words-put-back'; entry: string; reason: string; struckAt: number | null }
  | { key: 'unsealed' }
  | { key: 'closed' }

export const procedure = (sentence: Sentence): EntryContent => ({ kind: 'procedure', sentence })
