// While names are hidden, no office, name, address or number of a student is left in what whoever grades reads (rule J7).
import { expect, test } from 'vitest'
import { tensionKey } from '#simulation/kernel/ids'
import { inWork, namesTakenOut } from '#simulation/reading/text/nameless'
import type { StudentWork, WorkPiece } from '#simulation/reading/text/student-work'

const paper = (no: string): WorkPiece => ({
  ...{ kind: 'paper', no, round: tensionKey.parse('framing'), stage: 'opening', value: 1, text: `By ${no}.` },
  ...{ handedIn: true, mine: 1, all: 1, others: [] },
})
const heading = (words: string): StudentWork => ({
  phases: [
    {
      phase: 0,
      progress: {
        ...{ phase: 0, status: 'done', dueAt: null, extendedTo: null, counted: [], asked: 0, done: 0 },
        ...{ lateBy: null, addedAfter: null },
      },
      pieces: [paper('12'), { kind: 'advice', no: null, votes: [{ heading: words, vote: 'for' }] }],
    },
  ],
  ...{ asked: 0, done: 0, late: 0, words: 0 },
})

const people: readonly (readonly [string, string])[] = [
  ['An Lee', 'Student 1'],
  ['Mei An Lee', 'Student 2'],
  ['李明', 'Student 3'],
  ['Sukarno', 'Student 4'],
  ['omar.reid@college.example', 'Student 5'],
  ['20-441', 'Student 5'],
  ['O’Neill (Jr.)', 'Student 6'],
  ['12', 'Student 7'],
  ['7', 'Student 8'],
]

const texts = [
  ['An Lee and MEI AN LEE agree.', 'Student 1 and Student 2 agree.'],
  ['我同意李明的看法。', '我同意Student 3的看法。'],
  ['Sukarno’s case; sukarno is a key.', 'Student 4’s case; sukarno is a key.'],
  ['Write to Omar.Reid@college.example, number 20-441.', 'Write to Student 5, number Student 5.'],
  ['*Mei* An\u00a0Lee, An **Lee**.', '*Student 2, Student 1**.'],
  ['Entry 12.', 'Entry Student 7.'],
  ['O’Neill (Jr.) wrote it, not Han Leeds.', 'Student 6 wrote it, not Han Leeds.'],
] as const

test('J7 what was written is read without its people, whole names alone, in any script, and what nobody wrote as it is', () => {
  const takeOut = namesTakenOut(people)
  for (const [written, read] of texts) {
    const [phase] = inWork(heading(written), takeOut).phases
    expect(phase?.pieces).toEqual([
      { ...paper('12'), text: 'By Student 7.' },
      { kind: 'advice', no: null, votes: [{ heading: read, vote: 'for' }] },
    ])
  }
})
