'use client'
// What stands beside the entries of a record on paper: to be read, with nothing to press.
import { type ReactNode, useMemo } from 'react'
import type { ShownThread } from '#simulation/reading/record/annotations'
import { type AnnotationsOf, Beside } from './annotations-here'

type StillAnnotationsProps = Pick<AnnotationsOf, 'isStaff' | 'timeZone'> & {
  threads: readonly ShownThread[]
  children: ReactNode
}

const nothing = () => undefined
const STILL = {
  ...{ owner: { roomId: '', person: '' }, mayHide: false, isAsked: false, chooses: [], students: {} },
  ...{ reload: async () => undefined, annotate: nothing, answer: nothing },
}

export function StillAnnotations({ threads, children, ...of }: StillAnnotationsProps) {
  const still = useMemo(
    () =>
      threads.map((thread) => {
        const comments = thread.comments.map((comment) => ({ ...comment, own: false }))
        return { ...thread, comments, mayAnswer: false }
      }),
    [threads],
  )
  return <Beside value={{ ...STILL, ...of, threads: still }}>{children}</Beside>
}
