// Tables beside each other: what is counted of them (D16), and the same moment at each, recounted from the rows (D17). Their sentences are
// read back in tests/screens/figures/compared-tables.test.tsx.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { middleHalf } from '#simulation/kernel/middle-half'
import { paragraphs } from '#simulation/reading/log/transcript'
import {
  axesAcross,
  compareTables,
  measuresOf,
  type Shifts,
  tablesInOrder,
} from '#simulation/reading/positions/compared-tables'
import { atEachTable, sharedMoments } from '#simulation/reading/positions/same-moment'
import { entryNumbered } from '#simulation/state/numbered-entries'
import { dueOf, givenWeek, HOUR, opensAt, phaseOf, post } from '../../screens/homework/given-week'
import { AMARA } from '../../support/cast'
import { forkOf } from '../../support/forks'
import { tableOf, tablesOf } from '../../support/stories/played-tables'
import { type Round, roomWith } from '../../support/stories/revealed-rounds'
import { CN, JP, US } from '../../support/stories/sides'
import { storyOf } from '../../support/stories/stories'
import { script } from '../../support/stories/story-script'

const seed = Number(process.env.STORY_SEED ?? 20260112)

test('quartiles are those of R', () => {
  // quantile(c(3.5, 0.5, 1, 2, 1, 2.5), c(.25, .5, .75)) of R 4.5.0
  expect(middleHalf([3.5, 0.5, 1, 2, 1, 2.5])).toEqual({ low: 1, median: 1.5, high: 2.375 })
  expect(middleHalf([2])).toEqual({ low: 2, median: 2, high: 2 })
  expect(middleHalf([])).toBeNull()
})

/** A round in which the members of the gap stood so far apart at the opening and at the closing. */
const round = (opening: number, closing: number): Round => {
  const stood = (value: number) => ({ value, guesses: {}, how: 'filed' as const, byBrief: false })
  return {
    opening: { [US]: stood(opening), [JP]: stood(0) },
    closing: { [US]: stood(closing), [JP]: stood(0) },
  }
}

test('D16 D34 three tables: one narrowed, one widened, one did as often the one as the other; the last stands apart', () => {
  const tables = tablesOf([
    roomWith([round(2, 1), round(1, 1)]),
    roomWith([round(1, 2), round(1, 1)]),
    roomWith([round(2, 1), round(1, 3)]),
  ])
  const compared = compareTables(tables, 'gap')
  expect(compared?.finding).toEqual({ kind: 'mixed', narrowed: 1, widened: 1, held: 1, tables: 3 })
  expect(compared?.rounds.slice(0, 2).map(({ middle }) => middle?.median)).toEqual([1, 1])
  expect(compared?.tables.map(({ fromMiddle }) => fromMiddle)).toEqual([0, 0.5, 1])
  expect(compared && tablesInOrder(compared, 'apart').map(({ number }) => number)).toEqual([3, 2, 1])
  expect(compared && tablesInOrder(compared, 'number').map(({ number }) => number)).toEqual([1, 2, 3])
  expect(compared?.apart).toMatchObject({
    fromMiddle: 1,
    tables: [{ table: 'room-2', at: { closing: 3, median: 1, entry: '4' } }],
  })
  // Of two tables neither stands apart, also where one closed a round alone.
  const two = compareTables(tablesOf([roomWith([round(2, 1), round(1, 3)]), roomWith([round(2, 2)])]), 'gap')
  expect([two?.apart, two?.tables.map(({ fromMiddle }) => fromMiddle)]).toEqual([null, [0.5, 0.5]])
  expect(compareTables([], 'gap')).toBeNull()
})

