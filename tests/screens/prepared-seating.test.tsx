// The seating page and the role sheets: who has no seat is named, a place says who sits there and how they came to it, and a sheet holds
// what its student may read and nothing of another delegation.
import { NextIntlClientProvider } from 'next-intl'
import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { seatId } from '#simulation/kernel/ids'
import { roleSheets } from '#simulation/seating/role-sheets'
import type { Seating } from '#simulation/wire/seating'
import common from '../../app/_messages/en/common.json'
import record from '../../app/_messages/en/record.json'
import room from '../../app/_messages/en/room.json'
import seatingWords from '../../app/_messages/en/seating.json'
import ui from '../../app/_messages/en/ui.json'
import { RoleSheetView } from '../../app/activities/[activityId]/briefs/role-sheet'
import { TableSeats } from '../../app/activities/[activityId]/seating/table-seats'
import { UnseatedList } from '../../app/activities/[activityId]/seating/unseated-list'
import { smallSeminar } from '../support/cast'
import { CN, JP, US } from '../support/stories/sides'

const messages = { common, ui, record, room, seating: seatingWords }
const drawn = (screen: ReactNode): string =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale="en" messages={messages} timeZone="UTC">
      {screen}
    </NextIntlClientProvider>,
  )

const { plan, briefs } = smallSeminar({ chairs: { [US]: 7, [JP]: 2, [CN]: 2 } })
const at = (seat: string) => ({ table: 'one', seat: seatId.parse(seat) })
const seating: Seating = {
  ...{ version: 1, choosing: false, shown: false, draw: null, delegations: [...plan.delegations] },
  tables: [{ id: 'one', name: 'Table 1', hasBegun: false }],
  seats: plan.seats.map((seat) => ({ ...seat, table: 'one', taken: seat.id === 'cn.foreign' })),
  people: [
    { place: 'a', name: 'Amara Osei', ranks: [], here: null },
    { place: 'b', name: 'Jonas Weber', ranks: [seatId.parse('jp.finance')], here: null },
    { place: 'c', name: 'Noor Haddad', ranks: [], here: at('cn.foreign') },
  ],
  prepared: [{ place: 'a', ...at('us.state.2'), how: 'lot', locked: true }],
}
const hand = {
  ...{ seating, busy: false, refused: null, undo: null, picked: null },
  ...{ change: async () => true, pick: () => undefined, put: () => undefined },
}

/** What stands in a drawn part, without its marks. */
const words = (html: string) => html.replaceAll(/<[^>]+>/g, '').replaceAll(/\s+/g, ' ')

test('a place says who sits there, how they came to it, and who has come in', () => {
  const table = drawn(<TableSeats hand={hand} table="one" />)
  expect(words(table)).toContain('United States: Secretary of State second chair Amara Osei')
  expect(table).toContain('by lot')
  expect(table).toContain('Unlock Amara Osei')
  expect(table).toContain('has come in')
  expect(words(table)).toContain('Japan: Finance Minister open')
  // Somebody who has come in is moved in the lobby, not here.
  expect(table).not.toContain('Move, lock or take off Noor Haddad')
})

test('with a name picked up, every place says what putting it down there does', () => {
  const table = drawn(<TableSeats hand={{ ...hand, picked: 'b' }} table="one" />)
  expect(words(table)).toContain('Put Jonas Weber here: Japan: Finance Minister')
  expect(words(table)).toContain('Put Jonas Weber here: United States: Secretary of State second chair')
})

test('those without a seat are named, with a menu of places', () => {
  const tray = drawn(<UnseatedList hand={hand} people={seating.people.slice(1, 2)} table="one" />)
  expect(words(tray)).toContain('No seat yet1 of 3Jonas Weber Finance Minister')
  expect(tray).toContain('Seat Jonas Weber')
  expect(tray).toContain('1 of 3')
})

test('role sheets come by delegation or by name, and every office once without names', () => {
  const named = (order: 'delegation' | 'name') => roleSheets(plan, seating, order).map(({ name }) => name)
  expect(named('delegation')).toEqual(['Amara Osei', 'Noor Haddad'])
  expect(named('name')).toEqual(['Amara Osei', 'Noor Haddad'])
  const offices = roleSheets(plan, seating, 'office')
  expect(offices.map(({ name }) => name)).toEqual(Array.from({ length: 10 }, () => null))
  expect(new Set(offices.map(({ seat }) => seat.id)).size).toBe(10)
})

test('a sheet holds the brief of its office and of its delegation, and of no other', () => {
  const [sheet] = roleSheets(plan, seating, 'name')
  if (!sheet) throw new Error('Amara has a sheet.')
  const about = { course: 'IR 347', title: 'The China gap' }
  const written = { aim: 'A date.', canSpare: '', noDeal: '', theySay: {}, question: '' }
  const paper = drawn(
    <RoleSheetView {...sheet} table={null} about={about} plan={plan} briefs={briefs} strategy={written} />,
  )
  expect(paper).toContain('Amara Osei')
  expect(paper).toContain('A date.')
  expect(paper).not.toContain('If there is no agreement')
  expect(paper).toContain('Secretary of State, second chair')
  const first = (to: string) => briefs.find((brief) => brief.to === to)?.sections[0]?.lines[0]?.text.slice(0, 24) ?? '-'
  const plain = paper.replaceAll(/<[^>]+>/g, '').replaceAll('&#x27;', "'")
  expect(plain).toContain(first('us.state'))
  expect(plain).toContain(first('us'))
  for (const other of ['jp', 'cn', 'jp.pm', 'us.treasury']) expect(plain).not.toContain(first(other))
})
