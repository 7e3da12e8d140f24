// What the wall says: before the server has answered it counts the tables that there will be, and offers none of them to be ticked yet; one table is not
// spoken of as several.
import { createTranslator } from 'next-intl'
import { expect, test } from 'vitest'
import { type Intent, roomId } from '#simulation/kernel/ids'
import { queue } from '#simulation/reading/log/queue'
import { summaryOf, tablePlanOf } from '#simulation/reading/positions/room-summary'
import { gapsAcross, numbersAmong } from '#simulation/reading/positions/several-rooms'
import { lastWords } from '#simulation/reading/record/newest'
import { silentSeats } from '#simulation/reading/room/who-spoke'
import wall from '../../../app/_messages/en/wall.json'
import type { ActivityRoom, Known } from '../../../app/_room/link/activity-view'
import { beforeJoining } from '../../../app/_room/link/room-view'
import { LastLines, TableHalf } from '../../../app/activities/[activityId]/wall/table-half'
import { Tile } from '../../../app/activities/[activityId]/wall/tile'
import { Wall } from '../../../app/activities/[activityId]/wall/wall'
import { medianWords } from '../../../app/activities/[activityId]/wall/wall-head'
import { AMARA, CHAIR, DAIKI, FEN, GUO } from '../../support/cast'
import { given, type Room } from '../../support/given'
import { markup, words } from '../drawn-screens'

/** A table of the wall, with everybody who sits there connected. */
function tableOf({ state }: Room, at: number): ActivityRoom {
  const held = Object.values(state.seats).filter(({ holder }) => holder !== null)
  const presence = { seats: held.map(({ id }) => id), people: held.flatMap(({ holder }) => holder ?? []) }
  const summary = summaryOf(state, { presence, unsavedSince: null }, at)
  return { id: roomId.parse('room'), name: 'Table 1', number: 1, plan: tablePlanOf(state), summary }
}
const half = (told: Known<ActivityRoom>, at: number) => (
  <TableHalf
    activityId="halves"
    told={told}
    names={(person) => `${person}!`}
    now={() => at}
    onAnswer={() => undefined}
  />
)
const tile = (told: Known<ActivityRoom>, at: number) => (
  <Tile
    {...{ told, names: (person) => `${person}!`, now: () => at, order: 0, chosen: false }}
    {...{ onChoose: () => undefined, onListen: () => undefined, onAnswer: () => undefined }}
  />
)
const asks = (intent: Intent) => ({ type: 'askForFloor' as const, intent, answers: null })
/** A floor on which one speaks and three wait, one of them with a point of order. */
function floorWithHands() {
  const room = given().enters('floor')
  room.does(AMARA, asks('point')).does(CHAIR, { type: 'grantFloor', seat: 'us.state' })
  return room.does(DAIKI, asks('challenge')).does(FEN, asks('question')).does(GUO, asks('point-of-order'))
}

test('half of a two-table wall shows who speaks and for how long, the hands in their order with intents, and the gap', () => {
  const room = floorWithHands()
  const at = (room.state.floor.holder?.until ?? 0) - 65_000
  const table = tableOf(room, at)
  const html = markup(half({ kind: 'fresh', what: table }, at))
  const said = words(half({ kind: 'fresh', what: table }, at))
  expect(said).toContain('Secretary of State has the floor')
  expect(said).toContain('1:05 left')
  const calls = queue(room.state)
  expect(calls.map(({ intent }) => intent)).toContain('point-of-order')
  const list = html.slice(html.indexOf('<ol'), html.indexOf('</ol>'))
  const rows = [...list.matchAll(/<li data-intent="([^"]*)">.*?<b><bdi>([^<]*)<\/bdi><\/b>/g)].map(
    ([, intent, name]) => [intent, name],
  )
  expect(rows).toEqual(calls.map(({ seat, intent }) => [intent, `${room.state.seats[seat]?.holder}!`]))
  const [first] = rows
  expect(said).toContain(`Next: ${first?.[1]}`)
  for (const { seat } of calls) expect(html).toContain(`Give the floor to ${room.state.seats[seat]?.holder}!`)
  expect(said).toMatch(/\d\.\d apart/)
  // While the clock is stopped nobody can be given the floor, and nothing offers to.
  room.does(CHAIR, { type: 'pauseClock' })
  const paused = words(half({ kind: 'fresh', what: tableOf(room, at) }, at))
  expect(paused).not.toContain('Give')
  expect(paused).not.toContain('Next:')
  // And what is only remembered says since when, and nothing of now.
  const then = words(half({ kind: 'stale', what: table, since: at }, at))
  expect(then).toContain('As it stood at')
  expect(then).not.toContain('has the floor')
  expect(then).not.toContain('left')
})

test('the last words of a table stand on its half with their numbers, newest last', () => {
  const room = given().enters('floor')
  for (const text of ['One.', 'Two.', 'Three.', 'Four.'])
    room
      .does(AMARA, asks('point'))
      .does(CHAIR, { type: 'grantFloor', seat: 'us.state' })
      .does(AMARA, { type: 'makeStatement', text, intent: 'point', answers: null, anchors: [] })
      .does(AMARA, { type: 'yieldFloor', to: null })
  const view = { ...beforeJoining, connection: { kind: 'live' as const }, state: room.state }
  const said = words(<LastLines roomId="room" {...view} />)
  expect(said).toContain('Four.')
  expect(said).not.toContain('One.')
  const numbers = lastWords(room.state, 3).map(({ no }) => Number(no))
  expect(numbers.at(-1)).toBe(room.state.record.length)
  const places = numbers.map((no) => said.indexOf(` ${no} `))
  expect(Math.min(...places)).toBeGreaterThan(0)
  expect(places.toSorted((a, b) => a - b)).toEqual(places)
})

