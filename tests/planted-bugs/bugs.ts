/**
 * The bugs to plant: in what keeps secrets, counts once, reads old logs, admits people, believes other servers, masks words and bounds
 * requests. Each names a function, a mutation of it, and the tests that must notice.
 */
import { drops, type Mutation, passes, picks, returns, skips, swaps } from './mutations'

export type Bug = {
  breaks: string
  file: string
  inside: string
  mutation: Mutation
  tests: readonly string[]
}

const bug = (breaks: string, file: string, inside: string, mutation: Mutation, ...tests: string[]): Bug => ({
  ...{ breaks, file, inside, mutation },
  tests: tests.map((name) => `tests/${name}`),
})

const EVERY_SEAT = 'state.plan.seats.map(({ id }) => id)'
const t = 'simulation/topics'
const s = 'simulation/secrecy'
const live = 'server/live'

// biome-ignore format: a table, one bug a line or two
export const BUGS: readonly Bug[] = [
  // Secrecy
  bug('everybody hears every row', `${s}/may-hear.ts`, 'mayHear', returns('true'), 'rules/record/record.test.ts'),
  bug('a call for help goes to the class once the record is open', `${s}/may-hear.ts`, 'isForTheClass', returns('unsealed'), 'screens/record/for-whom.test.ts'),
  bug('a student sees a mark before its release', `${s}/side-channels.ts`, 'mayReadMark', returns('true'), 'rules/secrecy/side-channels.test.ts'),
  bug('everybody reads what staff wrote to one student, and what students wrote to their delegation', `${s}/annotations.ts`, 'hears', returns('true'), 'rules/record/annotations.test.ts'),
  bug('a caucus is heard by everybody', `${t}/caucuses/caucuses.ts`, 'speakInCaucus', passes('seatsUntilDebrief', 0, EVERY_SEAT), 'rules/caucuses.test.ts'),
  bug('ballots are told while they are cast', `${t}/ballots/ballots.ts`, 'castBallot', passes('seatsUntilDebrief', 0, EVERY_SEAT), 'rules/text/ballots.test.ts'),
  bug('a position is told before its reveal', `${t}/positions/positions.ts`, 'filed', passes('seatsUntilDebrief', 0, EVERY_SEAT), 'rules/positions.test.ts'),
  bug('sealed openings are read before their deadline', `${t}/homework/homework.ts`, 'postStatement', passes('seatsForGood', 0, EVERY_SEAT), 'rules/homework/homework.test.ts'),
  bug('by trying numbers one learns how many notes another delegation was sent', `${t}/injects/injects.ts`, 'readNotes', skips(2), 'rules/injects.test.ts'),
  bug('one’s own numbers tell how much the other sides said', 'simulation/state/private-numbers.ts', 'prefixOf', returns('kind'), 'rules/seating/sides.test.ts'),
  bug('the news that are planned are told when the room opens', 'simulation/engine/decide.ts', 'openRoom', swaps('instructorOnly', 'everyone'), 'rules/chair-plan.test.ts'),
  bug('viewers who hear different rows share one message', `${live}/pages/fan-out.ts`, 'keyOf', returns('viewer.kind'), 'server/live/sides.test.ts'),
  bug('whoever was put out while they came in comes in', `${live}/subscriptions.ts`, 'Subscriptions.ask', skips(6), 'server/live/subscriptions.test.ts'),
  bug('a page from before a seat changed hands keeps what the seat had heard', `${live}/joining.ts`, 'isContinued', returns('true'), 'server/live/broadcaster.test.ts'),
  bug('an export holds the rows that its reader may not hear', 'server/store/rooms/room-for-reader.ts', 'readFor', passes('viewFor', 2, 'true'), 'server/store/room-for-reader.test.ts'),
  bug('whoever was removed still acts in the room', 'simulation/engine/decide.ts', 'decide', skips(3), 'rules/seating/seats.test.ts'),

  bug('who reviews whom follows from what everybody is told', 'simulation/beside/peer-reviews/review-pairs.ts', 'inLot', returns('writers.toSorted((a, b) => inText(a.id, b.id))'), 'rules/marks/review-pairs.test.ts'),
  bug('what is switched off is mailed', 'server/store/mail/choices.ts', 'isMailOff', returns('false'), 'server/mail/switched-off.test.ts'),

  bug('a second name on one device sits on another side', 'server/store/door/sides-on-device.ts', 'readSidesOnDevice', returns('[]'), 'security/one-side.test.ts'),
  bug('what plays on from a record keeps words that are off in it', 'simulation/engine/shared-words.ts', 'strikesToFollow', returns('[]'), 'rules/record/fork.test.ts'),
  bug('two entries of a record are called the same', 'simulation/state/numbered-entries.ts', 'nameOfEntry', returns('no'), 'screens/record/entry-names.test.tsx'),
  bug('understudies sign what their red lines refuse', 'simulation/bots/understudy-refusing.ts', 'refusedIn', returns('[]'), 'rules/understudies/understudies-signing.test.ts'),
  bug('a gradebook of a million columns is read to its end', 'server/jobs/thread/canvas/canvas-export.ts', 'readExport', skips(3), 'server/homework/gradebook.test.ts'),

  // What is said counts, once, in its order
  bug('what is acknowledged is not saved', `${live}/saving/retrying-log.ts`, 'RetryingLog.append', returns(`'appended'`), 'server/live/room.test.ts'),
  bug('a command that is sent again while it waits counts twice', `${live}/room.ts`, 'Room.submit', skips(2), 'server/live/room.test.ts'),
  bug('a command that is sent again after it was saved counts twice', `${live}/room.ts`, 'Room.submit', skips(1), 'server/live/room.test.ts'),
  bug('who speaks after the chair has begun at another server is told that nothing has begun', `${live}/room.ts`, 'Room.#isInDoubt', returns('false'), 'server/live/room.test.ts'),
  bug('what a server remembers is believed over what the database holds', `${live}/saving/retrying-log.ts`, 'RetryingLog.readAfter', picks(3, 'first'), 'cluster/shorter-log.test.ts'),
  bug('what does not follow the log is left out of it, and acknowledged', 'server/store/log/appends.ts', 'insert', skips(1), 'server/record/room-log.test.ts'),
  bug('a number that another process took is overlooked', 'server/store/log/appends.ts', 'kindOf', skips(3), 'server/record/room-log.test.ts'),
  bug('a later row of a room is committed before an earlier one', 'server/store/log/appends.ts', 'Appends.#take', drops('has'), 'server/record/room-log.test.ts'),
  bug('rows of one command all take one place, and the database takes none', 'server/store/log/stored-rows.ts', 'valuesOf', picks(1, 'second'), 'server/store/activities.test.ts'),
  bug('what arrived before the last row is dated before it', 'simulation/engine/advance.ts', 'advance', passes('max', 1, 'arrived'), 'rules/engine.test.ts'),
  bug('a page passes over a number that it never heard', 'app/_room/link/heard-log.ts', 'hearMore', skips(2), 'screens/heard-log.test.ts'),
  bug('a phase ends although another one runs', `${t}/phases/phases.ts`, 'endPhase', skips(3), 'rules/phases.test.ts'),

  // Logs of before
  bug('a log of before is read as if it were of today', 'simulation/engine/versions.ts', 'lift', returns('json'), 'rules/text/versions.test.ts'),
  bug('a room that a newer server has written is read as if nothing were new in it', 'simulation/engine/versions.ts', 'lift', skips(1), 'rules/text/versions.test.ts'),
  bug('a page of another version goes on', `${live}/subscriptions.ts`, 'readRequest', skips(1), 'server/live/versions.test.ts'),

  // The queue at the door
  bug('one device has a second place in the queue', 'server/web/fair-queue.ts', 'FairQueue.ask', passes('findIndex', 0, '() => false'), 'server/fair-queue.test.ts'),
  bug('a turn that nobody takes passes to nobody', 'server/web/fair-queue.ts', 'FairQueue.#passOn', skips(2), 'server/fair-queue.test.ts'),
  bug('whoever draws ids without end takes the last counts of its address from those who wait', 'server/web/rate-limits.ts', 'countDevice', skips(1), 'server/door/device-cookie.test.ts', 'server/one-address.test.ts'),
  bug('a host of an IPv6 network tries from as many addresses as it likes', 'server/web/address-key.ts', 'addressKey', drops('slice'), 'server/door/address-key.test.ts'),
  bug('the address that a visitor wrote stands for the one that the proxy saw', 'server/base/secrets/forwarding.ts', 'clientAddress', drops('toReversed'), 'server/door/forwarding.test.ts'),
  bug('somebody comes in after the door was closed', 'server/store/door/admission.ts', 'admitAll', skips(1), 'server/store/door/door-link.test.ts'),
  bug('anybody lets people in at the door', 'server/store/door/join-requests.ts', 'answerInTurn', skips(2), 'server/store/door/join-requests.test.ts'),

  // What servers believe of each other
  bug('a server believes whatever is said on the engine', 'server/cluster/signed-engine.ts', 'SignedEngine.#read', skips(3), 'cluster/signed-engine.test.ts'),
  bug('a server believes what is said again', 'server/cluster/signed-engine.ts', 'SignedEngine.#read', skips(4), 'cluster/signed-engine.test.ts'),
  bug('what was signed for one channel is believed on another', 'server/cluster/signed-engine.ts', 'SignedEngine.#sign', passes('update', 0, 'text'), 'cluster/signed-engine.test.ts'),

  // Words that were taken off
  bug('whoever comes in after a strike is sent the words', 'simulation/engine/masked-log.ts', 'grown', skips(1), 'security/struck.test.ts'),
  bug('a search finds words that were taken off', 'server/store/log/appends.ts', 'insertWithFacts', drops('forgetTexts'), 'security/struck.test.ts'),
  bug('a struck word still stands in the copies of its text', 'simulation/engine/masking.ts', 'Masking.#copies', returns('[]'), 'rules/record/strikes.test.ts'),
  bug('withdrawn words are still read', 'simulation/engine/masking.ts', 'Masking.#withdraw', returns('undefined'), 'rules/record/strikes.test.ts'),
  bug('the desk calls everybody silent from the first minute', 'simulation/reading/room/desk-face.ts', 'tellsSilence', returns('true'), 'rules/reading/room/desk-face.test.ts'),
  bug('a debrief opens with all of its figures', 'simulation/reading/talk/debrief-order.ts', 'debriefOrder', returns('{ first: [...DEBRIEF_FIGURES], next: [...DEBRIEF_FIGURES], little: [] }'), 'screens/figures/debrief.test.tsx'),
  bug('one press puts back what was taken off long before', 'simulation/reading/log/strikes.ts', 'bringsBackUntil', returns('Number.POSITIVE_INFINITY'), 'rules/record/strikes.test.ts'),
  bug('somebody else says what a speaker meant', `${t}/hearing/hearing.ts`, 'nameClaim', skips(2), 'rules/hearing.test.ts'),
  bug('a statement is offered its claims twice', `${t}/hearing/hearing.ts`, 'offerClaims', skips(3), 'rules/hearing.test.ts'),
  bug('a student asks for struck words', `${t}/strikes/strikes.ts`, 'readStruckWords', skips(1), 'rules/record/strikes.test.ts'),

  // Updates and backups
  bug('an update leads back over a database that it changed', 'server/commands/releases.ts', 'changesBetween', returns('[]'), 'server/machine/update.test.ts'),
  bug('a release that does not open stays', 'server/commands/update.ts', 'comesBack', returns('true'), 'server/machine/update.test.ts'),
  bug('a backup that could not be copied counts as copied', 'server/jobs/backup-copy.ts', 'copyTo', returns('undefined'), 'server/store/backup-copy.test.ts'),

  // Bounds of what comes in
  bug('a connection that breaks while it is refused is listened to by nobody', 'server/web/handed-over.ts', 'own', returns('undefined'), 'server/handed-over.test.ts'),
  bug('a connection that breaks stops the server', 'server/base/lost-connection.ts', 'isLostConnection', returns('false'), 'server/handed-over.test.ts'),
  bug('a call names things again as often as a stranger likes', 'server/web/http/action-call.ts', 'isSpecial', skips(2), 'server/request-bounds.test.ts'),
  bug('a body may be as deep as somebody likes', 'server/web/http/body-bounds.ts', 'isDeeper', returns('false'), 'server/request-bounds.test.ts'),
  bug('a link sends whoever signs in to another site', 'app/(people)/local-path.ts', 'localPath', returns('wanted ?? coursesPath()'), 'screens/people/local-path.test.ts'),
  bug('a page takes the id of a command of the clock', `${live}/submitting.ts`, 'isAcceptable', returns('true'), 'server/live/gateway.test.ts'),
  bug('whoever sends without end is not slowed down', `${live}/submitting.ts`, 'submissionOf', skips(2), 'server/live/gateway.test.ts'),
  bug('one person fills the line of those who wait for a file', 'server/jobs/drawing-queue.ts', 'enter', skips(1), 'server/drawing-queue.test.ts'),

  // The demo
  bug('the demo’s students are graded by nobody', 'prisma/demo-marks.ts', 'studentMarks', returns('[]'), 'server/demo.test.ts'),
  bug('a student of the demo is taken for a person', 'prisma/demo-words.ts', 'madeUp', returns('name'), 'server/demo.test.ts'),
  bug('the demo runs once at each pace', 'server/store/activities/demo-runs.ts', 'isCrowded', returns('true'), 'server/demo.test.ts'),
  bug('the picture of the first page joins no round to the next', 'app/_ui/gap-rounds.tsx', 'Path', returns('null'), 'screens/ui/gap-rounds.test.tsx'),

  // What an operator is told
  bug('each look at a database that is gone is a line of its own', 'server/base/faults/outage.ts', 'failed', skips(1), 'server/machine/outage.test.ts'),
  bug('a thing that comes and goes is told of each time', 'server/base/faults/outage.ts', 'served', passes('setTimeout', 1, '0'), 'server/machine/outage.test.ts'),
  bug('a fault is told by the bare word Error', 'server/base/faults/fault-name.ts', 'throwerOf', returns('null'), 'server/machine/logger.test.ts'),
  bug('a turn that was spoken is never told as talk', 'simulation/questions/turns.ts', 'isToldSpoken', returns('false'), 'rules/turns.test.ts'),
]
