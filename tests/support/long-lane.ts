/**
 * The files that `npm run test:all` plays and `npm test` leaves out, so that what one runs before a commit takes five minutes on two
 * cores. Each area keeps files in both: what is here kills servers, fills disks, opens many browsers or asks for every page. A build
 * machine runs all (`.ci/run`), so no proof depends on somebody remembering.
 */

const inFolder = (folder: string, files: string): string[] =>
  files.split(' ').map((file) => `${folder}/${file}.test.ts`)

/** Run by vitest: laws played over many stories. Of each topic its rules stay, and of the laws those of every room (laws.test.ts). */
export const LONG_RULES: readonly string[] = [
  ...inFolder(
    'rules',
    'catalogue homework-laws homework-promises record-space seating-laws sides turns-laws understudies-debate',
  ),
  ...inFolder('rules/reading', 'counted-from-the-log findings'),
  ...['screens/any-parties.test.tsx', 'screens/replay-screen.test.tsx'],
]

/** Run by vitest: the server's files. */
export const LONG_SERVER: readonly string[] = [
  // Every page, route, action and command asked by everybody: tests/server/store/access and the rules of parts stay.
  ...inFolder('security', 'authorisation odd-addresses typed-words canary unasked-keys line one-side struck'),
  // Crowds and floods: the door's own files, odd-requests and fair-queue stay.
  ...inFolder('security', 'arriving guessing flood drawing large-bodies hopping demo-behind-proxy sessions answers'),
  ...inFolder('server', 'sign-in-pace one-address'),
  // Whole records and courses in every form: files-read-back, access, door and the rules of old versions stay.
  ...inFolder('server', 'transcript brought-record annotations corpus kept-comments second-grader rubric search-index'),
  ...inFolder(
    'server/store',
    'invitations membership room-facts colleagues roster-reading door-link backup partitions archive-delete',
  ),
  ...inFolder('server/store', 'database-role join-requests lease'),
  ...inFolder('server/scenarios', 'own-copy'),
  // Whole weeks, their mail and prepared classes: kept-drafts, sending, shift-dates and seating's rules stay.
  ...inFolder('server/homework', 'homework counted-annotations'),
  ...inFolder('server/mail', 'keys-mailed reviews-mailed'),
  // What runs beside a lesson: its rules stay.
  ...inFolder('server', 'admin device-sign-in demo search shared-rate-limit leader-job bounds patterns'),
  ...inFolder('server', 'drawing-queue long-work'),
  ...inFolder('faults', 'mail'),
  // Pages on real sockets: gateway, room, returning, saving and sides stay.
  ...inFolder('server/live', 'clock room-link versions watching prepared-seats writing broadcaster hostile-messages'),
  ...inFolder('server/live', 'away readmission'),
  // Servers started and killed as processes: closing, room-log and saving stay.
  ...inFolder('server/start', 'being-killed left-behind starting stopping way-back'),
  ...inFolder('server', 'operations outage'),
  ...inFolder('faults', 'quick small-disk release stories'),
  // Programs between servers: two-logs and signed-engine stay.
  ...inFolder(
    'cluster',
    'balancers containers engine failover hanging limits-and-work own-work peers pooler rooms-law running',
  ),
  ...inFolder('cluster', 'several-servers shorter-log stopping two-servers watching'),
]

/** Run by Playwright: stories told in several browsers or through a whole lesson's every state. */
export const LONG_STORIES: readonly string[] = [
  'aloud annotations barriers colleagues debrief demo door first-lesson geometry-pages geometry grading',
  'homework-board homework-do homework-handing homework-offline homework-phone interruptions large-class motions notes',
  'now outage packs peer-reviews phone position-form prepare removal replay roster-door said-for-them search seating',
  'shared-computer slowed strike text wall-acts wall words',
].flatMap((stories) => stories.split(' ').map((story) => `${story}.spec.ts`))

/** Whether this run is the short one. Only `npm test` says so: whoever names a file gets it. */
export const isShortRun = process.env.SHORT_RUN === '1'
