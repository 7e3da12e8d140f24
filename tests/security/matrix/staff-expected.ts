/**
 * What each part of staff is for, written by hand from what the parts mean, and where each reaches. It must not ask the server's own
 * table.
 */
import type { Actor, Target } from './given-world'

/** Who gets through to a thing, by how near it is to the guest and the student. */
export type Reach = Readonly<Record<Target, readonly Actor[]>>

/** Everywhere in their course; the grader was given the own table, and nothing else. */
const WHOLE_COURSE = ['assistant', 'instructor', 'administrator'] as const

const EXPECTED = {
  /** Reading a whole record, marking and noting in it: everybody, each where their part reaches. */
  readsAndMarks: { whole: WHOLE_COURSE, ownTable: ['grader'] },
  /** The course's front page and its search: everybody with a part in it. */
  belongs: { whole: [...WHOLE_COURSE, 'grader'], ownTable: [] },
  /** Desk, stage, lobby, board, wall, roster, plans, brought records, release and grade files. */
  runs: { whole: WHOLE_COURSE, ownTable: [] },
  /** Inviting colleagues, changing and ending their parts. */
  changesPeople: { whole: ['instructor', 'administrator'], ownTable: [] },
  /** A part of one's own to end. An administrator has none. */
  hasPart: { whole: ['grader', 'assistant', 'instructor'], ownTable: [], others: ['other instructor'] },
} as const satisfies Record<string, { whole: readonly Actor[]; ownTable: readonly Actor[]; others?: readonly Actor[] }>

export function staff(what: keyof typeof EXPECTED): Reach {
  const { whole, ownTable } = EXPECTED[what]
  const others = what === 'hasPart' ? EXPECTED.hasPart.others : (['other instructor', 'administrator'] as const)
  return { own: [...ownTable, ...whole], 'next table': whole, 'same course': whole, 'other course': others }
}
