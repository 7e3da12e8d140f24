// For whom a record leaves, and what goes to them.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { delegationIds } from '#simulation/agenda/parties'
import { seatIdsOf } from '#simulation/agenda/plan'
import { whoSat } from '#simulation/reading/log/who-sat'
import { type FileReader, mayWriteFor, readerCode, readerOf, rowsFor } from '#simulation/secrecy/file-reader'
import { isHeardInSeats } from '#simulation/secrecy/may-hear'
import { isRedacted } from '#simulation/secrecy/visible-row'
import { AMARA, CHAIR } from '../../support/cast'
import { given } from '../../support/given'
import { viewOf } from '../../support/stories/heard'
import { storyOf } from '../../support/stories/stories'
import { script } from '../../support/stories/story-script'

const published = (caucuses: boolean): FileReader => ({ kind: 'publication', numbered: false, caucuses })
const withoutCaucuses = published(false)

test('D21 a reader of random records gets what is public, what the debrief opened or their side heard, and the same from everybody', () => {
  const seen = { given: 0, opened: 0 }
  fc.assert(
    fc.property(script(120), fc.boolean(), (told, unsealed) => {
      const story = storyOf(told)
      const { plan } = story
      const open = { plan, unsealedAt: unsealed ? 1 : null }
      const sides = delegationIds(plan).map((delegation): FileReader => ({ kind: 'side', delegation }))
      for (const reader of [{ kind: 'class' } as const, ...sides, withoutCaucuses, published(true)]) {
        const views = story.viewers().flatMap((viewer) => {
          if (viewer.kind === 'stage' || !mayWriteFor(viewer, reader, open)) return []
          return [rowsFor(viewOf(story.rows, viewer, unsealed), reader, open)]
        })
        for (const view of views) expect(view).toEqual(views[0])
        expect(views[0]?.at(-1)).not.toHaveProperty('sealed')
        for (const row of views[0] ?? []) {
          if (isRedacted(row) || row.audience === 'everyone') continue
          expect(row.audience).toMatchObject({ opens: 'at-debrief' })
          if (reader.kind === 'side')
            expect(isHeardInSeats(row.audience, seatIdsOf(plan, reader.delegation))).toBe(true)
          else expect(unsealed && reader !== withoutCaucuses).toBe(true)
          seen.opened += 1
        }
        seen.given += views[0]?.length ?? 0
      }
    }),
    { numRuns: 6, seed: 2 },
  )
  expect(seen.given).toBeGreaterThan(500)
  expect(seen.opened).toBeGreaterThan(5)
})

test('D21 a reader is named by a code that leads back to it, and what names none is none', () => {
  const { plan } = given().state
  for (const delegation of delegationIds(plan)) {
    const side: FileReader = { kind: 'side', delegation }
    expect(readerOf(readerCode(side))).toEqual(side)
    expect(mayWriteFor({ kind: 'chair' }, side, { plan, unsealedAt: null })).toBe(true)
    expect(mayWriteFor({ kind: 'stage' }, side, { plan, unsealedAt: null })).toBe(false)
    expect(mayWriteFor({ kind: 'stage' }, side, { plan, unsealedAt: 1 })).toBe(true)
  }
  for (const code of ['class', 'reader', 'offices', 'offices.caucuses', 'numbers', 'numbers.caucuses']) {
    const reader = readerOf(code)
    expect(reader && readerCode(reader)).toBe(code)
  }
  for (const code of [null, '', 'constructor', 'side.', 'side.constructor', 'side.U S', 'everybody'])
    expect(readerOf(code)).toBeNull()
  const nowhere = readerOf('side.xx')
  expect(nowhere && mayWriteFor({ kind: 'chair' }, nowhere, { plan, unsealedAt: 1 })).toBe(false)
})

test('D22 each seat of a delegation is named with who held it last: a person, an understudy or nobody', () => {
  const room = given().enters('floor')
  const of = (seat: string) => whoSat(room.state).find((held) => held.seat.id === seat)
  expect(of('us.state')).toMatchObject({ how: 'person', person: AMARA.slice(2) })
  room.does(CHAIR, { type: 'removePerson', person: AMARA.slice(2) })
  expect(of('us.state')).toMatchObject({ how: 'person', person: AMARA.slice(2) })
  const seats = whoSat(room.state)
  expect(seats.filter(({ seat }) => seat.delegation !== null)).toHaveLength(
    room.state.plan.seats.filter(({ delegation }) => delegation !== null).length,
  )
})
