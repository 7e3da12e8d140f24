// The texts of the record, with one for each kind of phase where a phase is named.
import type { PhaseKind } from '#simulation/agenda/phase-kinds'
import texts from './en/record.json'

type Texts = typeof texts
type OfEachPhase = Readonly<Record<PhaseKind, string>>

/** The kinds of phase that lack one of their four texts in record.json. */
type Lacking = Exclude<
  PhaseKind,
  keyof Texts['phases'] &
    keyof Texts['homeworkPhases'] &
    keyof Texts['procedure']['phase-started'] &
    keyof Texts['procedure']['homework-started']
>

/** `Missing` is a kind that has no text: the compiler names it once, here, and all who name a phase take its texts to be there. */
type Complete<Missing extends never> = Texts & {
  phases: OfEachPhase
  homeworkPhases: OfEachPhase
  procedure: { 'phase-started': OfEachPhase; 'homework-started': OfEachPhase }
} & Record<Missing, never>

export const record = texts as Complete<Lacking>
