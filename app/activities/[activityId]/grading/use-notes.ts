'use client'
// What stands beside each student's levels, and until when their grade is released: shown at once, and as the server has it afterwards.
import { useCallback, useRef, useState } from 'react'
import type { GradeNote } from '#simulation/reading/marks/grades'
import type { GradingActs, GradingData } from './grading-data'

export type Notes = {
  noteOf: (id: string) => GradeNote | null
  releasedAt: (id: string) => number | null
  /** Whether words of theirs did not reach the server; they stay here. */
  unsaved: (id: string) => boolean
  /** Resolves to whether it was kept. */
  change: (id: string, more: Partial<Omit<GradeNote, 'at'>>) => Promise<boolean>
  /** Of these people, until when it is released; returns what it was before. */
  released: (next: ReadonlyMap<string, number | null>) => ReadonlyMap<string, number | null>
}

const NONE: Omit<GradeNote, 'at'> = { comment: null, tookNoPart: false }

export function useNotes({ activityId, people }: GradingData, save: GradingActs['saveNote']): Notes {
  const [notes, setNotes] = useState(() => new Map(people.map(({ id, note }) => [id, note])))
  const [releases, setReleases] = useState(() => new Map(people.map(({ id, releasedAt }) => [id, releasedAt])))
  const [unsaved, setUnsaved] = useState<ReadonlySet<string>>(new Set())
  /** One request at a time: an older one could arrive after a newer. */
  const queue = useRef(Promise.resolve())
  const keep = useCallback(
    (id: string, note: GradeNote | null) => setNotes((before) => new Map(before).set(id, note)),
    [],
  )
  const releasedAt = (id: string) => releases.get(id) ?? null
  return {
    noteOf: (id) => notes.get(id) ?? null,
    releasedAt,
    unsaved: (id) => unsaved.has(id),
    change: async (id, more) => {
      const before = notes.get(id) ?? null
      const { comment, tookNoPart } = { ...NONE, ...before, ...more }
      keep(id, { comment, tookNoPart, at: Date.now() })
      const work = queue.current.then(() =>
        save({ activityId, participantId: id, comment, tookNoPart }).catch(() => null),
      )
      queue.current = work.then(() => undefined)
      const kept = await work
      const lostWords = kept === null && more.comment !== undefined
      // An answer to what was sent before may have put the words away that did not arrive.
      keep(id, lostWords ? { comment, tookNoPart, at: Date.now() } : (kept ?? before))
      setUnsaved((all) => new Set([...[...all].filter((one) => one !== id || !kept), ...(lostWords ? [id] : [])]))
      return kept !== null
    },
    released: (next) => {
      const before = new Map([...next.keys()].map((id) => [id, releasedAt(id)]))
      setReleases((known) => new Map([...known, ...next]))
      return before
    },
  }
}
