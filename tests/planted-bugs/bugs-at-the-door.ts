/** Bugs in joining and signing in: whom the rate limits slow, what each refusal says, and the order of the queue. */
import type { Bug } from './bug'

const DOOR = 'tests/server/store/door.test.ts'
const REQUESTS = 'tests/server/store/join-requests.test.ts'
const LINK = 'tests/server/store/door-link.test.ts'
const GUESSING = 'tests/security/guessing.test.ts'

export const AT_THE_DOOR: readonly Bug[] = [
  {
    breaks: 'anybody lets people in at the door',
    inside: 'answerJoinRequest',
    old: `    if (!opens && !isOwn) return 'not-found'`,
    planted: ``,
    tests: [REQUESTS],
  },
  {
    breaks: 'a closed door says that its code is right',
    inside: 'findAndJoin',
    old: `  return isClosed && door.word !== visit.word ? codeNotOpen : admission`,
    planted: `  return admission`,
    tests: [DOOR],
  },
  {
    breaks: 'somebody comes in after the door was closed',
    inside: 'admitAll',
    old: `  if (!(await judgeDoor(on, row)).open) return comers.map(() => refused('closed'))`,
    planted: ``,
    tests: [LINK],
  },
  {
    breaks: 'who comes under a taken name meets a failure instead of a sentence',
    inside: 'admitAll',
    old: `taken.lines.has(line.id) || taken.unlisted.has(nameKey(line.name)) : taken.names.has(nameKey(name)))`,
    planted: `taken.lines.has(line.id) || taken.unlisted.has(nameKey(line.name)) : false)`,
    tests: [DOOR],
  },
  {
    breaks: 'all who come together are put at one table',
    inside: 'admitAll',
    old: `table.people += 1`,
    planted: `table.people += 0`,
    tests: [DOOR],
  },
  {
    breaks: 'an old link goes on opening the door after a new code was drawn',
    inside: 'drawNewCode',
    old: `data: { code, doorWord: randomBytes(16).toString('hex') } })`,
    planted: `data: { code } })`,
    tests: [LINK],
  },
  {
    breaks: 'a right code counts as a miss',
    inside: 'checkDoor',
    old: `  if (!door) return { kind: 'not-open' }
  codeOpened(device)`,
    planted: `  if (!door) return { kind: 'not-open' }`,
    tests: [GUESSING],
    only: 'a right code for no guess',
  },
  {
    breaks: 'whoever throws the number of the device away has new tries',
    inside: 'tryCode',
    old: `  return askBoth(queues.ownCodes, own, queues.codes, laneOf(addressKey(from.address)), attemptKey(from))`,
    planted: `  return askBoth(queues.ownCodes, own, queues.codes, laneOf(attemptKey(from)), attemptKey(from))`,
    tests: [GUESSING],
    only: 'throws the number away',
  },
  {
    breaks: 'one device has a second place in the queue',
    inside: 'FairQueue',
    old: `isWaiting ? 1 : 0, {`,
    planted: `0, {`,
    tests: ['tests/server/fair-queue.test.ts'],
  },
  {
    breaks: 'whoever asks again goes to the end of the queue',
    inside: 'FairQueue',
    old: `    if (index === -1) index = this.#indexFor(at, who)`,
    planted: `    if (index !== -1) at.waiting.splice(index, 1)
    index = this.#indexFor(at, who)`,
    tests: ['tests/server/fair-queue.test.ts'],
  },
  {
    breaks: 'whoever draws many numbers keeps a new device waiting for all of them',
    inside: 'FairQueue',
    old: `Math.min(waiting.length, this.#pace.places)`,
    planted: `waiting.length`,
    tests: ['tests/server/fair-queue.test.ts'],
  },
  {
    breaks: 'what is told twice by another server counts twice',
    inside: 'SpendingBook',
    old: `if (numbers.has(number) || number`,
    planted: `if (number`,
    tests: ['tests/server/shared-spending.test.ts'],
  },
  {
    breaks: 'each server grants the whole of what a person may send',
    inside: 'Throttles',
    old: `    this.#laneOf(key).bucket.spend(tokens, this.#now())`,
    planted: `    this.#laneOf(key).bucket.spend(0 * tokens, this.#now())`,
    tests: ['tests/server/shared-spending.test.ts'],
  },
  {
    breaks: 'of what was spent in quiet the other servers hear only the last',
    inside: 'Throttles',
    old: `      this.#spent(key, lane.untold)`,
    planted: `      this.#spent(key, 1)`,
    tests: ['tests/server/shared-spending.test.ts'],
  },
  {
    breaks: 'who gives a right password is forgiven on one server alone',
    inside: 'FairQueue',
    old: `    this.#spent(lane, at.turns.tokensAt(now) - this.#pace.burst)`,
    planted: `    this.#spent(lane, 0)`,
    tests: ['tests/server/shared-spending.test.ts'],
  },
  {
    breaks: 'each spelling of a code gives new tries at a number on the roster',
    inside: 'joinThroughDoor',
    old: `\`\${parseCode(code) ?? code}|`,
    planted: `\`\${parseCode(code) ? code : code}|`,
    tests: [GUESSING],
    only: 'the number of a line',
  },
  {
    breaks: 'whoever asks to come in when the list is full is told to wait, and is on no list',
    inside: 'writeRequest',
    old: `>= mostWaiting) return true`,
    planted: `>= mostWaiting) return false`,
    tests: [LINK],
  },
  {
    breaks: 'one phone fills the list of those who ask',
    inside: 'writeRequest',
    old: `  if (device !== undefined) await withdrawWaiting(on, { deviceHash: device })`,
    planted: ``,
    tests: [LINK],
  },
  {
    breaks: 'a device that has signed in before waits for what strangers tried',
    inside: 'signInByPassword',
    old: `  const isKnown = device.isKnownFor(email)`,
    planted: `  const isKnown = false as boolean`,
    tests: ['tests/server/sign-in-pace.test.ts'],
    only: 'signed in before passes',
  },
  {
    breaks: 'a mark that another device was given makes this one known',
    inside: 'markOf',
    old: `signatureOf(\`known|\${device}|\${email}\`)`,
    planted: `signatureOf(\`known|\${device.slice(0, 0)}|\${email}\`)`,
    tests: ['tests/server/device-cookie.test.ts'],
  },
  {
    breaks: 'the picker at the door shows the whole list',
    inside: 'listedNames',
    old: `  if ([...asked.join('')].length < FEWEST_LETTERS) return { names: [], more: false }`,
    planted: ``,
    tests: ['tests/server/store/roster-lines.test.ts'],
  },
  {
    breaks: 'each spelling of a name on the roster may guess at its number anew',
    inside: 'findPlaceMeant',
    old: `findLine(await readRosterLines(door.courseId), claimed)?.id`,
    planted: `claimed.name`,
    tests: [GUESSING],
    only: 'number of a line',
  },
  {
    breaks: 'a name that everybody knows is enough at a door for the roster',
    inside: 'judgeProof',
    old: `    if (number.trim() === '') return 'number-needed'`,
    planted: `    if (number.trim() === '') return null`,
    tests: [LINK],
  },
]
