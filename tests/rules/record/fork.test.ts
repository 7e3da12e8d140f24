import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newsOf } from '#simulation/beside/news'
import { advance, follow, UNOPENED } from '#simulation/engine/advance'
import { maskedLog } from '#simulation/engine/masked-log'
import { takenOff } from '#simulation/engine/masking'
import { strikesToFollow } from '#simulation/engine/shared-words'
import { chairActor, commandId, type PersonId, personId } from '#simulation/kernel/ids'
import { struckAt } from '#simulation/reading/log/strikes'
import { FORK_SEATS } from '#simulation/reading/record/fork'
import { pseudonymous } from '#simulation/reading/record/record-file'
import { hearingOf, viewerOf } from '#simulation/secrecy/hearing'
import { isRedacted } from '#simulation/secrecy/visible-row'
import type { Recorded } from '#simulation/shapes/record'
import type { RoomCommand } from '#simulation/shapes/room-command'
import { remainingMs } from '#simulation/state/clock'
import { isRunning, type RoomState } from '#simulation/state/room-state'
import { forkOf, newId } from '../../support/forks'
import { patience } from '../../support/patience'
import { viewOf } from '../../support/stories/heard'
import { storyOf } from '../../support/stories/stories'
import { PEOPLE, script } from '../../support/stories/story-script'

const heard = (rows: readonly Recorded[], state: RoomState, person: PersonId) =>
  viewOf(rows, viewerOf(state, person), state.unsealedAt !== null).flatMap((row) => (isRedacted(row) ? [] : [row.seq]))

const said = (state: RoomState, person: PersonId) =>
  newsOf(state, person, Number.MAX_SAFE_INTEGER).filter(({ kind }) =>
    ['answered', 'questioned', 'inject'].includes(kind),
  )

/** The rows, and after them what the chair does by these commands, where the rules allow it. */
function chaired(rows: readonly Recorded[], commandsOf: (state: RoomState) => readonly RoomCommand[]) {
  let room = follow(UNOPENED, rows)
  for (const [place, command] of (room.state ? commandsOf(room.state) : []).entries()) {
    const id = commandId.parse(`chaired-${String(place).padStart(4, '0')}`)
    const done = advance(room, { by: chairActor('again'), commandId: id, command, at: room.at, lot: 0 })
    if (done.ok) room = done.after
  }
  return room.log.toArray()
}

/** Strikes all that the chair can strike. */
const strikes = ({ record, privateEntries }: RoomState): readonly RoomCommand[] =>
  [...record, ...privateEntries].map(({ no }) => ({ type: 'strikeWords', entry: no, words: 'all', reason: 'not-fit' }))
const keepsAll = ({ seats }: RoomState): readonly RoomCommand[] => [
  { type: 'keepSeats', seats: Object.values(seats).map(({ id }) => id) },
]

const withoutOrigin = ({ event, ...row }: Recorded): Recorded => {
  if (event.type !== 'RoomOpened') return { ...row, event }
  const { forkedFrom: _, ...plan } = event.plan
  return { ...row, event: { ...event, plan } }
}

test('D26 a fork is its origin up to the moment, by other ids; its clock stands still with what was left; it can be forked again', {
  timeout: patience(120_000),
}, () => {
  const seen = { forks: 0, paused: 0, again: 0, mirrored: 0, kept: 0 }
  fc.assert(
    fc.property(
      script(90),
      fc.oneof(fc.constant(1), fc.double({ min: 0.05, max: 1, noNaN: true })),
      fc.constantFrom(...FORK_SEATS),
      (told, share, seats) => {
        const rows = chaired(storyOf(told).rows, keepsAll)
        const made = forkOf(rows, share, seats)
        if (!made) return
        const { moment, fork } = made
        const prefix = rows.slice(0, moment.upTo)
        const past = fork.rows.slice(0, moment.upTo).map(withoutOrigin)
        expect(pseudonymous(past, {}).rows).toEqual(pseudonymous(prefix, {}).rows)
        const at = prefix.at(-1)?.at ?? 0
        expect(fork.state.plan.forkedFrom).toMatchObject({ room: 'Table 3', entry: moment.entry, rows: moment.upTo })
        expect(fork.state.keptSeats).toEqual([])
        seen.kept += moment.state.keptSeats.length
        if (isRunning(moment.state) && moment.state.plan.kind === 'seminar') {
          expect(fork.state.clock?.pausedAt).toBe(at)
          expect(fork.state.clock?.caucusUntil).toBeNull()
          expect(remainingMs(fork.state, at + 1e9)).toBe(remainingMs(moment.state, at))
          seen.paused += 1
        }
        const now = Object.values(fork.state.seats).map(({ holder }) => holder)
        const then = Object.values(moment.state.seats).map(({ holder }) => holder && newId(holder))
        const expected = { kept: then, empty: then.map(() => null), mirrored: null }[seats]
        if (expected) expect(now).toEqual(expected)
        else {
          for (const seat of Object.values(fork.state.seats)) {
            const old = Object.values(moment.state.seats).find(({ holder }) => holder && newId(holder) === seat.holder)
            if (!old || seat.delegation === null) continue
            expect(seat.delegation).not.toBe(old.delegation)
            seen.mirrored += 1
          }
        }
        seen.forks += 1
        if (forkOf(fork.rows, 0.7, 'empty')) seen.again += 1
      },
    ),
    { numRuns: 20, seed: 26 },
  )
  expect(seen.forks).toBeGreaterThan(12)
  expect(seen.paused).toBeGreaterThan(5)
  expect(seen.again).toBeGreaterThan(7)
  expect(seen.kept).toBeGreaterThan(0)
  expect(seen.mirrored).toBeGreaterThan(5)
})