test('D33 a fork counts from its moment on: what its origin had revealed by then counts once, there', () => {
  const before = tableOf(roomWith([round(2, 1), round(1, 2)]), 0)
  const [fork] = tablesOf([roomWith([round(2, 1), round(1, 0)], 3)])
  if (!fork) throw new Error('There is one table.')
  const compared = compareTables([before, fork], 'gap')
  expect(compared?.tables.map(({ shifts }) => shifts)).toEqual([
    { narrowed: 1, widened: 1, held: 0, unknown: 4, shared: 0 },
    { narrowed: 1, widened: 0, held: 0, unknown: 4, shared: 1 },
  ])
  expect(compared?.rounds.slice(0, 2).map(({ closed }) => closed)).toEqual([1, 2])
  // Without its origin beside it nothing of it is told elsewhere.
  expect(compareTables([fork], 'gap')?.shifts).toMatchObject({ narrowed: 2, shared: 0 })
})

test('D33 D37 a fork on which nothing is played yet adds nothing to what its origin counts', () => {
  const seen = { shared: 0, known: 0, past: 0 }
  fc.assert(
    fc.property(script(250), fc.double({ min: 0.2, max: 1, noNaN: true }), fc.boolean(), (told, share, isFork) => {
      const { rows, state } = storyOf(told)
      const made = forkOf(rows, share, 'kept')
      if (!made) return
      // The origin may play on from a moment itself: its own origin is not here, so what it has from there counts at it.
      const forkedFrom = { room: 'Room −1', entry: null, rows: rows.length, fingerprint: '' }
      const before = tableOf(isFork ? { ...state, plan: { ...state.plan, forkedFrom } } : state, 0)
      const both = [before, ...tablesOf([made.fork.state])]
      const past = rows.slice(0, made.fork.state.plan.forkedFrom?.rows).map(({ event }) => event)
      const { rounds } = state.plan
      const open = rounds.filter(
        ({ key }) =>
          !past.some((row) => row.type === 'PositionsRevealed' && row.stage === 'closing' && row.round === key),
      )
      for (const measure of measuresOf(state.plan)) {
        const [alone, together] = [compareTables([before], measure), compareTables(both, measure)]
        expect(together?.rounds).toEqual(alone?.rounds)
        expect(together?.byBrief).toBe(alone?.byBrief)
        const changed = ({ narrowed, widened, held }: Shifts) => [narrowed, widened, held]
        expect(together && changed(together.shifts)).toEqual(alone && changed(alone.shifts))
        // What was not revealed by the moment is not known at the fork either.
        expect(together?.tables[1]?.shifts).toMatchObject({ unknown: open.length, shared: rounds.length - open.length })
        seen.shared += together?.shifts.shared ?? 0
        seen.known += alone?.shifts.narrowed ?? 0
      }
      expect(axesAcross(both)).toEqual([])
      const [, fork] = both
      const atFork = sharedMoments(both).flatMap((moment) =>
        atEachTable(both, moment).filter(({ table }) => table === fork),
      )
      expect(atFork.flatMap(({ said }) => said ?? [])).toEqual([])
      seen.past += fork?.played.moments.length ?? 0
    }),
    { seed, numRuns: 40 },
  )
  for (const [form, times] of Object.entries(seen)) expect(times, form).toBeGreaterThan(0)
})

test('D16 each side’s dots are where it closed, at the tables where that is known', () => {
  const tables = tablesOf([
    roomWith([round(2, 1)]),
    roomWith([round(1, -2), round(1, 1)]),
    roomWith([null, round(1, 3)]),
    roomWith([round(3, 1)]),
  ])
  const sides = axesAcross(tables).map(({ number, sides }) =>
    sides.map(({ delegation, opened, middle, closings }) => [
      ...[number, delegation, opened, middle?.median ?? null],
      closings.map(({ table, value }) => `${table} ${value}`),
    ]),
  )
  expect(sides.slice(0, 2)).toEqual([
    [
      [1, US, 2, 1, ['room-0 1', 'room-1 -2', 'room-3 1']],
      [1, JP, 0, 0, ['room-0 0', 'room-1 0', 'room-3 0']],
      [1, CN, null, null, []],
    ],
    [
      [2, US, 1, 2, ['room-1 1', 'room-2 3']],
      [2, JP, 0, 0, ['room-1 0', 'room-2 0']],
      [2, CN, null, null, []],
    ],
  ])
  expect(sides).toHaveLength(2)
  expect(axesAcross(tables.slice(0, 1))).toEqual([])
})

