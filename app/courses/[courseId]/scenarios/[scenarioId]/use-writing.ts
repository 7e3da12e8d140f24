'use client'
// The scenario that is being written on this page, for every field of it: its words, what each place lacks, and how to change it.
import { createContext, useContext, useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import { readWriting, type WritingFaultKind } from '#simulation/scenario/authoring/read-writing'
import type { Writing } from '#simulation/scenario/authoring/writing'
import { readThisVersion, saveThisWriting } from '../actions'
import { type InHand, WritingInHand } from './writing-in-hand'

export type Written = InHand & {
  courseId: string
  scenarioId: string
  /** The places at which something is missing or wrong, in the page's order. */
  faults: ReadonlyMap<string, WritingFaultKind>
  /** Changes the scenario; `place` names the field, so that typing in it is one step to undo. */
  change: (place: string | null, own: Writing) => void
  undo: () => void
}

const Context = createContext<Written | null>(null)
export const WrittenProvider = Context.Provider

export function useWritten(): Written {
  const written = useContext(Context)
  if (!written) throw new Error('A field of a scenario stands outside of its page.')
  return written
}

type Opened = { courseId: string; scenarioId: string; version: number; own: Writing }

export function useWriting({ courseId, scenarioId, version, own }: Opened): Written {
  const [hand] = useState(
    () =>
      new WritingInHand(
        { version, own },
        {
          save: (words) => saveThisWriting({ courseId, scenarioId, ...words }),
          read: () => readThisVersion({ courseId, scenarioId, version: 0 }),
        },
      ),
  )
  const inHand = useSyncExternalStore(hand.subscribe, hand.read, hand.read)
  useEffect(() => {
    const flush = () => {
      if (document.visibilityState === 'hidden') void hand.flush()
    }
    const warn = (event: BeforeUnloadEvent) => {
      if (hand.read().saved !== 'saved') event.preventDefault()
    }
    document.addEventListener('visibilitychange', flush)
    window.addEventListener('beforeunload', warn)
    return () => {
      document.removeEventListener('visibilitychange', flush)
      window.removeEventListener('beforeunload', warn)
    }
  }, [hand])
  return useMemo(() => {
    const read = readWriting(inHand.own)
    return {
      ...inHand,
      ...{ courseId, scenarioId },
      faults: new Map(read.ok ? [] : read.faults.map(({ place, fault }) => [place, fault])),
      change: (place, changed) => hand.change(place, changed),
      undo: () => hand.undo(),
    }
  }, [inHand, hand, courseId, scenarioId])
}
