// Rows that somebody may read are made in one place, and what sends, exports or draws rows takes no others.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { delegationIds } from '#simulation/agenda/parties'
import { seatIdsOf } from '#simulation/agenda/plan'
import { grown } from '#simulation/engine/masked-log'
import { personId, roomId } from '#simulation/kernel/ids'
import { inSeat } from '#simulation/kernel/viewer'
import { writeRecord } from '#simulation/reading/record/record-file'
import type { MaskedRow } from '#simulation/secrecy/masked-row'
import { mayHear } from '#simulation/secrecy/may-hear'
import {
  asHeardIn,
  forTheClass,
  heardBesides,
  heardByAll,
  heardRow,
  isRedacted,
  joinedRows,
  type VisibleRow,
  viewFor,
} from '#simulation/secrecy/visible-row'
import type { Recorded } from '#simulation/shapes/record'
import type { SentJoinAnswer } from '#simulation/wire/protocol'
import { heardWhole } from '../../../app/_room/link/heard-log'
import { unpacked } from '../../../app/_room/link/unpacked'
import { ReplayLog } from '../../../app/rooms/[roomId]/replay/replay-log'
import type { ReplayRows } from '../../../app/rooms/[roomId]/replay/replay-rows'
import { sendToAll } from '../../../server/live/connection'
import { packedForAll } from '../../../server/live/saving/packed-rows'
import { viewOf } from '../../support/stories/heard'
import { storyOf } from '../../support/stories/stories'
import { script } from '../../support/stories/story-script'

const joinedForAll = z.object({ forAll: z.array(heardRow) })

/** The numbers of the rows that are not redacted. */
const open = (rows: readonly VisibleRow[]) => rows.flatMap((row) => (isRedacted(row) ? [] : [row.seq]))

