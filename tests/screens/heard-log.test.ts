/** A page's copy of the log: it appends number by number, and reports a gap. */
import { expect, test } from 'vitest'
import { heardWhole, hearMore } from '../../app/_room/link/heard-log'
import { AMARA, CHAIR, statement } from '../support/cast'
import { given } from '../support/given'
import { heardByChair } from '../support/stories/heard'

const room = given()
  .enters('floor')
  .does(CHAIR, { type: 'grantFloor', seat: 'us.state' }, 10)
  .does(AMARA, statement('Said.'), 12)
const rows = heardByChair(room.rows)
const before = rows.length - 2

test('what follows is folded, and what was heard before changes nothing', () => {
  const log = heardWhole(rows.slice(0, before))
  expect(hearMore(log, rows.slice(before))).toEqual(heardWhole(rows))
  expect(hearMore(log, rows.slice(before - 2))).toEqual(heardWhole(rows))
  expect(hearMore(log, rows.slice(0, before))).toBe(log)
})

test('L3 a number that was not heard is missed, and nothing after it is believed', () => {
  const log = heardWhole(rows.slice(0, before))
  expect(hearMore(log, rows.slice(before + 1))).toBeNull()
})

test('a number whose words are not for this page is heard as a number', () => {
  const sealed = rows.slice(before).map(({ seq }) => ({ seq, sealed: true }) as const)
  const log = heardWhole(rows.slice(0, before))
  const heard = hearMore(log, sealed)
  expect(heard?.state).toBe(log.state)
  expect(heard?.seq).toBe(rows.length)
})
