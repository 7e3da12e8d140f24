/** Bugs for what outlives the code: versions of rows, files and pages, and the one engine that numbers rows. */
import type { Bug } from './bug'

export const OF_VERSIONS: readonly Bug[] = [
  {
    breaks: 'a log of two versions ago is lifted by one step and read as if it were of today',
    inside: 'lift',
    old: `for (let at = version; at < shape.version; at += 1) {`,
    planted: `for (let at = shape.version - 1; at >= version && at < shape.version; at += shape.version) {`,
    tests: ['tests/rules/versions.test.ts'],
  },
  {
    breaks: 'a room that a newer server has written is read as if nothing were new in it',
    inside: 'lift',
    old: `if (version > shape.version) throw new MadeByNewer(shape.name, version, shape.version)`,
    planted: ``,
    tests: ['tests/rules/versions.test.ts'],
  },
  {
    breaks: 'what arrived before the last row is dated before it',
    inside: 'advance',
    old: `const at = Math.max(arrived, before.at)`,
    planted: `const at = arrived`,
    tests: ['tests/rules/engine.test.ts'],
  },
  {
    breaks: 'a command that leaves several rows gives all of them one place, and the database takes none',
    inside: 'valuesOf',
    old: `part = commandId === command ? part + 1 : 0`,
    planted: `part = 0`,
    tests: ['tests/server/store/activities.test.ts'],
  },
  {
    breaks: 'who speaks at once after the chair has begun at another server is told that nothing has begun',
    inside: 'Room.#isInDoubt',
    old: `    for (const pending of refused) pending.isSure = true
    return true`,
    planted: `    return false`,
    tests: ['tests/server/live/room.test.ts'],
  },
]
