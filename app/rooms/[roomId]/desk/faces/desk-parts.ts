// What the parts of the desk are given.

import type { MarkAnswer } from '#marks/marks-actions.ts'
import type { SavedMark } from '#marks/score.ts'
import type { Score } from '#marks/use-score.ts'
import type { TensionKey } from '#simulation/kernel/ids'
import type { Absentees } from '#simulation/reading/homework/missing'
import type { Rubrics } from '#simulation/reading/log/rubric'
import type { Paragraph } from '#simulation/reading/log/transcript'
import type { EvidencePolicy } from '#simulation/reading/marks/grades'
import type { Note } from '../notes/note-dialog'
import type { DeskView } from '../scoring/desk-view'
import type { AgendaStep } from './agenda-step'
import type { NextStep } from './chair-steps'
import type { DeskJoin } from './face-lobby'
import type { SeatActs } from './seat-acts'

/** What the page passes in; everything else arrives over the socket. */
export type DeskPageData = {
  roomId: string
  room: string
  activityId: string
  courseId: string
  kind: 'seminar' | 'homework'
  rooms: readonly { id: string; name: string }[]
  title: string
  absent: Absentees
  listens: boolean
  rubrics: Rubrics
  marks: readonly SavedMark[]
  /** Whether a level needs an entry that shows it. */
  evidence: EvidencePolicy
  /** The questions to talk about in the debrief, the first three of them. */
  questions: readonly string[]
  /** Our summaries of the sources' paragraphs, by id. */
  gists: Readonly<Record<string, string>>
  saveMark: (input: unknown) => Promise<MarkAnswer>
}

export type RecordParts = {
  shown: readonly Paragraph[]
  focused: string | null
  onFocused: (no: string) => void
  evidence: ReadonlySet<string>
  onEvidence: ((no: string) => void) | undefined
  /** The entry whose menu is open. */
  opened: string | null
  onMore: (no: string, button: HTMLElement) => void
  /** Hides the words of a line at once, or brings back those that were hidden a moment ago. */
  onHide: (no: string) => void
  /** Whether only entries of the score sheet's subject are listed. */
  only: boolean
  onOnly: (only: boolean) => void
}

export type DeskParts = {
  desk: DeskView
  next: NextStep
  step: AgendaStep
  acts: SeatActs
  score: Score
  record: RecordParts
  onNext: () => void
  join: DeskJoin
  questions: readonly string[]
  onNote: (note: Note) => void
  /** Every entry, those of caucuses too. */
  entries: readonly Paragraph[]
  /** Opens the positions of a round side by side. */
  onCards: (round: TensionKey) => void
  /** Opens the ruling on a seat's point of order. */
  onRule: (seat: string) => void
  /** Opens the sheet in which the chair decides a ratification. */
  onDecide: () => void
  /** Shows a line that was reported. */
  onLook: (entry: string) => void
}
