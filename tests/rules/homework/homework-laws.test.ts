// Laws of homework debates, tried on random weeks. Each ends by requiring that it saw enough cases. A failure prints the seed and a short
// story; STORY_SEED and STORY_TIMES repeat it or try more.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isRedacted } from '#simulation/secrecy/visible-row'
import type { RoomEvent } from '#simulation/shapes/room-event'
import { patience } from '../../support/patience'
import { viewOf } from '../../support/stories/heard'
import { Story, storyOf } from '../../support/stories/stories'
import type { Script } from '../../support/stories/story-script'
import { week } from '../../support/stories/story-script'

const seed = Number(process.env.STORY_SEED ?? 20260112)
const times = Number(process.env.STORY_TIMES ?? 1)
const PATIENCE = patience(180_000)
const always = (runs: number, law: (told: Script) => void) =>
  fc.assert(fc.property(week(250), law), { seed, numRuns: runs * times, skipAllAfterTimeLimit: times * PATIENCE })

const tokensIn = (value: unknown): Set<number> =>
  new Set([...JSON.stringify(value).matchAll(/§(\d+)§/g)].map(([, token]) => Number(token)))

test(
  'H6 R6 each reader of a week finds every word that is theirs and not one that is another’s',
  () => {
    const seen = { views: 0, found: 0, hidden: 0, sealed: 0, opened: 0 }
    always(22, (told) => {
      const agree = ({ rows, book, ...story }: Story, viewers: ReturnType<Story['viewers']>) => {
        for (const viewer of viewers) {
          const view = viewOf(rows, viewer, book.unsealed).filter((row) => !isRedacted(row))
          const expected = book.toldTo(viewer)
          const found = tokensIn(view)
          expect(
            [...found].filter((token) => !expected.has(token)),
            JSON.stringify(viewer),
          ).toEqual([])
          expect(
            [...expected].filter((token) => !found.has(token)),
            JSON.stringify(viewer),
          ).toEqual([])
          seen.views += 1
          seen.found += found.size
          seen.hidden += book.secrets.length - found.size
        }
        return story
      }
      const story = new Story(told, { beat: (living, beats) => beats % 60 === 0 && agree(living, living.viewers()) })
      agree(story, story.viewers())
      const posts = story.rows.flatMap(({ event }) => (event.type === 'StatementPosted' ? [event] : []))
      seen.sealed += story.rows.filter(({ event }) => event.type === 'PostSealed').length
      seen.opened += posts.filter(({ unseals }) => unseals !== null).length
    })
    expect(seen.views).toBeGreaterThan(400)
    expect(seen.found).toBeGreaterThan(1000)
    expect(seen.hidden).toBeGreaterThan(1000)
    expect(seen.sealed).toBeGreaterThan(5)
    expect(seen.opened).toBeGreaterThan(2)
  },
  times * PATIENCE,
)

test(
  'H1 H3 H5 H9 H15 H16 a post is late exactly when its writer’s own deadline had passed, and none comes after the late hours',
  () => {
    const seen = { onTime: 0, late: 0, early: 0, extended: 0, refused: 0 }
    always(80, (told) => {
      const { rows, plan, refusals } = storyOf(told)
      const due = new Map(plan.phases.map((phase, index) => [index, phase.dueAt ?? Number.NaN]))
      const extended = new Map<string, number>()
      const early = new Map<number, number>()
      const reopened = new Map<number, number>()
      const dueOf = (phase: number) =>
        Math.min(early.get(phase) ?? Number.POSITIVE_INFINITY, due.get(phase) ?? Number.NaN)
      const ended = new Set<number>()
      const judge = (event: Extract<RoomEvent, { type: 'StatementPosted' | 'PostSealed' }>, by: string, at: number) => {
        const own = extended.get(`${by}/${event.phase}`) ?? 0
        const again = reopened.get(event.phase) ?? 0
        const sealed = plan.postFirst && plan.phases[event.phase]?.kind === 'openings'
        const until = Math.max(dueOf(event.phase), own, sealed ? 0 : again)
        // While the chair has stopped a phase's clock, work for it counts as in time.
        const passed = at >= until && (ended.has(event.phase) || event.late)
        expect(event.late, `${by} for ${event.phase} at ${at}, due ${until}`).toBe(passed)
        if (event.late) expect(at).toBeLessThan(Math.max(until + plan.lateHours * 3_600_000, again))
        seen[event.late ? 'late' : 'onTime'] += 1
        if (own > dueOf(event.phase) && !event.late) seen.extended += 1
        if (early.has(event.phase) && event.late) seen.early += 1
      }
      for (const { event, by, at } of rows) {
        if (event.type === 'DeadlineMoved') due.set(event.phase, event.dueAt)
        if (event.type === 'DatesMoved')
          for (const { phase, dueAt } of event.dates) {
            const later = Math.max(0, dueAt - (due.get(phase) ?? dueAt))
            for (const [key, until] of extended) if (key.endsWith(`/${phase}`)) extended.set(key, until + later)
            due.set(phase, dueAt)
          }
        if (event.type === 'PhaseReopened') reopened.set(event.phase, event.until)
        if (event.type === 'ExtensionGranted') extended.set(`p:${event.person}/${event.phase}`, event.dueAt)
        if (event.type === 'PhaseEnded') {
          ended.add(event.index)
          if (event.cause === 'chair') early.set(event.index, event.endedAt)
        }
        if (event.type === 'StepUndone' && event.undid === 'ended') {
          // Undo took the newest end back.
          early.delete(Math.max(...ended))
          ended.clear()
        }
        if (event.type === 'PostSealed') judge(event, by, at)
        if (event.type === 'StatementPosted' && event.unseals === null) judge(event, by, at)
      }
      seen.refused += refusals.get('deadline-passed') ?? 0
    })
    expect(seen.onTime).toBeGreaterThan(100)
    expect(seen.late).toBeGreaterThan(8)
    expect(seen.early).toBeGreaterThan(0)
    expect(seen.extended).toBeGreaterThan(2)
    expect(seen.refused).toBeGreaterThan(10)
  },
  times * PATIENCE,
)
