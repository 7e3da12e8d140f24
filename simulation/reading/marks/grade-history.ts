// What became of a student's levels in the order of time (rule J21): each level that was given, each release with its reason, each answer to
// a regrade, and whose levels were chosen in a debate of before that two had graded.

/** Whose levels were chosen where two had graded: read, and no longer offered. */
export const CHOICES = ['first', 'second', 'mean', 'own'] as const
type Choice = (typeof CHOICES)[number]

/** Of levels from oldest to newest, those that changed it; a save that only named an entry is left out. */
export const changesOf = <M extends Readonly<{ level: number }>>(history: readonly M[]): readonly M[] =>
  history.filter((mark, index) => mark.level !== history[index - 1]?.level)

type What =
  /** `before` is null for the first. */
  | Readonly<{ kind: 'level'; criterion: string; level: number; before: number | null }>
  | Readonly<{ kind: 'noPart' | 'tookPart' | 'withdrawn' }>
  | Readonly<{ kind: 'released'; reason: string | null }>
  | Readonly<{ kind: 'answered'; criterion: string; level: number; reason: string }>
  | Readonly<{ kind: 'chosen'; choice: Choice }>
/** `who` is the user who did it; null where that is not known. */
export type GradeStep = Readonly<{ at: number; who: string | null }> & What

type Done = Readonly<{ at: number; who: string | null }>
export type GradeRows = Readonly<{
  /** Oldest first. */
  levels: readonly (Done & Readonly<{ criterion: string; level: number }>)[]
  /** Oldest first. */
  notes: readonly (Done & Readonly<{ tookNoPart: boolean }>)[]
  releases: readonly (Done & Readonly<{ reason: string | null; withdrawnAt: number | null }>)[]
  answers: readonly (Done & Readonly<{ criterion: string; level: number; reason: string }>)[]
  chosen: readonly (Done & Readonly<{ choice: Choice }>)[]
}>

/** Newest first. */
export function gradeHistory({ levels, notes, releases, answers, chosen }: GradeRows): readonly GradeStep[] {
  const criteria = [...new Set(levels.map(({ criterion }) => criterion))]
  const steps: readonly GradeStep[] = [
    ...criteria.flatMap((key) => {
      const changes = changesOf(levels.filter(({ criterion }) => criterion === key))
      return changes.map((one, index) => ({
        kind: 'level' as const,
        ...one,
        before: changes[index - 1]?.level ?? null,
      }))
    }),
    ...notes.flatMap(({ tookNoPart, ...done }, index) =>
      tookNoPart === (notes[index - 1]?.tookNoPart ?? false)
        ? []
        : [{ kind: tookNoPart ? ('noPart' as const) : ('tookPart' as const), ...done }],
    ),
    ...releases.flatMap(({ withdrawnAt, ...done }) => [
      { kind: 'released' as const, ...done },
      ...(withdrawnAt === null ? [] : [{ kind: 'withdrawn' as const, at: withdrawnAt, who: null }]),
    ]),
    ...answers.map((one) => ({ kind: 'answered' as const, ...one })),
    ...chosen.map((one) => ({ kind: 'chosen' as const, ...one })),
  ]
  return steps.toSorted((a, b) => b.at - a.at)
}
