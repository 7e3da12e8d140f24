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
    breaks: 'every open page reloads in mid-lesson with each new server',
    inside: 'compareVersions',
    old: `if (page < oldestPage) return 'page-too-old'`,
    planted: `if (page < protocol) return 'page-too-old'`,
    tests: ['tests/server/live/versions.test.ts'],
  },
  {
    breaks: 'a page that is newer than the server reloads into it again and again',
    inside: 'RoomLink.#awaitServer',
    old: `if (this.#clock.now() - since > PATIENCE_MS) this.given.reload()`,
    planted: `this.given.reload()`,
    tests: ['tests/server/live/versions.test.ts'],
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
    breaks: 'a page that was drawn by a server of before once more stays shut out until somebody reloads it',
    inside: 'comesAgain',
    old: `  refusal === 'outdated' || refusal === 'newer-page'`,
    planted: `  refusal === 'newer-page'`,
    tests: ['tests/server/live/versions.test.ts'],
  },
  {
    breaks: 'a balancer leads the pages of a room to the one server that cannot read it, as long as that runs',
    inside: 'SentOn.refuses',
    old: `    return place !== null && this.isPossible && this.#places.has(place)`,
    planted: `    return false`,
    tests: ['tests/cluster/two-servers.test.ts'],
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
