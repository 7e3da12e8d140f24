/**
 * The files that `npm run test:all` plays and `npm test` leaves out, so that what one runs before a commit takes three minutes on two
 * cores. A file is here when it takes more than a second of a processor, starts a server of its own or opens several browsers, and a
 * quicker one guards the same topic. Exports and their readers (for-whom) have none, and are played by the build machine alone. It runs
 * all (`.ci/run`), so no proof depends on somebody remembering.
 */

const inFolder = (folder: string, files: string, ending = 'test.ts'): string[] =>
  files.split(' ').map((file) => `${folder}/${file}.${ending}`)

/** Run by vitest: laws played over many stories. Of each topic its rules stay, and of the laws those of every room (laws.test.ts). */
export const LONG_RULES: readonly string[] = [
  ...inFolder('rules', 'catalogue chair-plan corpus homework-laws homework-parts homework-promises parties-laws'),
  ...inFolder('rules', 'record-file record-space scenario-check seating-laws sides where-done'),
  ...inFolder('rules', 'understudies understudies-answers understudies-asking understudies-debate understudies-week'),
  ...inFolder('rules', 'who-moved'),
  ...inFolder('rules/reading', 'brackets-over-time completion findings now-laws phase-end research'),
  ...inFolder('rules/reading', 'room-facts side-by-side'),
  ...inFolder('screens', 'csv exports for-whom'),
  ...inFolder('screens', 'any-parties compared-tables debrief-titles entry-words own-words true-sentences', 'test.tsx'),
]

/** Run by vitest: the server's files. */
export const LONG_SERVER: readonly string[] = [
  // What asks a built server for everything, as everybody: the matrix (authorisation.test.ts) stays, with the people nearest to each thing.
  ...inFolder('security', 'odd-addresses typed-words canary unasked-keys line one-side struck bounds failures'),
  ...inFolder('security', 'odd-requests'),
  // Crowds and floods: the door's own files stay.
  ...inFolder(
    'security',
    'arriving lost-connections guessing flood drawing large-bodies hopping demo-behind-proxy sessions answers',
  ),
  ...inFolder('server', 'sign-in-pace one-address compiled'),
  // Whole records and courses in every form: access, door, schema and the versions of rows stay.
  ...inFolder('server', 'transcript brought-record annotations corpus kept-comments second-grader rubric search-index'),
  ...inFolder('server', 'forking grades-released hidden-names peer-reviews research routes-of-a-class search-words'),
  ...inFolder('server', 'account beside-entries demo-door fair-queue files-read-back record-links sign-up'),
  ...inFolder(
    'server/store',
    'invitations membership room-facts colleagues roster-reading door-link backup partitions archive-delete',
  ),
  ...inFolder(
    'server/store',
    'activities audit calendar-link courses database-role drafts join-requests lease migrate',
  ),
  ...inFolder('server/store', 'roster-lines struck-names'),
  ...inFolder('server/scenarios', 'own-copy shelf'),
  // Whole weeks, their mail and prepared classes: kept-drafts and seating's rules stay.
  ...inFolder('server/homework', 'homework counted-annotations gradebook-reading moved-dates personal-links'),
  ...inFolder('server/homework', 'hand-in revising roster-following run-deadlines shift-dates'),
  ...inFolder('server/mail', 'keys-mailed reviews-mailed grades-mailed sending'),
  // What runs beside a lesson: its rules stay.
  ...inFolder('server', 'admin device-sign-in demo search shared-rate-limit leader-job bounds patterns'),
  ...inFolder('server', 'drawing-queue long-work'),
  ...inFolder('faults', 'mail'),
  // Pages on real sockets: gateway, room, returning, saving and sides stay.
  ...inFolder('server/live', 'clock room-link versions watching prepared-seats writing broadcaster hostile-messages'),
  ...inFolder('server/live', 'away erasure own-lines parts presence readmission'),
  // Servers started and killed as processes: closing, room-log and saving stay.
  ...inFolder('server/start', 'being-killed left-behind starting stopping way-back'),
  ...inFolder('server', 'operations outage'),
  ...inFolder('faults', 'quick small-disk release stories'),
  // Programs between servers: two-logs stays.
  ...inFolder(
    'cluster',
    'balancers containers engine failover hanging limits-and-work own-work peers pooler rooms-law running',
  ),
  ...inFolder('cluster', 'several-servers shorter-log signed-engine stopping two-servers watching'),
]

/** Run by Playwright: stories told in several browsers or through a whole lesson's every state. */
export const LONG_STORIES: readonly string[] = [
  'aloud annotations barriers colleagues debrief demo door first-lesson geometry-pages geometry grading',
  'homework-board homework-do homework-handing homework-offline homework-phone interruptions large-class notes',
  'now outage packs peer-reviews phone position-form prepare removal replay roster-door said-for-them search seating seminar set-up',
  'shared-computer slowed strike text wall-acts wall words',
].flatMap((stories) => stories.split(' ').map((story) => `${story}.spec.ts`))

/** Whether this run is the short one. Only `npm test` says so: whoever names a file gets it. */
export const isShortRun = process.env.SHORT_RUN === '1'
