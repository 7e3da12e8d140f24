// What the grading place is given by its layout, and its acts.
import type { ReactNode } from 'react'
import type { MarkAnswer } from '#marks/marks-actions.ts'
import type { SavedMark } from '#marks/score.ts'
import type { ActivityGrading, SettingsFault, ShareBeside, SliceKey } from '#simulation/beside/slices'
import type { Rubrics } from '#simulation/reading/log/rubric'
import type { GradeStep } from '#simulation/reading/marks/grade-history'
import type { GradeNote, ReleaseScope, StudentGrade } from '#simulation/reading/marks/grades'
import type { LatePart } from '#simulation/reading/marks/lateness'
import type { Regrade } from '#simulation/reading/marks/regrades'

export type PersonHere = {
  id: string
  name: string
  roomId: string | null
  /** Empty where the class list names none, and where names are hidden. */
  section: string
  /** Delegation and office, and the room where there are several. */
  about: string
  note: GradeNote | null
  releasedAt: number | null
  regrades: readonly Regrade[]
  /** How late each part of theirs came; empty where lateness takes nothing off. */
  late: readonly LatePart[]
  /** What stands beside the log and counts in their sum. */
  shares: readonly ShareBeside[]
}
export type GradedPerson = PersonHere & { grade: StudentGrade }

export type ReleaseAnswer =
  | { ok: true; act: string; at: number; people: readonly string[] }
  | { ok: false; fault: 'not-found' | 'no-reason' | 'nobody' }

/** `who` is the name of whoever did it; null where nobody has it any more. Newest first. */
export type GradeHistory = { steps: readonly GradeStep[]; criteria: Readonly<Record<string, string>> }

export type AnswerFault = 'not-found' | 'other-level' | 'answered'

export type GradingActs = {
  saveMark: (input: unknown) => Promise<MarkAnswer>
  saveNote: (input: unknown) => Promise<GradeNote | null>
  release: (input: { activityId: string; scope: ReleaseScope; reason: string | null }) => Promise<ReleaseAnswer>
  withdraw: (input: { activityId: string; act: string }) => Promise<boolean>
  answerRegrade: (input: unknown) => Promise<AnswerFault | null>
  readHistory: (input: { activityId: string; participantId: string }) => Promise<GradeHistory | null>
  saveGrading: (input: { activityId: string; grading: object }) => Promise<SettingsFault | 'not-found' | null>
}

export type GradingData = {
  activityId: string
  people: readonly PersonHere[]
  /** Without names where those are hidden. */
  rooms: readonly { id: string; name: string }[]
  marks: readonly SavedMark[]
  rubrics: Rubrics
  grading: ActivityGrading
  /** Whether it is a homework debate, in which work can be late. */
  homework: boolean
  /** What stands beside the log and is switched off on this server. */
  besideOff: readonly SliceKey[]
  /** What else stands beside the log and is chosen among the rules of a homework debate. */
  panels: ReactNode
  /** Whether the reader may release and change how it is graded. */
  runs: boolean
  /** When the marks of everybody were released at once; null while they were not. */
  releasedToAll: number | null
}
