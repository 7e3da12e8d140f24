/** Bugs in who may do what: parts, how they begin and end, and who may make an account. */
import type { Bug } from './bug'

const store = (name: string) => `tests/server/store/${name}.test.ts`

export const OF_PARTS: readonly Bug[] = [
  {
    breaks: 'a grader may steer',
    inside: 'MAY',
    old: `  'steer-room': notGraders,`,
    planted: `  'steer-room': everybody,`,
    tests: [store('parts'), 'tests/server/live/parts.test.ts'],
  },
  {
    breaks: 'a grader reads the rooms that were not named',
    inside: 'loadRoomAccess',
    old: `(reachesEveryRoom(part) || isGiven)`,
    planted: `(reachesEveryRoom(part) || place.part)`,
    tests: [store('access'), store('colleagues')],
  },
  {
    breaks: 'the owner can be taken off by an instructor',
    inside: 'mayChange',
    old: `    case 'owner':
      return false`,
    planted: `    case 'owner':
      return true`,
    tests: [store('parts'), store('colleagues')],
  },
  {
    breaks: 'the owner can step down and leave the course to nobody',
    inside: 'changePart',
    old: `    if (theirs === 'owner') return by.id === userId ? 'hand-over-first' : 'not-yours'`,
    planted: ``,
    tests: [store('colleagues')],
  },
  {
    breaks: 'the last instructor of a course without an owner steps down, and leaves it to nobody',
    inside: 'changePart',
    old: `    if (given.part !== 'instructor' && (await isLastInstructor(on, courseId, userId))) return 'hand-over-first'
`,
    planted: ``,
    tests: [store('colleagues')],
  },
  {
    breaks: 'an invitation tells whether somebody here has that address',
    inside: 'invite',
    old: `  if (by && isDemoPerson(by)) return`,
    planted: `  if (email && !(await database().user.count({ where: { email } }))) return { ok: false, fault: 'no-room' }
  if (by && isDemoPerson(by)) return`,
    tests: [store('invitations')],
  },
  {
    breaks: 'an invitation is accepted twice',
    inside: 'takePart',
    old: `on.invitation.findFirst({ where: { id: row.id, ...stillOpen() } })`,
    planted: `on.invitation.findFirst({ where: { id: row.id } })`,
    tests: [store('invitations')],
  },
  {
    breaks: 'a link of somebody who is off the course lets a friend in',
    inside: 'withdrawInvitationsBy',
    old: `    where: { courseId, invitedById: userId, ...stillOpen() },`,
    planted: `    where: { courseId, invitedById: courseId, ...stillOpen() },`,
    tests: [store('invitations')],
  },
  {
    breaks: 'a colleague who was taken off goes on steering the room that is open',
    inside: 'revokePart',
    old: `  await on.courseStaff.delete({ where: { courseId_userId: { courseId, userId } } })
  await notify(on, 'part_changed', userId)`,
    planted: `  await on.courseStaff.delete({ where: { courseId_userId: { courseId, userId } } })`,
    tests: ['tests/server/live/parts.test.ts'],
  },
  {
    breaks: 'the form for an account is taken without a link where only the invited make one',
    inside: 'readSignUp',
    old: `  return { kind: rule === 'open' ? 'open' : 'uninvited' }`,
    planted: `  return { kind: 'open' }`,
    tests: ['tests/server/sign-up.test.ts'],
  },
  {
    breaks: 'a link makes as many accounts as are asked for at the same time',
    inside: 'holdForAccount',
    old: `    where: { tokenHash: hashOf(token), accountMadeAt: null, ...stillOpen() },`,
    planted: `    where: { tokenHash: hashOf(token) },`,
    tests: ['tests/server/sign-up.test.ts'],
  },
  {
    breaks: 'anybody behind a proxy on this machine may make an account',
    inside: 'readEnvironment',
    old: `given.SIGN_UP ?? (isThisMachineAlone(host, publicUrl) ? 'open' : 'invited')`,
    planted: `given.SIGN_UP ?? (isLoopback(host) ? 'open' : 'invited')`,
    tests: ['tests/server/environment.test.ts'],
  },
]
