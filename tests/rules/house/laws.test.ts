// Laws that hold in every room, tried on random stories. Each ends by requiring that it saw enough cases. A failure prints the seed and a
// short story; STORY_SEED and STORY_TIMES repeat it or try more.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { follow, UNOPENED } from '#simulation/engine/advance'
import { decide } from '#simulation/engine/decide'
import { maskedLog } from '#simulation/engine/masked-log'
import { fold } from '#simulation/engine/room'
import { Ledger } from '#simulation/kernel/ledger'
import { isRedacted } from '#simulation/secrecy/visible-row'
import type { Recorded } from '#simulation/shapes/record'
import type { RoomEvent } from '#simulation/shapes/room-event'
import type { RoomState } from '#simulation/state/room-state'
import { areSame, publicSide, written } from '../../support/files/written'
import { patience } from '../../support/patience'
import { viewOf } from '../../support/stories/heard'
import { Story, storyOf } from '../../support/stories/stories'
import type { Script } from '../../support/stories/story-script'
import { script } from '../../support/stories/story-script'

const seed = Number(process.env.STORY_SEED ?? 20260112)
const times = Number(process.env.STORY_TIMES ?? 1)
const PATIENCE = patience(180_000)
/** The phase index while no phase runs. */
const NONE = -1
const always = (runs: number, told: fc.Arbitrary<Script>, law: (told: Script) => void) =>
  fc.assert(fc.property(told, law), { seed, numRuns: runs * times, skipAllAfterTimeLimit: times * PATIENCE })

/** Both are written out in full, which takes long, only where they differ. */
function expectSame(one: unknown, other: unknown, of: unknown): void {
  if (!areSame(one, other)) expect(written(one), JSON.stringify(of)).toBe(written(other))
}

const count = (rows: readonly Recorded[], type: RoomEvent['type']): number =>
  rows.filter((row) => row.event.type === type).length

