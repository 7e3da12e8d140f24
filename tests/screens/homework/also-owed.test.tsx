// What is owed beside the headline: each line says how much is done, and what is closed stands last, greyed, without a way to it.
import { expect, test } from 'vitest'
import { personId } from '#simulation/kernel/ids'
import { assignmentOf } from '#simulation/reading/homework/assignment'
import { doPath } from '../../../app/_paths/paths'
import { AlsoOwed } from '../../../app/_room/table/also-owed'
import { AMARA } from '../../support/cast'
import { instantOf } from '../../support/given'
import { markup, words } from '../drawn-screens'
import { givenWeek, HOUR, opensAt } from './given-week'

const at = opensAt('floor') + HOUR
const room = givenWeek(opensAt('briefing') + HOUR)
  .does(AMARA, { type: 'markStance', round: 'framing', value: 1 })
  .runs(at)
const asked = assignmentOf(room.state, personId.parse('amara'), instantOf(at))
const list = (folds: boolean) => (
  <AlsoOwed {...{ asked, folds }} courseZone="Asia/Tokyo" href={(where) => doPath('room', where)} />
)

test('every line says how much is done, and what is closed stands last, greyed, without a link', () => {
  const lines = markup(list(false)).match(/<li data-closed=.*?<\/ul><\/li>/g) ?? []
  const read = lines.map((line) => ({
    closed: line.startsWith('<li data-closed="true"'),
    links: line.match(/<a /g)?.length ?? 0,
    meter: /\d+ of \d+ [a-z]/.test(line),
  }))
  const late = { closed: false, links: 1, meter: true }
  const closed = { closed: true, links: 0, meter: true }
  expect(read).toEqual([late, closed, closed])
  expect(lines[0]).toContain('late; taken until')
  expect(lines[1]).toContain('1 of 3 own views')
  expect(lines[1]).toMatch(/closed; it was due [\w ]+, \d\d:\d\d/)
})

test('in the room what is closed is folded, and the fold says how much it holds', () => {
  const folded = markup(list(true))
  expect(folded.match(/<details/g)).toHaveLength(1)
  expect(folded.indexOf('data-closed="false"')).toBeLessThan(folded.indexOf('<details'))
  expect(folded.indexOf('data-closed="true"')).toBeGreaterThan(folded.indexOf('<details'))
  expect(words(list(true))).toContain('2 parts are closed with work missing')
})
