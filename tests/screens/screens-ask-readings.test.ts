// No screen sorts, counts or sums what simulation/reading answers: every screen's source is searched for the patterns once used.
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

const APP = path.resolve(import.meta.dirname, '../../app')

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
    once: 'const past = state.floor.spentMs.of(seat)',
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
    ask: 'reading/need.ts',
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
