// No screen sorts, counts, sums or searches what simulation/reading answers: every screen's source is searched for the ways to do it, and
// for the questions once answered twice.
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

const APP = path.resolve(import.meta.dirname, '../../../app')

/** A forbidden pattern, the reading that answers the question, and a line that once broke the rule. */
const FORBIDDEN: readonly { ask: string; pattern: RegExp; once: string }[] = [
  {
    ask: 'reading/queue.ts',
    pattern: /floor\.hands\s*\.(filter|sort|toSorted)\(/,
    once: 'const rest = state.floor.hands.filter((hand) => hand !== first)',
  },
  {
    ask: 'reading/time-accounts.ts or silence.ts',
    pattern: /\.spentMs\b/,
    once: 'const past = state.floor.spentMs.get(seat) ?? 0',
  },
  {
    ask: 'reading/time-accounts.ts',
    pattern: /holder\.until - /,
    once: 'const left = Math.max(0, holder.until - now)',
  },
  {
    ask: 'reading/attendance.ts',
    pattern: /Object\.values\([^)]*\bseats\b[^)]*\)\)?\s*\.(filter|sort|toSorted)\(/,
    once: 'const held = Object.values(state.seats).filter((seat) => seat.holder !== null)',
  },
  {
    ask: 'reading/room-needs.ts',
    pattern: /help\.filter\(\(\{ answer \}\)/,
    once: 'const calls = state.help.filter(({ answer }) => answer === null)',
  },
  {
    ask: 'reading/agenda-times.ts or agenda-blocks.ts',
    pattern: /phases\s*\.reduce\(/,
    once: 'const seconds = plan.phases.reduce((sum, phase) => sum + phase.seconds, 0)',
  },
  {
    ask: 'reading/filings.ts',
    pattern: /\bpositionFile\(/,
    once: 'const isFiled = (key: TensionKey) => positionFile(state, key, stage, delegation).sealedAt !== null',
  },
  {
    ask: 'reading/believed.ts',
    pattern: /position\.guesses\b/,
    once: 'const guess = file.filed.position.guesses[of]',
  },
  {
    ask: 'reading/seat-of-record.ts',
    pattern: /'SeatTaken'/,
    once: "if (row.event.type === 'SeatTaken') seats.set(row.event.person, row.event.seat)",
  },
]

const screens = readdirSync(APP, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file))

test.each(FORBIDDEN)('screens ask $ask', ({ pattern, once }) => {
  expect(once).toMatch(pattern)
  expect(screens.length).toBeGreaterThan(400)
  const found = screens.filter((file) => pattern.test(readFileSync(path.join(APP, file), 'utf8')))
  expect(found).toEqual([])
})

/** The ways in which a screen could answer a question about rooms itself, and a line that once did. */
const OWN_ANSWERS: readonly { does: string; pattern: RegExp; once: string }[] = [
  {
    does: 'sorts',
    pattern: /\.(sort|toSorted|reverse|toReversed)\(/,
    once: 'return [...rooms].sort((a, b) => weight(a) - weight(b))',
  },
  {
    does: 'sums',
    pattern: /\.reduce(Right)?\(/,
    once: 'const seats = sides.reduce((sum, side) => sum + side.seats.length, 0)',
  },
  {
    does: 'counts',
    pattern: /\.filter\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)\s*\.length\b/,
    once: "const passed = clauses.filter(({ outcome }) => outcome === 'passed').length",
  },
  {
    does: 'searches the log',
    pattern: /\b(record|privateEntries)\s*\.(find|findLast|filter|some|every|flatMap|at|last)\(/,
    once: "const entry = state.record.findLast(({ event }) => event.type === 'CommuniqueIssued')",
  },
]

/** What does so with something that no reading of a room knows, by folder or file, and what it is. */
const NOT_OF_A_ROOM: Readonly<Record<string, string>> = {
  _ui: 'marks on a drawing, ordered by their place on it',
  _marks: 'marks, which stand beside the log',
  'my/marks': 'marks',
  'activities/[activityId]/gradebook': 'marks',
  'rooms/[roomId]/desk/scoring/score-sheet.tsx': 'marks',
  '_format/zones.ts': 'time zones by name',
  _device: 'what this device has not sent',
  'rooms/[roomId]/homework/drafts-status.tsx': 'what this device has not sent',
  '_room/hooks/use-unread.ts': 'how far this device has read',
  '_room/hooks/use-pinned.ts': 'lines beneath the edge of a list',
  '_room/hooks/use-focus-restore.ts': 'elements of the page',
  'account/devices.tsx': 'sign-ins of an account',
  'my/activity-card.ts': 'all activities of a student, most of them without a room that this page reads',
  'activities/[activityId]/board/board-rows.ts': 'students by name, which stands beside the log',
  'courses/[courseId]/new-seminar/read-setup.ts': 'what an instructor chose, before there is a room',
  'courses/[courseId]/new-homework/setup.ts': 'the days that an instructor struck out, before there is a room',
  'courses/[courseId]/new-seminar/parts.ts': 'what an instructor chose, before there is a room',
  'courses/[courseId]/new-seminar/tables.ts': 'what an instructor chose, before there is a room',
  'rooms/[roomId]/positions/position-draft.ts': 'the guesses of a form, compared with those of another',
  'rooms/[roomId]/stage/issued-scene.tsx': 'lines of text that fit on the stage',
  'rooms/[roomId]/transcript/record-page.ts': 'what this page’s own filter finds',
}

const isNotOfARoom = (file: string) =>
  Object.keys(NOT_OF_A_ROOM).find((exempt) => file === exempt || file.startsWith(`${exempt}/`))

test.each(OWN_ANSWERS)('no screen $does what is to be known of a room', ({ pattern, once }) => {
  expect(once).toMatch(pattern)
  const found = screens.filter((file) => pattern.test(readFileSync(path.join(APP, file), 'utf8')))
  expect(found.filter((file) => !isNotOfARoom(file))).toEqual([])
})

test('each exempt file still sorts, sums or counts, so that none is exempt for something else', () => {
  const does = (file: string) =>
    OWN_ANSWERS.some(({ pattern }) => pattern.test(readFileSync(path.join(APP, file), 'utf8')))
  expect(new Set(screens.filter(does).map(isNotOfARoom))).toEqual(new Set(Object.keys(NOT_OF_A_ROOM)))
})

test('a component that reaches for its element is the browser’s: drawn on the server it fails the page', () => {
  // One that hands on a reference it was given is drawn on the server without one.
  const reaches = (source: string) => /\sref=\{(?!ref\})/.test(source) && !source.startsWith("'use client'")
  expect(reaches('<input ref={(box) => mark(box)} />')).toBe(true)
  expect(reaches("'use client'\n<input ref={box} />")).toBe(false)
  const found = screens.filter((file) => reaches(readFileSync(path.join(APP, file), 'utf8')))
  expect(found).toEqual([])
})
