'use client'
// The rubric that is being written, kept on the device until it is saved, and its changes.
import * as z from 'zod/mini'
import { useLocalStorage } from '#room/hooks/use-local-storage.ts'
import { randomHex } from '#room/link/random-hex.ts'
import { type Criterion, criteriaFor, equalWeight, type Rubric } from '#simulation/reading/log/rubric'

const words = z.string()
const typed = z.nullable(
  z.object({
    /** How many versions there were when it was begun. */
    versions: z.number(),
    rubric: z.object({
      note: words,
      scale: z.array(words),
      points: z.number(),
      criteria: z.array(
        z.object({
          ...{ key: words, name: words, question: words, weight: z.number() },
          subjects: z.array(z.enum(['student', 'position'])),
          levels: z.array(words),
          hint: z.array(words),
        }),
      ),
    }),
  }),
)

export type RubricWriting = ReturnType<typeof useRubric>

export function useRubric(activityId: string, stored: Rubric, versions: number) {
  const [kept, keep] = useLocalStorage<z.infer<typeof typed>>(
    { roomId: activityId, person: 'chair' },
    'rubric',
    typed,
    null,
  )
  const rubric: Rubric = kept?.rubric ?? stored
  const { criteria, scale } = rubric
  const write = (more: Partial<Rubric>) => {
    const next = { ...rubric, ...more }
    keep({
      versions: kept?.versions ?? versions,
      rubric: {
        ...{ ...next, scale: [...next.scale] },
        criteria: next.criteria.map((one) => ({
          ...{ ...one, subjects: [...one.subjects], levels: [...one.levels], hint: [...one.hint] },
        })),
      },
    })
  }
  const each = (change: (criterion: Criterion) => Partial<Criterion>) =>
    criteria.map((one) => ({ ...one, ...change(one) }))
  return {
    rubric,
    /** The versions that whoever writes has read. */
    versions: kept?.versions ?? versions,
    /** What was typed here and is not saved. */
    unsaved: kept !== null,
    write,
    discard: () => keep(null),
    criterion: (key: string, more: Partial<Criterion>) =>
      write({ criteria: each((one) => (one.key === key ? more : {})) }),
    addCriterion: () => {
      // Never one of before: its levels would come back with it.
      const key = `own-${randomHex()}`
      const blank = { name: '', question: '', hint: [], levels: scale.map(() => ''), weight: 0 }
      write({ criteria: [...criteria, { ...blank, key, subjects: ['student'] }] })
    },
    remove: (key: string) => write({ criteria: criteria.filter((one) => one.key !== key) }),
    moveUp: (key: string) => {
      const at = criteria.findIndex((one) => one.key === key)
      const [before, own] = [criteria[at - 1], criteria[at]]
      if (before && own) write({ criteria: criteria.with(at - 1, own).with(at, before) })
    },
    addLevel: () => write({ scale: [...scale, ''], criteria: each(({ levels }) => ({ levels: [...levels, ''] })) }),
    removeLevel: () => {
      const less = (all: readonly string[]) => all.slice(0, scale.length - 1)
      write({ scale: less(scale), criteria: each(({ levels }) => ({ levels: less(levels) })) })
    },
    weighAlike: () => {
      const weight = equalWeight(criteriaFor(rubric, 'student').length)
      write({ criteria: each(({ subjects }) => ({ weight: subjects.includes('student') ? weight : 0 })) })
    },
  }
}
