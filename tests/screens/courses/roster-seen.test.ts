/** A save button of the roster's page promises whom it leaves out, adds and removes; the server saves that and nothing else. */
import { expect, test } from 'vitest'
import { comparisonSeen, linesSeen } from '../../../app/courses/[courseId]/roster/seen'

test('what a save button promised is known by who it is about, not by how many', () => {
  const read = (line: number) => ({ places: ['Mei Li', 'Wei Chen'], faults: [{ line }] })
  expect(linesSeen(read(11))).toBe(linesSeen(read(11)))
  expect(linesSeen(read(11))).not.toBe(linesSeen(read(12)))
  const compared = (line: number, id: string) => ({ added: [{ line }], removed: [{ id }], kept: ['Mei Li'] })
  expect(comparisonSeen(compared(2, 'wei'))).toBe(comparisonSeen(compared(2, 'wei')))
  expect(comparisonSeen(compared(2, 'wei'))).not.toBe(comparisonSeen(compared(3, 'wei')))
  expect(comparisonSeen(compared(2, 'wei'))).not.toBe(comparisonSeen(compared(2, 'mei')))
})