test('D26 nobody hears of before what they had not heard then, and what was taken off since is in no row', {
  timeout: patience(120_000),
}, () => {
  const seen = { heard: 0, news: 0, moved: 0, off: 0 }
  fc.assert(
    fc.property(
      script(90),
      fc.double({ min: 0.2, max: 0.9, noNaN: true }),
      fc.constantFrom(...FORK_SEATS),
      (told, share, seats) => {
        const rows = chaired(storyOf(told).rows, strikes)
        const made = forkOf(rows, share, seats, (name) => name !== PEOPLE[1])
        if (!made) return
        const { moment, fork, whole } = made
        const prefix = rows.slice(0, moment.upTo)
        for (const name of PEOPLE) {
          const before = new Set(heard(prefix, moment.state, personId.parse(name)))
          const after = heard(fork.rows, fork.state, newId(name)).filter((seq) => seq <= moment.upTo)
          expect(after.filter((seq) => !before.has(seq))).toEqual([])
          seen.heard += after.length
          expect(said(fork.state, newId(name))).toEqual([])
          seen.news += said(moment.state, personId.parse(name)).length
          const side = hearingOf(fork.state, newId(name))?.side
          seen.moved += side && side !== hearingOf(moment.state, personId.parse(name))?.side ? 1 : 0
        }
        expect(Object.values(fork.state.seats).some(({ holder }) => holder === newId(PEOPLE[1] ?? ''))).toBe(false)
        const text = JSON.stringify(fork.rows)
        // Every person's words carry a token of their own; understudies may say words of a brief.
        const opened = JSON.stringify(rows.slice(0, 4))
        for (const entry of [...Object.keys(whole.strikes), ...Object.keys(whole.withdrawn)]) {
          if (!struckAt(whole, entry).some(({ seq }) => seq > moment.upTo)) continue
          const off = takenOff(rows, (no) => whole.record.at(no - 1)?.seq ?? null, entry).join(' ')
          for (const [token] of off.matchAll(/§\d+§/g)) {
            if (opened.includes(token)) continue
            expect(text.includes(token)).toBe(false)
            seen.off += 1
          }
        }
      },
    ),
    { numRuns: 15, seed: 62 },
  )
  expect(seen.heard).toBeGreaterThan(1_000)
  expect(seen.news).toBeGreaterThan(0)
  expect(seen.moved).toBeGreaterThan(5)
  expect(seen.off).toBeGreaterThan(50)
})

/** Whatever somebody wrote in an event, told from ids by its blanks. */
function written(value: unknown): readonly string[] {
  if (typeof value === 'string') return value.includes(' ') ? [value] : []
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(written) : []
}

test('K10 what is struck in the origin afterwards stands nowhere in the shared past of the fork once it follows, and nothing else goes', {
  timeout: patience(120_000),
}, () => {
  const seen = { followed: 0, same: 0, again: 0 }
  fc.assert(
    fc.property(script(90), fc.double({ min: 0.3, max: 1, noNaN: true }), fc.nat(), (told, share, dice) => {
      const { rows } = storyOf(told)
      const made = forkOf(rows, share, 'empty')
      if (!made) return
      const shared = made.moment.upTo
      const before = maskedLog(rows).rows
      const struck = chaired(rows, (state) =>
        [...state.record, ...state.privateEntries, ...Object.keys(state.placed).map((no) => ({ no }))].flatMap(
          ({ no }, place) => {
            if ((place + dice) % 3 === 0) return []
            const words = place % 2 === 0 ? ('all' as const) : [{ part: 0, from: 0, to: 4 }]
            return [{ type: 'strikeWords', entry: no, words, reason: 'not-fit' }]
          },
        ),
      )
      const origin = maskedLog(struck).rows
      const fork = maskedLog(made.fork.rows)
      if (!fork.state) return
      const follow = strikesToFollow(struck, { rows: fork.rows, state: fork.state }, shared)
      const followed = maskedLog(
        chaired(made.fork.rows, () => follow.map((one) => ({ type: 'strikeWords' as const, ...one }))),
      )
      for (let at = 0; at < shared; at += 1) {
        const [was, now, there, after] = [before, origin, fork.rows, followed.rows].map((of) => written(of[at]?.event))
        for (const [place, text] of (after ?? []).entries()) {
          // What the fork had otherwise from its beginning was off before it was made, or is a name of the plan.
          if (there?.[place] !== was?.[place]) continue
          expect(text).toBe(now?.[place])
          seen.same += 1
        }
      }
      seen.followed += follow.length
      if (followed.state)
        seen.again += strikesToFollow(struck, { rows: followed.rows, state: followed.state }, shared).length
    }),
    { numRuns: 20, seed: 10 },
  )
  expect(seen.followed).toBeGreaterThan(20)
  expect(seen.same).toBeGreaterThan(500)
  expect(seen.again).toBe(0)
})
