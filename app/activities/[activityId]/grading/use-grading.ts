'use client'
// The state of the grading place: whom the page is about, where the keys stand in their work and on the sheet, and everybody's grade.
import { useParams, useRouter } from 'next/navigation'
import { createContext, use, useCallback, useEffect, useLayoutEffect, useMemo, useState } from 'react'
import { emptyDraft, type SavedMark, type Subject } from '#marks/score.ts'
import { type Score, useScore } from '#marks/use-score.ts'
import { gradingPath } from '#paths'
import type { ActivityGrading, SettingsFault } from '#simulation/beside/slices'
import { gradeOf, nextUngraded } from '#simulation/reading/marks/grades'
import { inSection } from '#simulation/reading/room/class-sections'
import type { GradedPerson, GradingActs, GradingData } from './grading-data'
import { type Notes, useNotes } from './use-notes'

export type GradingView = GradingData & {
  acts: GradingActs
  score: Score
  notes: Notes
  graded: readonly GradedPerson[]
  /** Those of the chosen section; everybody where none is chosen. The next ungraded is one of them. */
  listed: readonly GradedPerson[]
  section: string
  chooseSection: (section: string) => void
  /** Whom the sheet is about, at once; null while nobody is chosen. */
  person: GradedPerson | null
  /** Their work is not there yet. */
  waiting: boolean
  next: GradedPerson | null
  before: GradedPerson | null
  /** The entries of this student's work that may be evidence, and the one at which the keys stand. */
  shown: readonly string[]
  cursor: string | null
  show: (id: string, entries: readonly string[]) => void
  moveCursor: (by: 1 | -1) => boolean
  setCursor: (no: string) => void
  goTo: (id: string, row?: number) => void
  /** Resolves to whether it was kept. */
  /** Null where it is kept. */
  changeGrading: (more: Partial<ActivityGrading>) => Promise<SettingsFault | 'failed' | null>
  /** What a screen reader is told, and what stands at the foot. */
  said: string
  say: (words: string) => void
}

export const subjectOf = (participantId: string): Subject => ({ kind: 'student', participantId })

export function useGradingState(data: GradingData, acts: GradingActs): GradingView {
  const router = useRouter()
  const { participantId } = useParams()
  const { people, rooms, rubrics, activityId } = data
  const [grading, setGrading] = useState(data.grading)
  const [said, say] = useState('')
  const [work, setWork] = useState<{ id: string; entries: readonly string[] } | null>(null)
  const [cursor, setCursor] = useState<string | null>(null)
  const [section, chooseSection] = useState('')
  const notes = useNotes(data, acts.saveNote)
  const roomOf = useCallback(
    (of: Subject) => {
      const own = of.kind === 'student' ? people.find(({ id }) => id === of.participantId)?.roomId : null
      return own ?? rooms[0]?.id ?? ''
    },
    [people, rooms],
  )
  const begun = useCallback(() => emptyDraft, [])
  const { marks: initial } = data
  const score = useScore({ roomOf, policy: grading.evidence, rubrics, initial, save: acts.saveMark, begun })
  const given = useMemo(() => byPerson(score.marks), [score.marks])
  const graded = people.map((one): GradedPerson => {
    const of = {
      ...{ id: one.id, rubrics },
      marks: given.get(one.id) ?? [],
      note: notes.noteOf(one.id),
      releasedAt: notes.releasedAt(one.id),
      regrades: one.regrades,
    }
    return { ...one, grade: gradeOf(of, grading) }
  })
  const [pending, setPending] = usePending(participantId)
  const id = pending ?? participantId
  const person = graded.find((one) => one.id === id) ?? null
  const listed = inSection(graded, section)
  const at = listed.findIndex((one) => one.id === id)
  const chosen = score.subject?.kind === 'student' ? score.subject.participantId : null
  const { choose } = score
  const whom = person?.id ?? null
  useLayoutEffect(() => {
    if (whom !== null && whom !== chosen) choose(subjectOf(whom))
  }, [whom, chosen, choose])
  const shown = work !== null && work.id === whom ? work.entries : []
  return {
    ...data,
    ...{ acts, score, notes, graded, listed, section, chooseSection, person, grading, said, say, shown },
    setCursor,
    waiting: pending !== null,
    next: nextUngraded(listed, whom),
    before: listed[at - 1] ?? null,
    cursor: cursor !== null && shown.includes(cursor) ? cursor : (shown[0] ?? null),
    show: useCallback((of: string, entries: readonly string[]) => setWork({ id: of, entries }), []),
    moveCursor: (by) => {
      const to = shown[Math.max(0, shown.indexOf(cursor ?? '')) + by]
      if (to !== undefined) setCursor(to)
      return to !== undefined
    },
    goTo: (to, row = 0) => {
      // At once: a level that is pressed while their work comes is theirs, and not of the student before.
      setPending(to)
      choose(subjectOf(to), row)
      say('')
      router.push(gradingPath(activityId, to))
    },
    changeGrading: async (more) => {
      setGrading({ ...grading, ...more })
      // A field that is undefined does not reach the server; null does.
      const change = Object.fromEntries(Object.entries(more).map(([name, chosen]) => [name, chosen ?? null]))
      const fault = await acts.saveGrading({ activityId, grading: change }).catch(() => 'not-found' as const)
      if (fault !== null) setGrading(grading)
      router.refresh()
      return fault === 'not-found' ? 'failed' : fault
    },
  }
}

/** Whom the page was sent to and has not reached; nobody once it has, or has gone back. */
function usePending(reached: string | string[] | undefined) {
  const [pending, setPending] = useState<string | null>(null)
  useEffect(() => {
    if (reached === pending) setPending(null)
  }, [reached, pending])
  useEffect(() => {
    const back = () => setPending(null)
    window.addEventListener('popstate', back)
    return () => window.removeEventListener('popstate', back)
  }, [])
  return [pending, setPending] as const
}

function byPerson(marks: readonly SavedMark[]): ReadonlyMap<string, readonly SavedMark[]> {
  const all = new Map<string, SavedMark[]>()
  for (const mark of marks)
    if (mark.subject.kind === 'student')
      all.set(mark.subject.participantId, [...(all.get(mark.subject.participantId) ?? []), mark])
  return all
}

export const GradingContext = createContext<GradingView | null>(null)

/** The grading place around this part of it. */
export function useGrading(): GradingView {
  const view = use(GradingContext)
  if (!view) throw new Error('A part of the grading place stands outside it.')
  return view
}