test('a tile that counts hands says which count holds a point of order, and names whoever was not heard', () => {
  const room = floorWithHands()
  const at = room.state.clock?.startsAt ?? 0
  const told = (what: Room): Known<ActivityRoom> => ({ kind: 'fresh', what: tableOf(what, at) })
  expect(words(tile(told(room), at))).toContain('point of order')
  const calm = given().enters('floor').does(DAIKI, asks('challenge'))
  expect(words(tile(told(calm), at))).not.toContain('point of order')
  room.does(AMARA, { type: 'makeStatement', text: 'One.', intent: 'point', answers: null, anchors: [] })
  const silent = silentSeats(room.state)
  expect(silent.length).toBeGreaterThan(3)
  const said = words(tile(told(room), at))
  expect(said).toContain(`${silent.length} not heard yet`)
  for (const { holder } of silent) expect(said).toContain(`${holder}!`)
})

test('the box that ticks all tables counts them while they are fetched, and none is said to be left out', () => {
  const wall = (tables: number) => <Wall activityId={`fetching-${tables}`} tables={tables} timeZone="UTC" />
  expect(words(wall(6))).toContain('All 6 tables')
  expect(words(wall(2))).toContain('Both tables')
  expect(words(wall(1))).toContain('The one table')
  expect(markup(wall(1))).not.toContain('type="checkbox"')
  for (const tables of [2, 6]) {
    expect(markup(wall(tables))).toMatch(
      /<input[^>]*disabled=""[^>]*type="checkbox"|<input[^>]*type="checkbox"[^>]*disabled=""/,
    )
    expect(words(wall(tables))).not.toContain('No table')
  }
})

test('one table is spoken of as itself, and not as one of several', () => {
  const t = createTranslator({ locale: 'en', messages: { wall }, namespace: 'wall' })
  const said = (rooms: number) =>
    [
      t('finding', { rooms, count: 1, unstarted: 1, unplaced: 0 }),
      t('missing', { rooms, nobody: 1, unseated: 0 }),
      t('present', { rooms, here: 0, people: 0, unplaced: 0 }),
    ].join(' ')
  expect(said(1)).toBe(
    'The table needs you; it has not started. Nobody has come to it.  No student has come in, 1 table',
  )
  expect(said(2)).toBe(
    'One table needs you; one has not started. One table has nobody.  No student has come in, 2 tables',
  )
  // What is asked of one table, and what is written to it, is about that one.
  const asked = (count: number) =>
    [
      t('end.unseal.text', { count }),
      t('end.close.text', { count }),
      t('note.label', { count }),
      t('note.hint', { count }),
    ].join(' ')
  expect(asked(1)).not.toMatch(/these|each|they/)
  expect(asked(1)).toContain('Everybody at this table')
  expect(asked(2)).toContain('Everybody at these tables')
})

test('the middle gap is said once where every table has the same, and with its ends where they differ', () => {
  const t = createTranslator({ locale: 'en', messages: { wall }, namespace: 'wall' })
  const room = floorWithHands()
  const table = tableOf(room, 0)
  const said = (gaps: readonly number[]) => {
    const across = gapsAcross(
      gaps.map((gap, place) => ({
        ...table,
        name: `Table ${place + 1}`,
        summary: { ...table.summary, gaps: [gap] },
      })),
    )
    return across ? t('median', medianWords(across, { at: 'now', gap: 'The allies' })) : null
  }
  expect(said([])).toBeNull()
  expect(said([3])).toBe('The allies: 3.0 apart at Table 1.')
  expect(said([3, 3])).toBe('The allies: 3.0 apart at each of 2 tables.')
  expect(said([3, 3, 3.5])).toBe('The allies: median 3.0 apart, from 3.0 at Table 1 to 3.5 at Table 3.')
})

test('the tables that are ticked are called by their numbers while they are few, and counted when they are many or all', () => {
  const table = tableOf(given().enters('floor'), 0)
  const rooms = Array.from({ length: 12 }, (_, place) => ({
    ...table,
    id: roomId.parse(`room-${place}`),
    number: place + 1,
  }))
  const ids = (count: number) => new Set(rooms.slice(1, count + 1).map(({ id }) => String(id)))
  expect(numbersAmong(rooms, ids(3))).toEqual([2, 3, 4])
  expect(numbersAmong(rooms, ids(9))).toEqual([])
  expect(numbersAmong(rooms.slice(0, 4), ids(3))).toEqual([2, 3, 4])
  expect(numbersAmong(rooms.slice(1, 4), ids(3))).toEqual([])
  expect(numbersAmong(rooms, ids(0))).toEqual([])
})

test('a page that is cut off says of each table when it stood so, shows no clock that runs and claims that nobody is here', () => {
  const room = floorWithHands()
  const at = (room.state.floor.holder?.until ?? 0) - 65_000
  const what = tableOf(room, at)
  expect(words(tile({ kind: 'fresh', what }, at))).toMatch(/\d+:\d\d/)
  for (const screen of [tile, half]) {
    const said = words(screen({ kind: 'stale', what, since: at }, at))
    expect(said).toMatch(/As it stood at \d\d:\d\d:\d\d/)
    expect(said.replaceAll(/\d\d:\d\d:\d\d/g, '')).not.toMatch(/\d+:\d\d|wants? you|(is|are) here/)
  }
})