describe('of random stories', () => {
  test('a view has every number up to the last row that its viewer may hear, and the words of exactly those rows', () => {
    const seen = { heard: 0, redacted: 0 }
    fc.assert(
      fc.property(script(120), fc.boolean(), (told, unsealed) => {
        const story = storyOf(told)
        for (const viewer of story.viewers()) {
          const view = viewOf(story.rows, viewer, unsealed)
          const heard = story.rows.filter((row) => mayHear(row, viewer, unsealed)).map(({ seq }) => seq)
          const numbers = story.rows.map(({ seq }) => seq).filter((seq) => seq <= (heard.at(-1) ?? 0))
          expect(view.map(({ seq }) => seq)).toEqual(numbers)
          expect(open(view)).toEqual(heard)
          seen.heard += heard.length
          seen.redacted += view.filter(isRedacted).length
        }
      }),
      { numRuns: 10, seed: 2 },
    )
    expect(seen.heard).toBeGreaterThan(500)
    expect(seen.redacted).toBeGreaterThan(200)
  })

  test('what a join carries for all and for its viewer is together their view, at whichever row they come and whoever came before them', () => {
    const seen = { views: 0, besides: 0, rewritten: 0 }
    fc.assert(
      fc.property(script(300), fc.boolean(), (told, unsealed) => {
        const story = storyOf(told)
        let log: MaskedRow[] = []
        const sent = (): unknown => unpacked({ forAll: packedForAll(log) })
        for (const [at, row] of story.rows.entries()) {
          const before = log
          log = grown(log, () => story.rows.slice(0, at + 1), [row])
          if (log === before && at % 100 !== 0) continue
          if (log !== before) seen.rewritten += 1
          for (const viewer of story.viewers()) {
            const { forAll } = joinedForAll.parse(sent())
            const besides = heardBesides(log, viewer, unsealed)
            expect(joinedRows([forAll, besides], 0)).toEqual(viewFor(log, viewer, unsealed))
            const missed = log.slice(10)
            const later = joinedRows([heardByAll(missed), heardBesides(missed, viewer, unsealed)], 10)
            expect(later).toEqual(viewFor(missed, viewer, unsealed))
            seen.views += 1
            seen.besides += besides.length
          }
        }
      }),
      { numRuns: 15, seed: 2 },
    )
    expect(seen.views).toBeGreaterThan(200)
    expect(seen.besides).toBeGreaterThan(500)
    expect(seen.rewritten).toBeGreaterThan(0)
  })

  test('as a delegation heard it is what somebody in its seats heard then, and nothing that is anybody’s own or the debrief’s', () => {
    const seen = { heard: 0, own: 0 }
    fc.assert(
      fc.property(script(120), (told) => {
        const { rows, plan } = storyOf(told)
        const whole = viewOf(rows, { kind: 'chair' }, true)
        for (const delegation of delegationIds(plan)) {
          const seats = seatIdsOf(plan, delegation)
          // A person whom no row mentions.
          const sitters = seats.map((seat) => inSeat(personId.parse('somebody-else'), seat))
          const heard = rows.filter((row) => sitters.some((viewer) => mayHear(row, viewer, false)))
          expect(open(asHeardIn(whole, seats))).toEqual(heard.map(({ seq }) => seq))
          seen.heard += heard.length
        }
        seen.own += rows.filter(({ audience }) => typeof audience === 'object' && 'person' in audience).length
      }),
      { numRuns: 10, seed: 2 },
    )
    expect(seen.heard).toBeGreaterThan(500)
    expect(seen.own).toBeGreaterThan(5)
  })

  test('what goes to the class is never more than its reader had, and nothing of it is said to less than everybody', () => {
    const seen = { given: 0, opened: 0 }
    fc.assert(
      fc.property(script(120), fc.boolean(), (told, unsealed) => {
        const story = storyOf(told)
        for (const viewer of story.viewers()) {
          const view = viewOf(story.rows, viewer, unsealed)
          const given = new Set(open(forTheClass(view, unsealed)))
          for (const row of story.rows) {
            if (!given.has(row.seq)) continue
            expect(open(view)).toContain(row.seq)
            const opens = typeof row.audience === 'object' && 'opens' in row.audience && row.audience.opens
            expect(row.audience === 'everyone' || (unsealed && opens === 'at-debrief')).toBe(true)
            if (opens) seen.opened += 1
            seen.given += 1
          }
        }
      }),
      { numRuns: 6, seed: 2 },
    )
    expect(seen.given).toBeGreaterThan(500)
    expect(seen.opened).toBeGreaterThan(5)
  })
})

test('a row that nobody has filtered cannot be sent, exported or drawn: each of these lines is refused by the compiler', () => {
  const refused = (row: Recorded): unknown[] => [
    // @ts-expect-error what is sent to pages
    sendToAll([], 'tell', { roomId: about.room.id, rows: [row] }),
    // @ts-expect-error what is written into a file
    writeRecord(about, [row], {}),
    // @ts-expect-error what a join carries
    { forAll: [row] } satisfies Pick<Extract<SentJoinAnswer, { ok: true }>, 'forAll'>,
    // @ts-expect-error what a page of a room folds
    heardWhole([row]),
    // @ts-expect-error what a replay draws
    ReplayLog.of([row]),
    // @ts-expect-error what a replay is sent
    { rows: [row], roll: {} } satisfies ReplayRows,
    // @ts-expect-error what goes to the class
    forTheClass([row], true),
    // @ts-expect-error what a delegation's view is taken from
    asHeardIn([row], []),
  ]
  const about = {
    reader: 'chair',
    room: { id: roomId.parse('table-1'), name: 'Table 1' },
    activity: { title: 'A', kind: 'seminar', scenario: 'china-gap', agenda: 'seminar-50' },
    course: { title: 'C', timeZone: 'Asia/Tokyo' },
  } as const
  expect(refused).toHaveLength(1)
  // The same row goes out once it has been asked who hears it.
  sendToAll([], 'tell', { roomId: about.room.id, rows: [...viewFor([], { kind: 'chair' }, false)] })
})
