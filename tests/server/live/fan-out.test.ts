/** The answer to a join: the log as a stage hears it, built once for everybody, and the rows that only this viewer hears. */
import { describe, expect, test } from 'vitest'
import { privateRowsFor, RowTexts } from '#server/live/fan-out'
import { type ActorId, chairActor, commandId, personId, type SeatId, seatId } from '#simulation/kernel/ids'
import type { Audience, Recorded } from '#simulation/kernel/record'
import { inSeat, type Viewer } from '#simulation/secrecy/viewer'
import type { VisibleRow } from '#simulation/secrecy/visible-row'
import { heardIn, joinAnswer } from '#simulation/wire/protocol'
import { shown, viewOf } from '../../support/heard'
import { US } from '../../support/sides'

const by: ActorId = chairActor('chair')
const seat = (id: string): SeatId => seatId.parse(id)
const mei = personId.parse('3f0c7d0e-5a7e-4d0c-9d26-7f8f7d6f0a11')
const jonas = personId.parse('6a0c7d0e-5a7e-4d0c-9d26-7f8f7d6f0a22')
const AUDIENCES: readonly Audience[] = [
  'everyone',
  'instructor',
  { seats: [seat('us.state'), seat('us.nsc')], opens: 'at-debrief' },
  { seats: [seat('jp.pm')], opens: 'never' },
  { person: mei },
]
const VIEWERS: readonly Viewer[] = [
  { kind: 'chair' },
  { kind: 'stage' },
  inSeat(mei, seat('us.state')),
  inSeat(jonas, seat('jp.pm')),
  inSeat(jonas, null),
  {
    ...{ kind: 'person', person: mei, seat: seat('jp.pm') },
    hears: [
      { seat: seat('us.state'), from: 0, until: 40 },
      { seat: seat('jp.pm'), from: 41, until: null },
    ],
  },
]

const row = (seq: number, audience: Audience): Recorded => ({
  seq,
  at: seq,
  by,
  commandId: commandId.parse(`command-${seq}`),
  audience,
  event: { type: 'CaucusSpoken', no: `c${seq}`, seat: seat('us.state'), delegation: US, text: `“${seq}”` },
})
/** Rows of five audiences in turn, except for a long stretch of public ones. */
const logOf = (length: number): Recorded[] =>
  Array.from({ length }, (_, index) => row(index + 1, index > 20 && index < 160 ? 'everyone' : AUDIENCES[index % 5]!))

/** The rows as this viewer's page reads them from the answer. */
function arrives(log: readonly Recorded[], after: number, viewer: Viewer, unsealed: boolean): readonly VisibleRow[] {
  const texts = new RowTexts()
  const yours = Buffer.concat(privateRowsFor(texts, shown(log), after, viewer, unsealed))
  const answer = joinAnswer.parse({
    ...ABOUT,
    from: after,
    viewer,
    yours: JSON.parse(yours.toString()),
    ...restOf(texts.arrival('{}', shown(log), after, log.length)),
  })
  if (!answer.ok) throw new Error('It is an answer to somebody who came in.')
  return heardIn(answer)
}

const ABOUT = {
  ok: true,
  now: 0,
  presence: { seats: [], people: [] },
  knocks: [],
  room: {
    name: 'Table 1',
    activityId: 'activity',
    title: 'The China gap',
    code: null,
    joinUrl: null,
    byOpenCode: false,
  },
}
/** The bytes close the object and the list of their packet. */
const restOf = (bytes: Buffer): { rows: unknown; roll: unknown } => JSON.parse(`[{${bytes.toString()}`)[0]

describe.each([1, 63, 64, 65, 128, 200])('a log of %i rows', (length) => {
  const log = logOf(length)
  test.each([0, 1, 60, 64, length - 1, length])('after %i everybody hears what viewFor says', (after) => {
    for (const viewer of VIEWERS)
      for (const unsealed of [false, true]) {
        expect(arrives(log, after, viewer, unsealed)).toEqual(viewOf(log.slice(after), viewer, unsealed))
      }
  })
})

test('what everybody is sent holds not a word that a stage does not hear', () => {
  const log = logOf(200)
  expect(restOf(new RowTexts().arrival('{}', shown(log), 0, log.length)).rows).toEqual(
    viewOf(log, { kind: 'stage' }, false),
  )
})

test('it is put together once until a row or a name is added', () => {
  const texts = new RowTexts()
  const log = logOf(100)
  const first = texts.arrival('{}', shown(log), 0, log.length)
  expect(texts.arrival('{}', shown(log), 0, log.length)).toBe(first)
  expect(restOf(texts.arrival('{"a":"Mei"}', shown(log), 0, log.length)).roll).toEqual({ a: 'Mei' })
  for (let more = 101; more < 140; more += 1) {
    log.push(row(more, 'everyone'))
    for (const after of [0, more - 1, more - 60])
      expect(restOf(texts.arrival('{}', shown(log), after, log.length)).rows).toEqual(
        viewOf(log.slice(after), { kind: 'stage' }, false),
      )
  }
})
