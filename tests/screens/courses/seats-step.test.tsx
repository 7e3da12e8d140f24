// The wizard's step of tables and seats: each number stands with what it counts, for none, one and many.
import { expect, test } from 'vitest'
import { NOBODY_LISTED } from '#simulation/seating/class-tables'
import { delegationsIn } from '#ui/words/delegations.ts'
import { SeatsStep } from '../../../app/courses/[courseId]/new-seminar/seats-step'
import type { SeminarSetup } from '../../../app/courses/[courseId]/new-seminar/setup'
import { markup } from '../drawn-screens'
import { fresh, scenario } from './given-setup'

/** What the step says: its words, and each row of the table as its cells. */
function said(more: Partial<SeminarSetup>) {
  const html = markup(
    <SeatsStep
      setup={{ ...fresh(), spare: 0, ...more }}
      courseId="c"
      delegations={delegationsIn(scenario)}
      listed={NOBODY_LISTED}
    />,
  )
  const words = (part: string) =>
    part
      .replaceAll(/<[^>]+>/g, '')
      .replaceAll(/\s+/g, ' ')
      .trim()
  const rows = [...html.matchAll(/<tr>(.*?)<\/tr>/gs)].map(([, row = '']) =>
    [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, cell = '']) => words(cell)),
  )
  const lead = /<\/h1>\s*<p[^>]*>(.*?)<\/p>/s.exec(html)?.[1] ?? ''
  return { lead: words(lead), rows, all: words(html) }
}

const three = { tables: 1, chairs: 3, offices: [3, 3, 3] } as const

test('the seats that stay empty are counted with what they are, for none, one and many, and for each number of tables', () => {
  expect(said({ ...three, students: 9 }).lead).toBe('Every seat has a student.')
  expect(said({ ...three, students: 8 }).lead).toBe(
    'One seat stays empty: an office. An understudy plays the empty office.',
  )
  expect(said({ ...three, students: 8, understudies: false }).lead).toBe('One seat stays empty: an office.')
  expect(said({ ...three, students: 11 }).lead).toBe(
    'One seat stays empty: a second chair. 2 students are the second chair of an office: the two share its brief.',
  )
  expect(said({ ...three, students: 7 }).lead).toBe(
    '2 seats stay empty: 2 offices and no second chair. Understudies play the empty offices.',
  )
  expect(said({ ...three, students: 9, spare: 3 }).lead).toBe('3 seats stay empty: no office and 3 second chairs.')
  expect(said({ ...three, students: 8, spare: 2 }).lead).toMatch(
    /^4 seats stay empty: one office and 3 second chairs\./,
  )
  expect(said({ ...three, students: 14, tables: 2 }).lead).toMatch(
    /^4 seats stay empty, at all tables together: 4 offices and no second chair\./,
  )
})

test('a row of the table says how many students each delegation has, and its last column what is counted', () => {
  const [head, row] = said({ ...three, students: 2 }).rows
  expect(head?.slice(-2)).toEqual(['Students', 'Empty seats'])
  expect(row).toEqual(['Table 1', 'one student', 'one student', 'no student', '2', '7'])
  expect(said({ ...three, students: 7 }).rows[1]?.slice(1, 4)).toEqual(['3 students', '2 students', '2 students'])
})

test('what is asked for and what comes of it are called the same, and that there can be more is said', () => {
  const { all } = said({ ...three, students: 9, spare: 2 })
  expect(all).toContain('Seats to keep empty at each table')
  expect(all).toContain('At least, for people who are not on the list')
  expect(all).not.toMatch(/spare|left over/i)
})
