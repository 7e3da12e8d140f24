/** Bugs where something comes in from outside: bodies, addresses, ids, links, words of any length. */
import type { Bug } from './bug'

export const AT_THE_BOUNDS: readonly Bug[] = [
  {
    breaks: 'one question that cannot be asked fails everybody who asked at the same time',
    file: 'server/store/gathering.ts',
    old: `        if (batch.length === 1) batch[0]?.fail(error)
        else await askOneByOne(batch)`,
    planted: `        for (const { fail } of batch) fail(error)`,
    tests: ['tests/server/store/gathering.test.ts'],
  },
  {
    breaks: 'a body that does not say how long it is goes on for ever',
    file: 'server/whole-request.ts',
    old: `      if (size > most) {`,
    planted: `      if (size < 0) {`,
    tests: ['tests/security/large-bodies.test.ts'],
    built: true,
  },
  {
    breaks: 'an id that no database can hold is asked of it',
    file: 'server/store/access.ts',
    old: `  isRowId(roomId) ? gatheredAccess({ user, roomId }) : null`,
    planted: `  roomId ? gatheredAccess({ user, roomId }) : null`,
    tests: ['tests/server/store/access.test.ts'],
  },
  {
    breaks: 'a link sends whoever signs in to another site',
    file: 'app/(people)/sign-in/local-path.ts',
    old: `  return url.origin === HERE && /^\\/(?![/\\\\])/.test(path) ? path : '/courses'`,
    planted: `  return url.origin === HERE ? path : '/courses'`,
    tests: ['tests/app/people/local-path.test.ts'],
  },
]
