/** Who gets through to what, by how near it is: the reaches that the rows of the authorisation matrix name. */
import type { Actor } from './given-world'
import { type Reach, staff } from './staff-expected'

/** Whoever sits at the own table, or has a place there to sit down from. */
export const seated: readonly Actor[] = ['guest', 'student', 'hopping student']
const plus = (reach: Reach, more: Partial<Reach>): Reach => ({
  own: [...(more.own ?? []), ...reach.own],
  'next table': [...(more['next table'] ?? []), ...reach['next table']],
  'same course': [...(more['same course'] ?? []), ...reach['same course']],
  'other course': reach['other course'],
})

/** Whoever runs it. */
export const chairs: Reach = staff('runs')
/** Whoever reads its whole record and marks in it. */
export const graders: Reach = staff('readsAndMarks')
/** Whoever marks at one of its tables. */
export const markers: Reach = plus(graders, { 'next table': ['grader'] })
/** Whoever sits at this very table, and whoever reads its whole record. */
export const table: Reach = plus(graders, { own: seated })
/** Whoever takes part in the activity, and whoever runs it. */
export const activity: Reach = plus(chairs, { own: seated, 'next table': seated })
/** Whoever takes part in anything of the course, and whoever has a part in it. */
export const member: Reach = plus(staff('belongs'), { own: seated, 'next table': seated, 'same course': seated })
/** Whoever may invite colleagues and change their parts. */
export const people: Reach = staff('changesPeople')
/** Whoever keeps the house; it is nobody's course. */
export const administrator: Reach = {
  own: ['administrator'],
  'next table': ['administrator'],
  'same course': ['administrator'],
  'other course': ['administrator'],
}
/** Whoever has written it: here each course's instructor. */
export const authors: Reach = {
  ...{ own: ['instructor'], 'next table': ['instructor'], 'same course': ['instructor'] },
  'other course': ['other instructor'],
}
export const nobody: Reach = { own: [], 'next table': [], 'same course': [], 'other course': [] }
/** Whoever sits at this very table, and not its chairs. */
export const sitters: Reach = { own: seated, 'next table': [], 'same course': [], 'other course': [] }
/** Whoever takes part in the activity, and not its chairs. */
export const participants: Reach = { ...sitters, 'next table': seated }
