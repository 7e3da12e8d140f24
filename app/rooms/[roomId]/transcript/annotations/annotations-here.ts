'use client'
// What the entries of a record's page know of the annotations around them.
import { createContext, use } from 'react'
import type { Owner } from '#room/hooks/use-local-storage.ts'
import type { Span } from '#simulation/kernel/spans'
import type { ShownThread } from '#simulation/reading/record/annotations'
import type { AnnotationFor } from '#simulation/secrecy/annotations'
import type { DisplayNames } from '#simulation/wire/protocol'
import type { OpenThreads } from './use-threads'

export type AnnotationsOf = {
  owner: Owner
  isStaff: boolean
  /** Whether the reader may hide comments. */
  mayHide: boolean
  /** For whom they may annotate, a student where one said the entry; for nobody where they hold no seat. */
  chooses: readonly AnnotationFor[]
  /** What the students are called to whom they may write beside their entries. */
  students: DisplayNames
  /** Whether the debate asks them for annotations, and counts one that is written now. */
  isAsked: boolean
  timeZone: string
}

/** What the sheet is open for. */
export type Writing =
  | { kind: 'thread'; entry: string; words: string | null; span: Span | null; student: string | null }
  | { kind: 'answer'; thread: ShownThread }

type Here = AnnotationsOf &
  Pick<OpenThreads, 'threads' | 'reload'> & {
    /** Opens the sheet for a new thread on an entry, or some of its words where these were selected. */
    annotate: (entry: string, words: string | null, student: string | null) => void
    answer: (thread: ShownThread) => void
  }

export const Beside = createContext<Here | null>(null)
/** Null on a page that shows none, such as a printed one. */
export const useAnnotations = (): Here | null => use(Beside)
