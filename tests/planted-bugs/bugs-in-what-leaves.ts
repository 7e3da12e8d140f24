/** Bugs in exports: tables, grade files, and records as files or printed. */
import type { Bug } from './bug'

export const IN_WHAT_LEAVES: readonly Bug[] = [
  {
    breaks: 'a name runs as a formula in a spreadsheet',
    inside: 'written',
    old: `typeof cell === 'string' ? unrunnable(cell)`,
    planted: `typeof cell === 'string' ? cell`,
    tests: ['tests/screens/csv.test.ts'],
  },
  {
    breaks: 'a line feed in somebody’s words begins a row in the spreadsheet',
    inside: 'csv',
    old: `      quoted_match: /[\\r\\n]/,`,
    planted: ``,
    tests: ['tests/screens/csv.test.ts'],
  },
  {
    breaks: 'Moodle gives 0 to a student who has no mark',
    inside: 'gradesForMoodle',
    old: `grade.total ?? { verbatim: NO_GRADE }`,
    planted: `grade.total ?? ''`,
    tests: ['tests/screens/grades-leave-whole.test.ts'],
  },
  {
    breaks: 'Canvas drops the grades of a course that has columns of its own',
    inside: 'columnFor',
    old: `  return { at: head.length, name`,
    planted: `  return { at: head.findLastIndex((each) => FIXED.includes(each)) + 1, name`,
    tests: ['tests/screens/grades-leave-whole.test.ts'],
  },
  {
    breaks: 'a student whom Canvas has excused is given a grade',
    inside: 'staysOf',
    old: `  if (/^ex$/i.test(cell.trim())) return 'excused'`,
    planted: ``,
    tests: ['tests/screens/grades-leave-whole.test.ts'],
  },
  {
    breaks: 'a private reflection stands in a file that goes to the class',
    inside: 'forTheClass',
    old: `(isRedacted(row) || isForTheClass(row.audience, unsealed) ? row : redacted(row))`,
    planted: `row`,
    tests: ['tests/screens/for-whom.test.ts'],
  },
  {
    breaks: 'a call for help goes to the class once the debrief has opened the record',
    inside: 'isForTheClass',
    old: `'opens' in to && to.opens === 'at-debrief')`,
    planted: `'opens' in to)`,
    tests: ['tests/screens/for-whom.test.ts'],
  },
  {
    breaks: 'a line of a student’s becomes a heading of the record',
    inside: 'atStart',
    old: `([-+=:])`,
    planted: `([-+:])`,
    tests: ['tests/screens/markdown-record.test.ts'],
  },
]
