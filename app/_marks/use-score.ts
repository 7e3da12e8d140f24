'use client'
// The state of the score sheet: subject, current row, unsaved marks, and their saving, one request at a time for each row.
import { useRouter } from 'next/navigation'
import { useCallback, useMemo, useRef, useState } from 'react'
import { type Criterion, criteriaFor as judging, type Rubric, type Rubrics } from '#simulation/reading/log/rubric'
import type { EvidencePolicy } from '#simulation/reading/marks/grades'
import type { MarkAnswer, MarkFault } from './marks-actions'
import {
  emptyDraft,
  isReady,
  type Level,
  placeIn,
  rowKey,
  rubricsOf,
  type SavedMark,
  type Subject,
  standing,
  subjectKey,
  type UnsavedMark,
  versionIn,
  waitingRows,
} from './score'

export type Saving = { kind: 'saving' } | { kind: 'failed'; why: MarkFault | 'offline' }

export type Score = {
  subject: Subject | null
  /** The criteria that apply to this subject, in the rubric's order. */
  criteria: readonly Criterion[]
  row: number
  current: Criterion | null
  marks: readonly SavedMark[]
  rubricOf: (subject: Subject) => Rubric
  criteriaFor: (subject: Subject) => readonly Criterion[]
  /** Of the chosen subject, or of another. */
  draftOf: (criterion: string, of?: Subject) => UnsavedMark
  /** Whether a row can be saved as it is. */
  ready: (draft: UnsavedMark) => boolean
  savingOf: (criterion: string, of?: Subject) => Saving | null
  /** Of `row`: the criterion on which the keys then stand. */
  choose: (subject: Subject, row?: number) => void
  goTo: (row: number) => void
  /** Returns what the row holds then. */
  setLevel: (level: Level, criterion?: string, of?: Subject) => UnsavedMark
  /** Of the row on which the keys stand, and with it of every row whose level still waits for evidence. */
  toggleEvidence: (no: string, of?: Subject) => void
  /** The same, where no criterion is named. */
  setNoEvidence: (criterion?: string, of?: Subject) => void
  setComment: (comment: string, criterion?: string) => void
  retry: (criterion: string, of?: Subject) => void
}

type ScoreProps = {
  /** The room in which a subject is judged. */
  roomOf: (subject: Subject) => string
  policy: EvidencePolicy
  rubrics: Rubrics
  initial: readonly SavedMark[]
  save: (input: unknown) => Promise<MarkAnswer>
  /** What a row holds before anybody has touched it. */
  begun: (subject: Subject, criterion: Criterion) => UnsavedMark
}

