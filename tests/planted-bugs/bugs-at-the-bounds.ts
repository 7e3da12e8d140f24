/** Bugs where something comes in from outside: bodies, addresses, ids, links, words of any length. */
import type { Bug } from './bug'

export const AT_THE_BOUNDS: readonly Bug[] = [
  {
    breaks: 'one question that cannot be asked fails everybody who asked at the same time',
    inside: 'batchLoader',
    old: `        if (batch.length === 1) batch[0]?.fail(error)
        else await askOneByOne(batch)`,
    planted: `        for (const { fail } of batch) fail(error)`,
    tests: ['tests/server/store/batch-loader.test.ts'],
  },
  {
    breaks: 'a body that does not say how long it is goes on for ever',
    inside: 'collectBody',
    old: `      if (size > most) {`,
    planted: `      if (size < 0) {`,
    tests: ['tests/security/large-bodies.test.ts'],
    built: true,
  },
  {
    breaks: 'one address with thousands of parameters stops every class',
    inside: 'boundsRefusal',
    old: `  if (url.length > MOST_ADDRESS) return ADDRESS_TOO_LONG`,
    planted: `  if (url.length > 20 * MOST_ADDRESS) return ADDRESS_TOO_LONG`,
    tests: ['tests/security/bounds.test.ts'],
    only: 'an address',
    built: true,
  },
  {
    breaks: 'an id that no database can hold is asked of it',
    inside: 'accessRoom',
    old: `  isRowId(roomId) ? loadRoomAccess({ user, roomId }) : null`,
    planted: `  roomId ? loadRoomAccess({ user, roomId }) : null`,
    tests: ['tests/server/store/access.test.ts'],
  },
  {
    breaks: 'a link sends whoever signs in to another site',
    inside: 'localPath',
    old: `  return url.origin === HERE && /^\\/(?![/\\\\])/.test(path) ? path : coursesPath()`,
    planted: `  return url.origin === HERE ? path : coursesPath()`,
    tests: ['tests/screens/people/local-path.test.ts'],
  },
  {
    breaks: 'a plan may have as many seats as somebody likes',
    inside: 'roomPlan',
    old: `  seats: list(seatPlan, MOST_SEATS),`,
    planted: `  seats: z.array(seatPlan),`,
    tests: ['tests/server/bounds.test.ts'],
  },
  {
    breaks: 'a pattern looks at a cell of any length',
    inside: 'isTooLong',
    old: `  cells.length > mostCells || cells.some((cell) => cell.length > longestCell)`,
    planted: `  cells.length > mostCells`,
    tests: ['tests/server/patterns.test.ts'],
  },
  {
    breaks: 'whoever is judged for long holds up everybody behind',
    inside: 'ProgramThread.run',
    old: `const late = setTimeout(() => setImmediate(() => done('over')), most)`,
    planted: `const late = setTimeout(() => setImmediate(() => done('over')), 2 ** 30 + most)`,
    tests: ['tests/server/worker-queue.test.ts'],
  },
  {
    breaks: 'the file of somebody who has left is drawn to its end before anybody else’s',
    inside: 'unwanted',
    old: `  job.stop.abort()`,
    planted: ``,
    tests: ['tests/server/drawing-queue.test.ts'],
  },
  {
    breaks: 'one person fills the line of those who wait for a file',
    inside: 'enter',
    old: `if (queue.waiting.filter((job) => job.person === person).length >= MOST_WAITING_EACH) return 'yours-first'`,
    planted: ``,
    tests: ['tests/server/drawing-queue.test.ts'],
  },
  {
    breaks: 'an old record full of line feeds makes a file with a line for each',
    inside: 'withoutEmptyLines',
    old: `!empty || lines[place - 1]?.empty !== true`,
    planted: `!empty || lines[place - 1] !== undefined`,
    tests: ['tests/screens/drawing.test.ts'],
  },
]