test('D17 at home nothing sealed or said in private is among the first words', () => {
  const tables = [1, 2].map((place) => {
    const room = givenWeek(opensAt('openings') + HOUR, { postFirst: true })
      .does(AMARA, post(phaseOf('openings'), `Sealed canary ${place}.`))
      .does(AMARA, { type: 'speakInCaucus', text: `Private canary ${place}.` })
    return room
  })
  const firstIn = () => {
    const all = tablesOf(tables.map(({ state }) => state))
    const first = sharedMoments(all).flatMap((moment) => atEachTable(all, moment).flatMap(({ said }) => said ?? []))
    return JSON.stringify(first.flatMap(({ no }) => tables.map(({ state }) => entryNumbered(state, no))))
  }
  expect(firstIn()).not.toContain('canary')
  for (const room of tables) room.runs(dueOf('openings'))
  expect(firstIn()).toContain('Sealed canary 1.')
  expect(firstIn()).not.toContain('Private')
})

test('D17 a moment is shared by two tables, and each shows what all there heard first after it', () => {
  const seen = { news: 0, round: 0, silent: 0, withdrawn: 0 }
  fc.assert(
    fc.property(fc.array(script(160, true, 'china-gap'), { minLength: 2, maxLength: 3 }), (scripts) => {
      const stories = scripts.map(storyOf)
      const tables = tablesOf(stories.map(({ state }) => state))
      for (const moment of sharedMoments(tables)) {
        const at = atEachTable(tables, moment)
        expect(at.length).toBeGreaterThan(1)
        for (const { table, said, after } of at) {
          const { rows, state } = stories[tables.indexOf(table)] ?? {}
          if (!rows || !state) throw new Error('A table is one of the stories.')
          seen[moment.kind] += 1
          const news = rows.find(({ event }) => event.type === 'InjectSent' && event.key === moment.key)
          const gone = new Set(rows.flatMap(({ event }) => (event.type === 'StatementWithdrawn' ? [event.entry] : [])))
          const worded = new Set(rows.flatMap(({ event }) => (event.type === 'WordsGiven' ? [event.turn] : [])))
          const spoken = state.record.toArray().filter(({ event, no }) => {
            const isWords = event.type === 'StatementMade' || (event.type === 'FloorEnded' && worded.has(Number(no)))
            if (isWords && gone.has(Number(no))) seen.withdrawn += 1
            return isWords && !gone.has(Number(no))
          })
          const roundOf = (phase: number) => state.plan.phases[phase]?.round
          const first =
            moment.kind === 'news'
              ? spoken.find(({ seq }) => seq > (news?.seq ?? 0))
              : spoken.find(({ phase }) => roundOf(phase) === moment.key)
          if (!first) seen.silent += 1
          expect(said?.no ?? null).toBe(first?.no ?? null)
          // The row that is named holds the words as they stand in the record, unless some were taken off.
          const words = said ? paragraphs(state).find(({ no }) => no === said.no) : null
          const row = rows.find(({ seq }) => seq === said?.row)
          expect(row?.audience ?? 'everyone').toBe('everyone')
          if (words?.kind === 'statement') expect(row?.event).toMatchObject({ text: words.text })
          expect(said?.hasGap ?? false).toBe((words?.off.length ?? 0) > 0)
          expect(after).toBe(first && news && moment.kind === 'news' ? first.at - news.at : null)
        }
      }
    }),
    { seed, numRuns: 40 },
  )
  for (const [form, times] of Object.entries(seen)) expect(times, form).toBeGreaterThan(0)
})