export function useScore({ roomOf, policy, rubrics, initial, save, begun }: ScoreProps): Score {
  const rubricOf = useCallback((of: Subject) => rubricsOf(rubrics, roomOf(of))(of), [rubrics, roomOf])
  const router = useRouter()
  const [marks, setMarks] = useState(initial)
  const [subject, setSubject] = useState<Subject | null>(null)
  const [at, setAt] = useState<{ key: string | null; row: number }>({ key: null, row: 0 })
  const [drafts, setDrafts] = useState<Readonly<Record<string, UnsavedMark>>>({})
  const [saving, setSaving] = useState<Readonly<Record<string, Saving | null>>>({})
  /** The pending saves of each row in order: without the queue an older save could arrive after a newer one. */
  const queues = useRef(new Map<string, Promise<void>>())
  const criteriaFor = useCallback((of: Subject) => judging(rubricOf(of), of.kind), [rubricOf])
  const criteria = useMemo(() => (subject ? criteriaFor(subject) : []), [criteriaFor, subject])
  const row = placeIn(criteria, at)
  const current = criteria[row] ?? null

  const draftOf = (criterion: string, of: Subject | null = subject): UnsavedMark => {
    if (!of) return emptyDraft
    const found = criteriaFor(of).find(({ key }) => key === criterion)
    const before = () => (found ? begun(of, found) : emptyDraft)
    return drafts[rowKey(of, criterion)] ?? standing(marks, of, criterion) ?? before()
  }

  const keep = useCallback(
    (of: Subject, criterion: string, draft: UnsavedMark) => {
      const key = rowKey(of, criterion)
      setDrafts((before) => ({ ...before, [key]: draft }))
      if (!isReady(draft, policy)) return
      const { level, evidence, noEvidence, comment } = draft
      const told =
        of.kind === 'position'
          ? { subject: of.kind, delegation: of.delegation, round: of.round }
          : { subject: of.kind, participantId: of.participantId, round: null }
      setSaving((before) => ({ ...before, [key]: { kind: 'saving' } }))
      const roomId = roomOf(of)
      const version = versionIn(rubrics, roomId, of)
      const work = async () => {
        const answer = await save({
          ...told,
          roomId,
          version,
          criterion,
          level,
          evidence,
          noEvidence,
          comment,
        }).catch(() => null)
        if (answer?.ok) {
          const { id, at } = answer
          setMarks((before) => [...before, { id, subject: of, criterion, level, evidence, noEvidence, comment, at }])
        }
        if (answer && !answer.ok && answer.fault === 'rubric-changed') {
          // The rubric that counts comes to the page. What was typed stays; the level was one of another scale.
          const stands = standing(marks, of, criterion)?.level ?? null
          setDrafts((before) => ({ ...before, [key]: { ...(before[key] ?? draft), level: stands } }))
          router.refresh()
        }
        const failed: Saving | null = answer?.ok ? null : { kind: 'failed', why: answer?.fault ?? 'offline' }
        setSaving((before) => ({ ...before, [key]: failed }))
      }
      const after = (queues.current.get(key) ?? Promise.resolve()).then(work)
      queues.current.set(key, after)
    },
    [roomOf, rubrics, policy, save, marks, router],
  )

  const change = (
    criterion: string | undefined,
    make: (draft: UnsavedMark) => UnsavedMark,
    of: Subject | null = subject,
  ): UnsavedMark => {
    if (!of || criterion === undefined) return emptyDraft
    const draft = make(draftOf(criterion, of))
    keep(of, criterion, draft)
    return draft
  }

  const alsoWaiting = (of: Subject | null = subject): readonly string[] =>
    of
      ? waitingRows(criteriaFor(of), (criterion) => draftOf(criterion, of), policy).filter(
          (key) => key !== current?.key,
        )
      : []

  return {
    subject,
    criteria,
    row,
    current,
    marks,
    rubricOf,
    criteriaFor,
    draftOf: (criterion, of) => draftOf(criterion, of),
    ready: (draft) => isReady(draft, policy),
    savingOf: (criterion, of = subject ?? undefined) => (of ? (saving[rowKey(of, criterion)] ?? null) : null),
    choose: (next, to = 0) => {
      if (!subject || subjectKey(next) !== subjectKey(subject)) setSubject(next)
      setAt({ key: criteriaFor(next)[to]?.key ?? null, row: to })
    },
    goTo: (next) => {
      const to = placeIn(criteria, { key: null, row: next })
      setAt({ key: criteria[to]?.key ?? null, row: to })
    },
    setLevel: (level, criterion = current?.key, of) => change(criterion, (draft) => ({ ...draft, level }), of),
    toggleEvidence: (no, of) => {
      const had = current !== null && draftOf(current.key, of).evidence.includes(no)
      for (const key of had ? [current.key] : [current?.key, ...alsoWaiting(of)])
        change(
          key,
          ({ evidence, ...draft }) => ({
            ...draft,
            evidence: had ? evidence.filter((one) => one !== no) : [...evidence, no],
            noEvidence: false,
          }),
          of,
        )
    },
    setNoEvidence: (criterion, of) => {
      const key = criterion ?? current?.key
      const also = criterion === undefined && key !== undefined && !draftOf(key, of).noEvidence ? alsoWaiting(of) : []
      for (const one of [key, ...also])
        change(one, (draft) => ({ ...draft, noEvidence: !draft.noEvidence, evidence: [] }), of)
    },
    setComment: (comment, criterion = current?.key) =>
      void change(criterion, (draft) => ({ ...draft, comment: comment.trim() === '' ? null : comment.trim() })),
    retry: (criterion, of) => void change(criterion, (draft) => draft, of),
  }
}
