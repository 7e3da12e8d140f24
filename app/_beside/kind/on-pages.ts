// What a feature that stands beside the log shows on pages of others, so that these walk one registry (`app/_beside/slices.ts`) and name none.
import type { useTranslations } from 'next-intl'
import type { ComponentType, ReactNode } from 'react'
import type { ActivityRow } from '#server/store/access/access'
import type { PhaseKind } from '#simulation/agenda/phase-kinds'
import type { ChosenBeside, SliceKey } from '#simulation/beside/slices'
import type { HomeworkAgenda } from '#simulation/scenario/scenario'

/** The words under `grading`, which the wizard and the grading place share. */
export type GradingWords = ReturnType<typeof useTranslations<'grading'>>

/** A number that is asked for: `name` is its field. */
export type AskedNumber = Readonly<{ name: string; title: string; most: number; value: number }>

/** One choice of a wizard: `name` is its field, and `more` what is asked once something is chosen. */
export type AskedChoice = Readonly<{
  name: string
  legend: string
  hint: string
  options: readonly Readonly<{ value: string; title: string; chosen: boolean }>[]
  more: Readonly<{ legend: string; hint: string; fields: readonly AskedNumber[] }> | null
}>

/** What the wizard of a homework debate offers of it. Its fields are those that the slice's `form` reads. */
export type WizardOffer = Readonly<{
  /** Whether a debate by this agenda can have it, without these parts of the agenda (H26). */
  offers: (agenda: HomeworkAgenda, without: readonly PhaseKind[]) => boolean
  asks: (chosen: ChosenBeside, t: GradingWords) => AskedChoice
  /** What is chosen, as one line of what is published; null where nothing is. */
  fact: (chosen: ChosenBeside, t: GradingWords) => Readonly<{ name: string; text: string }> | null
}>

/** A section under a student's work. */
export type StudentSection = Readonly<{ title: string; aside: string; body: ReactNode }>
/** Whose work is graded; `called` is what a student is called whose name is hidden. */
export type GradedStudent = { activity: ActivityRow; participantId: string; called: (number: number) => string }

/** Each part is there where the feature has it. */
export type BesideOnPages = Readonly<{
  key: SliceKey
  wizard?: WizardOffer
  /** Among the rules of grading of a homework debate; it asks `useChoosing` what is chosen. */
  GradingPanel?: ComponentType
  /** Read for whoever grades and was let in; null where there is nothing of it. */
  readStudent?: (student: GradedStudent) => Promise<StudentSection | null>
}>
