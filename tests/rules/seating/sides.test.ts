// R11: what a delegation is sent does not depend on the others' private talk. Each random story is told twice, the second time without the
// talk that one listener may not hear; the listener must receive the same.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decide } from '#simulation/engine/decide'
import { evolve, fold } from '#simulation/engine/room'
import { actorId, commandId, participantActor, personOfActor } from '#simulation/kernel/ids'
import type { Moment } from '#simulation/kernel/moment'
import type { Viewer } from '#simulation/kernel/viewer'
import { viewerOf } from '#simulation/secrecy/hearing'
import { mayHear } from '#simulation/secrecy/may-hear'
import type { Recorded } from '#simulation/shapes/record'
import type { RoomEvent } from '#simulation/shapes/room-event'
import type { RoomState } from '#simulation/state/room-state'
import { patience } from '../../support/patience'
import { type Judged, Story, storyOf } from '../../support/stories/stories'
import { type Script, script, week } from '../../support/stories/story-script'

const seed = Number(process.env.STORY_SEED ?? 20260112)
const times = Number(process.env.STORY_TIMES ?? 1)
const PATIENCE = patience(180_000)

/** Events that are only words: removing them changes nothing else in the room. */
const TALK = new Set<RoomEvent['type']>([
  ...(['CaucusSpoken', 'BilateralSpoken', 'NudgeSent', 'NotesRead', 'HelpCalled'] as const),
  ...(['HelpAnswered', 'StanceMarked', 'ReflectionWritten', 'EntryBookmarked', 'BookmarkLifted'] as const),
])

/** The viewer as having held their seats from the start; otherwise the private numbering would depend on when they came. */
const anytime = (viewer: Viewer): Viewer =>
  viewer.kind === 'person'
    ? { ...viewer, hears: viewer.hears.map(({ seat }) => ({ seat, from: 0, until: null })) }
    : viewer

const isFor = (viewer: Viewer, { verdict }: Judged): boolean =>
  verdict.ok &&
  verdict.rows.some(
    ({ audience, event }) => !TALK.has(event.type) || mayHear({ seq: 1, audience }, anytime(viewer), false),
  )

/** The rows that result when only these commands are given, at their instants. */
function toldOf(asked: readonly Judged[]): Recorded[] {
  const rows: Recorded[] = []
  let state: RoomState | null = null
  for (const [index, { command, moment }] of asked.entries()) {
    const verdict = decide(state, command, moment)
    if (!verdict.ok) throw new Error(`${moment.by} may no longer ${command.type}: ${verdict.rejection}`)
    for (const draft of verdict.rows) {
      const { at, by } = moment
      const row = {
        seq: rows.length + 1,
        at,
        by: actorId.parse(by),
        commandId: commandId.parse(`story-${index}-0`),
        ...draft,
      }
      rows.push(row)
      state = evolve(state, row)
    }
  }
  return rows
}

/** What a listener is sent before the debrief. */
function heardBy(viewer: Viewer, rows: readonly Recorded[]) {
  const state = fold(rows)
  // The row from which they hear a seat differs between the two tellings.
  const listener = state && viewer.kind === 'person' ? viewerOf(state, viewer.person) : viewer
  return rows
    .filter((row) => mayHear(row, listener, false))
    .map(({ at, by, audience, event }) => ({ at, by, audience, event }))
}

describe('sides', () => {
  const seen = { listeners: 0, silenced: 0, numbered: 0 }

  function cannotTell(told: Script): void {
    const all: Judged[] = []
    const story = new Story(told, { judged: (judged) => judged.verdict.ok && all.push(judged) })
    // Whoever was removed, or in the first edition left a seat, hears its notes no more: told without them, their readings would point at nothing.
    const forgets = ({ by }: Moment) =>
      story.plan.seating === undefined || story.state.removed.some((person) => participantActor(person) === by)
    const accepted = all.filter(({ command, moment }) => command.type !== 'readNotes' || !forgets(moment))
    for (const viewer of story.viewers()) {
      // A person who never sat is recognisable by when they write, so they are left out.
      if (viewer.kind === 'chair' || (viewer.kind === 'person' && !story.state.seated.includes(viewer.person))) continue
      const own = accepted.filter((judged) => isFor(viewer, judged))
      const heard = heardBy(viewer, toldOf(accepted))
      expect(heardBy(viewer, toldOf(own)), JSON.stringify(viewer)).toEqual(heard)
      seen.listeners += 1
      seen.silenced += accepted.length - own.length
      seen.numbered += heard.filter(({ event }) => TALK.has(event.type) && 'no' in event && event.no !== null).length
    }
  }

  const always = (runs: number, told: fc.Arbitrary<Script>) =>
    fc.assert(fc.property(told, cannotTell), { seed, numRuns: runs * times, skipAllAfterTimeLimit: times * PATIENCE })

  test(
    'R11 two stories that differ in what a listener may not hear are told to them alike, their numbers included',
    () => {
      always(12, script(250))
      always(2, week(200))
      expect(seen.listeners).toBeGreaterThan(100)
      expect(seen.silenced).toBeGreaterThan(1500)
      expect(seen.numbered).toBeGreaterThan(250)
    },
    times * PATIENCE,
  )

  test(
    'R11 the numbers of one room are all different, and none stands for two things',
    () => {
      const numbers = { all: 0, letters: new Set<string>() }
      fc.assert(
        fc.property(fc.oneof(script(250), week(200)), (told) => {
          const { rows } = storyOf(told)
          const owners = new Map<string, string>()
          for (const { event, by } of rows) {
            if (
              !('no' in event) ||
              event.no === null ||
              event.type === 'HelpAnswered' ||
              event.type === 'OfferAnswered'
            )
              continue
            // A rewritten reflection is the same entry, and so are chips that are laid anew and a reading that is marked anew.
            const owner =
              event.type === 'ReflectionWritten'
                ? `${event.person}/${event.prompt}`
                : event.type === 'ChipsLaid'
                  ? event.delegation
                  : event.type === 'ReadingMarked'
                    ? `${event.seat}/${event.clause}`
                    : `${by}/${owners.size}`
            expect(owners.get(event.no) ?? owner, event.no).toBe(owner)
            owners.set(event.no, owner)
            numbers.all += 1
            numbers.letters.add(event.no.replaceAll(/\d+/g, '#'))
          }
        }),
        { seed, numRuns: 100 * times },
      )
      expect(numbers.all).toBeGreaterThan(700)
      for (const kind of 'us# us-jp# n-cn# n#-# h#-# p#-# r#-# rx#-# o-us-jp# m#-#'.split(' '))
        expect([...numbers.letters]).toContain(kind)
    },
    times * PATIENCE,
  )

  test(
    'R6 whoever does something hears the last row of it, so that what they sent is not held back from themselves',
    () => {
      const acts = { all: 0, kinds: new Set<string>() }
      fc.assert(
        fc.property(fc.oneof(script(250), week(200)), (told) => {
          const { rows, states } = storyOf(told)
          for (const [index, row] of rows.entries()) {
            const [state, person] = [states[index], personOfActor(row.by)]
            if (!state || !person || rows[index + 1]?.commandId === row.commandId) continue
            expect(mayHear(row, viewerOf(state, person), false), `${row.event.type} by ${row.by}`).toBe(true)
            acts.all += 1
            acts.kinds.add(row.event.type)
          }
        }),
        { seed, numRuns: 20 * times },
      )
      expect(acts.all).toBeGreaterThan(300)
      expect(acts.kinds.size).toBeGreaterThan(12)
    },
    times * PATIENCE,
  )
})
