/**
 * The files that `npm run test:all` plays and `npm test` leaves out, so that what one runs before a commit takes five minutes on two
 * cores. Each area keeps files in both: what is here kills servers, fills disks, opens many browsers or asks for every page. A build
 * machine runs all (`.ci/run`), so no proof depends on somebody remembering.
 */

/** Run by vitest: laws played over many stories. Of each topic its rules stay, and of the laws those of every room (laws.test.ts). */
export const LONG_RULES = [
  'rules/catalogue.test.ts',
  'rules/homework-laws.test.ts',
  'rules/homework-promises.test.ts',
  'rules/seating-laws.test.ts',
  'rules/sides.test.ts',
  'rules/turns-laws.test.ts',
  'rules/understudies-debate.test.ts',
  'rules/reading/counted-from-the-log.test.ts',
  'rules/reading/findings.test.ts',
  'screens/any-parties.test.tsx',
  'screens/replay-screen.test.tsx',
] as const

/** Run by vitest: the server's files. */
export const LONG_SERVER = [
  // Every page, route, action and command asked by everybody: tests/server/store/access and the rules of parts stay.
  'security/authorisation.test.ts',
  'security/authorised-commands.test.ts',
  'security/odd-addresses.test.ts',
  'security/typed-words.test.ts',
  'security/canary.test.ts',
  'security/unasked-keys.test.ts',
  'security/line.test.ts',
  // Crowds and floods: the door's own files and fair-queue stay.
  'security/arriving.test.ts',
  'security/guessing.test.ts',
  'security/heavy-work.test.ts',
  'security/flood.test.ts',
  'security/large-bodies.test.ts',
  'security/hopping.test.ts',
  'security/demo-behind-proxy.test.ts',
  'security/sessions.test.ts',
  'server/sign-in-pace.test.ts',
  'security/answers.test.ts',
  // Whole records and courses in every form: files-read-back, access and door stay.
  'server/transcript.test.ts',
  'server/brought-record.test.ts',
  'server/store/invitations.test.ts',
  'server/store/membership.test.ts',
  'server/store/room-facts.test.ts',
  'server/store/colleagues.test.ts',
  'server/store/roster-reading.test.ts',
  'server/store/door-link.test.ts',
  'server/store/backup.test.ts',
  'server/store/partitions.test.ts',
  'server/store/archive-delete.test.ts',
  'server/scenarios/own-copy.test.ts',
  // Whole weeks and prepared classes: kept-drafts, planned-while-up, weeks-later and seating's rules stay.
  'server/homework/homework.test.ts',
  'server/live/prepared-seats.test.ts',
  // What runs beside a lesson: its rules stay.
  'server/admin.test.ts',
  'server/device-sign-in.test.ts',
  'server/demo.test.ts',
  'server/search.test.ts',
  'server/shared-spending.test.ts',
  'server/leader-job.test.ts',
  'faults/mail.test.ts',
  'server/bounds.test.ts',
  'server/patterns.test.ts',
  'server/live/clock.test.ts',
  'server/live/room-link.test.ts',
  'server/live/sides.test.ts',
  'server/live/versions.test.ts',
  'server/live/watching.test.ts',
  // Servers started and killed as processes: closing, room-log, saving and faults/quick stay.
  'server/start/being-killed.test.ts',
  'server/start/left-behind.test.ts',
  'server/start/starting.test.ts',
  'server/start/stopping.test.ts',
  'server/operations.test.ts',
  'server/outage.test.ts',
  'faults/small-disk.test.ts',
  'faults/release.test.ts',
  'faults/stories.test.ts',
  // Programs between servers: two-logs, engine and peers stay.
  'cluster/balancers.test.ts',
  'cluster/containers.test.ts',
  'cluster/failover.test.ts',
  'cluster/hanging.test.ts',
  'cluster/limits-and-work.test.ts',
  'cluster/own-work.test.ts',
  'cluster/pooler.test.ts',
  'cluster/rooms-law.test.ts',
  'cluster/running.test.ts',
  'cluster/several-servers.test.ts',
  'cluster/stopping.test.ts',
  'cluster/two-servers.test.ts',
  'cluster/watching.test.ts',
] as const

/** Run by Playwright: stories told in several browsers or through a whole lesson's every state. */
export const LONG_STORIES = [
  'audit.spec.ts',
  'barriers.spec.ts',
  'before-class.spec.ts',
  'colleagues.spec.ts',
  'debrief.spec.ts',
  'demo.spec.ts',
  'desk.spec.ts',
  'door.spec.ts',
  'first-lesson.spec.ts',
  'homework-board.spec.ts',
  'homework-offline.spec.ts',
  'interruptions.spec.ts',
  'keyboard.spec.ts',
  'large-class.spec.ts',
  'notes.spec.ts',
  'now.spec.ts',
  'outage.spec.ts',
  'packs.spec.ts',
  'phone.spec.ts',
  'position-form.spec.ts',
  'removal.spec.ts',
  'replay.spec.ts',
  'restart.spec.ts',
  'roster-door.spec.ts',
  'search.spec.ts',
  'seating.spec.ts',
  'shared-computer.spec.ts',
  'slowed.spec.ts',
  'wall-acts.spec.ts',
  'wall.spec.ts',
  'words.spec.ts',
] as const

/** Whether this run is the short one. Only `npm test` says so: whoever names a file gets it. */
export const isShortRun = process.env.SHORT_RUN === '1'
