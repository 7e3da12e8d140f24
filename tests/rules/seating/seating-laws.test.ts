// The law of sides (L12), on random stories: what a person ever heard of seats' private words belongs to one delegation, unless the chair
// moved them, and who was moved hears nothing of the new delegation's past. Expectations come from the story: who sat where, by whose
// command, and when each word was said.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Viewer } from '#simulation/kernel/viewer'
import { isRedacted } from '#simulation/secrecy/visible-row'
import { patience } from '../../support/patience'
import { viewOf } from '../../support/stories/heard'
import { Story } from '../../support/stories/stories'
import type { Stay } from '../../support/stories/story-book'
import { marksIn } from '../../support/stories/story-marks'
import type { Deed, Script } from '../../support/stories/story-script'
import { PEOPLE, script, week } from '../../support/stories/story-script'

const seed = Number(process.env.STORY_SEED ?? 20260112)
const times = Number(process.env.STORY_TIMES ?? 1)
const PATIENCE = patience(180_000)

const today = (told: Script) => told.seating !== 'unsaid'
/** Deeds of a chair who often moves, unseats and removes people, and of people who try every seat. */
const RESTLESS: readonly Deed[] = [
  ...(['placePerson', 'takeSeat', 'placePerson', 'leaveSeat', 'takeSeat'] as const),
  ...(['placePerson', 'removePerson', 'readmitPerson', 'readmitPerson'] as const),
]
const stories = (length: number) =>
  fc
    .oneof({ weight: 3, arbitrary: script(length) }, week(length))
    .filter(today)
    .map((told) => ({
      ...told,
      beats: told.beats.map((beat, index) => {
        const deed = RESTLESS[(index / 3) % RESTLESS.length]
        const [a, b, c, d] = beat.dice
        // The last die 8 makes the story try the deed unmodified.
        return deed ? { ...beat, deed, dice: [a, b, c, d, 8] as const } : beat
      }),
    }))

const sideOf = (seat: string): string | null => (seat.startsWith('observer.') ? null : seat.slice(0, 2))
/** The stays that were in another delegation than the stay before. */
const changesIn = (stays: readonly Stay[]): Stay[] => {
  let side: string | null = null
  return stays.filter(({ seat }) => {
    const now = sideOf(seat)
    const changes = side !== null && now !== null && now !== side
    side = now ?? side
    return changes
  })
}

/** When somebody belonged to a delegation; to their first as if from the start. */
const visitsIn = (stays: readonly Stay[], changes: readonly Stay[]) => {
  const first = stays.find(({ seat }) => sideOf(seat) !== null)
  const began = first ? [{ ...first, from: 0 }, ...changes] : []
  return began.map(({ seat, from }, index) => ({
    ...{ side: sideOf(seat), from },
    to: began[index + 1]?.from ?? Number.POSITIVE_INFINITY,
  }))
}

/** What each person's page held at each look: private words of seats that have not been opened since. */
class Watch {
  readonly #words = new Map<number, readonly number[]>()
  /** What the last look found. */
  readonly found = new Map<string, Set<number>>()

  look({ rows, book }: Story, viewers: readonly Viewer[], person: string): { found: Set<number>; before: Set<number> } {
    for (const row of rows.slice(this.#words.size)) this.#words.set(row.seq, marksIn(JSON.stringify(row)))
    const viewer = viewers.find((one) => one.kind === 'person' && one.person === person)
    if (!viewer) throw new Error('Nobody of that name looks on.')
    const told = viewOf(rows, viewer, book.unsealed).flatMap((row) => (isRedacted(row) ? [] : [row.seq]))
    const isOfSeats = (token: number) => {
      const secret = book.secrets[token]
      return secret !== undefined && !secret.public && secret.person === null && !(book.unsealed && secret.opens)
    }
    const found = new Set(told.flatMap((seq) => this.#words.get(seq) ?? []).filter(isOfSeats))
    const before = this.found.get(person) ?? new Set()
    this.found.set(person, found)
    return { found, before }
  }
}

describe('L12 whoever sits on a side', () => {
  test(
    'R12 R13 hears one delegation, unless the chair moved them; and then nothing of the new side’s past',
    () => {
      const seen = { looks: 0, words: 0, moved: 0, back: 0, afterMoves: 0, inherited: 0, refused: 0, started: 0 }
      fc.assert(
        fc.property(stories(220), (told) => {
          const watch = new Watch()
          const look = (story: Story) => {
            const { book } = story
            const viewers = story.viewers()
            for (const person of PEOPLE) {
              const stays = book.stays.get(person) ?? []
              const { found, before } = watch.look(story, viewers, person)
              seen.looks += 1
              seen.words += found.size
              // Nobody changes delegation by their own command.
              const changes = changesIn(stays)
              expect(changes.filter(({ byChair }) => !byChair)).toEqual([])
              const visits = visitsIn(stays, changes)
              for (const token of found) {
                const said = book.saidOf(token)
                const belongs = said.some(({ seats, at }) =>
                  seats.some((seat) => {
                    const side = sideOf(seat)
                    return (
                      side === null || visits.some((visit) => visit.side === side && visit.from <= at && at < visit.to)
                    )
                  }),
                )
                expect(belongs, `${person}, of ${JSON.stringify(visits)}, heard ${JSON.stringify(said)}`).toBe(true)
              }
              const news = [...found].filter((token) => !before.has(token)).length
              if (changes.length > 0) seen.afterMoves += news
              else seen.inherited += news
              // Nobody loses what they once heard.
              const lost = [...before].filter((token) => !found.has(token) && isStillOfSeats(story, token))
              if (!book.removed.has(person)) expect(lost, `${person} lost what they had heard`).toEqual([])
            }
          }
          const story = new Story(told, { beat: (living, beats) => beats % 6 === 0 && look(living) })
          look(story)
          for (const stays of story.book.stays.values()) {
            const changes = changesIn(stays)
            seen.moved += changes.length
            const first = stays.map(({ seat }) => sideOf(seat)).find((side) => side !== null)
            seen.back += changes.filter(({ seat }) => sideOf(seat) === first).length
          }
          seen.refused += story.refusals.get('other-delegation') ?? 0
          seen.started += story.refusals.get('seating-started') ?? 0
        }),
        { seed, numRuns: 25 * times, endOnFailure: true },
      )
      expect(seen.looks).toBeGreaterThan(3000)
      expect(seen.words).toBeGreaterThan(10_000)
      expect(seen.moved).toBeGreaterThan(75)
      expect(seen.back).toBeGreaterThan(10)
      expect(seen.afterMoves).toBeGreaterThan(150)
      expect(seen.inherited).toBeGreaterThan(150)
      expect(seen.refused).toBeGreaterThan(2)
      expect(seen.started).toBeGreaterThan(25)
    },
    times * PATIENCE,
  )
})

/** Whether a word has neither become public nor been unsealed. */
function isStillOfSeats({ book }: Story, token: number): boolean {
  const secret = book.secrets[token]
  return secret !== undefined && !secret.public && !(book.unsealed && secret.opens)
}