describe('laws', () => {
  test(
    'R6 R7 a view is true: every viewer folds the same public room, entry for entry',
    () => {
      const seen = { views: 0, sealed: 0, reveals: 0, entries: 0 }
      always(20, script(250), (told) => {
        const story = storyOf(told)
        // As it stood after a third of its rows, after two, and in the end.
        for (const cut of [1, 2, 3].map((third) => Math.ceil((story.rows.length * third) / 3))) {
          const state = story.states[cut - 1] ?? story.state
          for (const viewer of story.viewers(state)) {
            const folded = fold(viewOf(story.rows.slice(0, cut), viewer, state.unsealedAt !== null))
            expectSame(folded && publicSide(folded), publicSide(state), viewer)
            seen.views += 1
          }
        }
        seen.sealed += story
          .viewers()
          .flatMap((viewer) => viewOf(story.rows, viewer, story.book.unsealed).filter(isRedacted)).length
        seen.reveals += count(story.rows, 'PositionsRevealed')
        seen.entries += story.state.record.length
      })
      expect(seen.views).toBeGreaterThan(500)
      expect(seen.sealed).toBeGreaterThan(5000)
      expect(seen.reveals).toBeGreaterThan(20)
      expect(seen.entries).toBeGreaterThan(500)
    },
    times * PATIENCE,
  )

  test(
    'R1 R4 a secret is absent: a viewer finds a private word exactly if the story let them in on it',
    () => {
      const seen = { views: 0, found: 0, hidden: 0, opened: 0 }
      const said = { bilaterals: 0, caucuses: 0, ballots: 0, reveals: 0, answers: 0, reflections: 0, nudges: 0 }
      always(32, script(250), (told) => {
        const search = ({ rows, book, viewers }: Story, all = viewers) => {
          for (const viewer of all()) {
            const text = JSON.stringify(viewOf(rows, viewer, book.unsealed))
            const found = new Set([...text.matchAll(/§(\d+)§/g)].map((match) => Number(match[1])))
            const expected = book.toldTo(viewer)
            const leaked = [...found].filter((token) => !expected.has(token))
            const missing = [...expected].filter((token) => !found.has(token))
            expect({ leaked, missing }, JSON.stringify(viewer)).toEqual({ leaked: [], missing: [] })
            seen.views += 1
            seen.found += found.size
            seen.hidden += book.secrets.length - found.size
            if (book.unsealed) seen.opened += 1
          }
        }
        const look = (story: Story) => search(story, () => story.viewers())
        const { rows } = new Story(told, {
          beat: (story, beats) => (beats % 50 === 0 || beats === told.beats.length) && look(story),
        })
        said.bilaterals += count(rows, 'BilateralSpoken')
        said.caucuses += count(rows, 'CaucusSpoken')
        said.ballots += count(rows, 'BallotCast')
        said.reveals += count(rows, 'PositionsRevealed')
        said.answers += count(rows, 'HelpAnswered')
        said.reflections += count(rows, 'ReflectionWritten')
        said.nudges += count(rows, 'NudgeSent')
      })
      expect(seen.views).toBeGreaterThan(400)
      expect(seen.found).toBeGreaterThan(3000)
      expect(seen.hidden).toBeGreaterThan(3000)
      expect(seen.opened).toBeGreaterThan(30)
      expect(said.bilaterals).toBeGreaterThan(20)
      expect(said.caucuses).toBeGreaterThan(30)
      expect(said.ballots).toBeGreaterThan(3)
      expect(said.reveals).toBeGreaterThan(15)
      expect(said.answers).toBeGreaterThan(5)
      expect(said.reflections).toBeGreaterThan(10)
      expect(said.nudges).toBeGreaterThan(20)
    },
    times * PATIENCE,
  )

  test(
    'replay equals memory, and every snapshot with its later rows equals a fresh fold',
    () => {
      const seen = { rows: 0, cuts: 0 }
      always(20, script(250), (told) => {
        const story = storyOf(told)
        expectSame(maskedLog(story.rows).state, story.state, 'replayed')
        seen.rows += story.rows.length
        // Every prefix of a short story, some of a long one.
        const step = Math.ceil(story.rows.length / 20)
        for (let cut = 0; cut < story.rows.length; cut += step) {
          const before = story.rows.slice(0, cut + 1)
          const log = before.reduce((all, row) => all.append(row), Ledger.empty<Recorded>())
          const at = { seq: cut + 1, at: before.at(-1)?.at ?? 0, taken: UNOPENED.taken }
          const snapshot = { state: story.states[cut] ?? null, ...at, log }
          expectSame(follow(snapshot, story.rows.slice(cut + 1)).state, story.state, cut)
          seen.cuts += 1
        }
      })
      expect(seen.rows).toBeGreaterThan(2000)
      expect(seen.cuts).toBeGreaterThan(300)
    },
    times * PATIENCE,
  )

  test(
    'P1 one sequence: numbers without a gap, and each phase starts and ends once unless the chair took it back',
    () => {
      const seen = { rows: 0, starts: 0, ends: 0, undone: 0, finished: 0 }
      always(80, script(250), (told) => {
        const { rows, state } = storyOf(told)
        expect(rows.map((row) => row.seq)).toEqual(rows.map((_row, index) => index + 1))
        for (const [index, row] of rows.entries()) expect(row.at).toBeGreaterThanOrEqual(rows[index - 1]?.at ?? 0)
        // Undo of a start, or of an end that began the next phase, takes both rows back; they may then happen again.
        let running = NONE
        let step = { running, next: 0, id: '' }
        let next = 0
        for (const { event, by, commandId } of rows) {
          if ((event.type === 'PhaseStarted' || event.type === 'PhaseEnded') && step.id !== commandId)
            step = { running, next, id: commandId }
          if (event.type === 'PhaseStarted') {
            expect([running, event.index], `phase ${event.index} starts`).toEqual([NONE, next])
            running = event.index
            next += 1
            seen.starts += 1
          }
          if (event.type === 'PhaseEnded') {
            expect(running, `phase ${event.index} ends`).toBe(event.index)
            running = NONE
            seen.ends += 1
          }
          if (event.type === 'StepUndone' && (event.undid === 'ended' || event.undid === 'started')) {
            expect(by.startsWith('chair:')).toBe(true)
            running = step.running
            next = step.next
            seen.undone += 1
          }
        }
        expect(state.agenda.status === 'running' ? state.agenda.index : NONE).toBe(running)
        seen.rows += rows.length
        if (state.agenda.status === 'finished') seen.finished += 1
      })
      expect(seen.rows).toBeGreaterThan(5000)
      expect(seen.starts).toBeGreaterThan(300)
      expect(seen.ends).toBeGreaterThan(250)
      expect(seen.undone).toBeGreaterThan(10)
      expect(seen.finished).toBeGreaterThan(3)
    },
    times * PATIENCE,
  )

  test(
    'P3 nothing that belongs to a phase lands at or after its planned end, however late the clock',
    () => {
      const BOUND = new Set<RoomEvent['type']>([
        ...(['HandRaised', 'FloorGranted', 'StatementMade', 'BilateralSpoken', 'PositionDrafted'] as const),
        ...(['VersionDrafted', 'VersionPutForward', 'ClauseBroughtIn', 'VersionStoodOn'] as const),
        ...(['ClauseInitialled', 'ClauseReopened', 'OfferMade', 'OfferAnswered', 'StandsTraded'] as const),
        ...(['ChipsProposed', 'ChipsLaid', 'ReadingMarked', 'BracketKept', 'BallotAdvised', 'BallotCast'] as const),
        ...(['MotionMoved', 'MotionAnswered', 'StrawCast', 'PointRuled', 'ReflectionWritten'] as const),
        ...(['ClockPaused', 'ClockExtended'] as const),
      ])
      const seen = { bound: 0, late: 0 }
      always(50, script(250, false), (told) => {
        const { rows, refusals } = storyOf(told)
        let end = 0
        let pausedAt: number | null = null
        for (const { event, at, by } of rows) {
          // Before the row moves the end: an extension that comes too late is no reason for itself.
          if (BOUND.has(event.type) || (event.type === 'PositionFiled' && event.cause === 'head')) {
            if (pausedAt === null) expect(at, `${event.type} by ${by}`).toBeLessThan(end)
            seen.bound += 1
          }
          if (event.type === 'PhaseStarted') end = event.endsAt
          if (event.type === 'ClockExtended') end += event.seconds * 1000
          if (event.type === 'ClockPaused') pausedAt ??= at
          if (event.type === 'PhaseEnded') pausedAt = null
          if (event.type === 'ClockResumed' && pausedAt !== null) {
            end += at - pausedAt
            pausedAt = null
          }
        }
        seen.late += refusals.get('phase-ended') ?? 0
      })
      expect(seen.bound).toBeGreaterThan(700)
      expect(seen.late).toBeGreaterThan(25)
    },
    times * PATIENCE,
  )

  test(
    'P4 P5 F6 pauses count exactly: phases last what was planned and given, turns what they were spoken, pauses aside',
    () => {
      const seen = { turns: 0, phases: 0, pauses: 0, extended: 0 }
      always(50, script(250, false), (told) => {
        const { book, state, plan } = storyOf(told)
        const spent = new Map<string, number>()
        for (const turn of book.clock.turns) {
          // A turn lasts until it ends or its time is over, whichever is first; the clock may run late.
          const lasts = Math.min(book.clock.ranBetween(turn.since, turn.endedAt), turn.spans)
          expect(turn.spokenMs).toBe(Math.max(0, lasts))
          spent.set(turn.seat, (spent.get(turn.seat) ?? 0) + turn.spokenMs)
          seen.turns += 1
        }
        expect(state.floor.spentMs).toEqual(spent)
        for (const span of book.clock.spans) {
          const ran = book.clock.ranBetween(span.startsAt, span.endedAt)
          if (span.cause === 'planned') expect(ran).toBe(span.plannedMs)
          else expect(ran).toBeLessThan(span.plannedMs)
          seen.phases += 1
          if (span.plannedMs !== Math.round((plan.phases[span.index]?.seconds ?? 0) * 1000)) seen.extended += 1
        }
        seen.pauses += book.clock.pauses.length
      })
      expect(seen.turns).toBeGreaterThan(120)
      expect(seen.phases).toBeGreaterThan(150)
      expect(seen.pauses).toBeGreaterThan(25)
      expect(seen.extended).toBeGreaterThan(10)
    },
    times * PATIENCE,
  )

  test(
    'to decide is pure: the same room, command and moment give the same verdict and change nothing',
    () => {
      const seen = { judged: 0, refused: 0, kinds: new Set<string>() }
      always(12, script(250), (told) => {
        let last: { state: RoomState; text: string } | null = null
        new Story(told, {
          judged: ({ before, command, moment, verdict }) => {
            // Everything is deep-frozen except the ledgers' lists, which are compared as text after some more decisions.
            if (before && seen.judged % 20 === 0) {
              if (last) expect(written(last.state)).toBe(last.text)
              last = { state: before, text: written(before) }
            }
            expect(JSON.stringify(decide(before, command, moment))).toBe(JSON.stringify(verdict))
            seen.judged += 1
            if (!verdict.ok) {
              seen.refused += 1
              seen.kinds.add(verdict.rejection)
            }
          },
        })
      })
      expect(seen.judged).toBeGreaterThan(1000)
      expect(seen.refused).toBeGreaterThan(250)
      expect(seen.kinds.size).toBeGreaterThan(25)
    },
    times * PATIENCE,
  )
})
