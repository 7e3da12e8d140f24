// The replay drawn at moments of a whole seminar: phase, clock, floor, gap and latest statements.
import { NextIntlClientProvider } from 'next-intl'
import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { openClauses } from '#simulation/questions/text'
import { opensNow } from '#simulation/state/room-state'
import common from '../../../app/_messages/en/common.json'
import record from '../../../app/_messages/en/record.json'
import replay from '../../../app/_messages/en/replay.json'
import ui from '../../../app/_messages/en/ui.json'
import { MomentView } from '../../../app/rooms/[roomId]/replay/moment-view'
import { ReplayLog } from '../../../app/rooms/[roomId]/replay/replay-log'
import { instantAt, stripOf, timelineOf } from '../../../app/rooms/[roomId]/replay/timeline'
import { Transport } from '../../../app/rooms/[roomId]/replay/transport'
import { viewOf } from '../../support/stories/heard'
import { givenWeek, HOUR, opensAt } from '../homework/given-week'
import { rehearsedSeminar } from './rehearsed-seminar'

const drawn = (screen: ReactNode): string =>
  renderToStaticMarkup(
    <NextIntlClientProvider
      locale="en"
      timeZone="UTC"
      messages={{ common, record, replay, ui }}
      onError={(error) => {
        throw error
      }}
    >
      {screen}
    </NextIntlClientProvider>,
  )

const { rows } = rehearsedSeminar()

test('every moment is drawn as the room stood, for the chair and for a stage', () => {
  const seen = { holders: 0, gaps: 0, sealed: 0, stages: 0 }
  for (const viewer of [{ kind: 'chair' }, { kind: 'stage' }] as const) {
    const log = ReplayLog.of(viewOf(rows, viewer, false))
    if (!log) throw new Error('Nothing was told.')
    const timeline = timelineOf(log.rows, false)
    const { plan } = log.stateAt(0)
    for (let place = 0; place < log.rows.length; place += 19) {
      const state = log.stateAt(place)
      const instant = instantAt(timeline, log.rows, timeline.places[place] ?? 0)
      const html = drawn(
        <MomentView
          roomId="room"
          state={state}
          instant={instant}
          about={{ plan, displayNames: {}, timeZone: 'UTC' }}
        />,
      )
      const holder = state.floor.holder && state.seats[state.floor.holder.seat]
      if (holder) expect(html).toContain(`The ${holder.title} has the floor`)
      seen.holders += holder ? 1 : 0
      seen.gaps += html.includes('role="img"') ? 1 : 0
      seen.sealed += html.includes('Filed, and sealed:') ? 1 : 0
      if (viewer.kind === 'stage') expect(html).not.toContain('data-variant="caucus"')
      seen.stages += viewer.kind === 'stage' ? 1 : 0
    }
  }
  expect(seen.holders).toBeGreaterThan(10)
  expect(seen.gaps).toBeGreaterThan(20)
  expect(seen.sealed).toBeGreaterThan(2)
  expect(seen.stages).toBeGreaterThan(15)
})

test('a debate over days shows its deadline and no floor', () => {
  const { state } = givenWeek(opensAt('openings') + HOUR)
  const about = { plan: state.plan, displayNames: {}, timeZone: 'UTC' }
  const html = drawn(<MomentView roomId="room" state={state} instant={state.clock?.startsAt ?? 0} about={about} />)
  expect(html).toContain('20:00:00')
  expect(html).not.toContain('has the floor')
})

test('the scrubber has a mark for each phase, and names the rounds', () => {
  const { state } = rehearsedSeminar()
  const { plan } = state
  const timeline = timelineOf(rows, true)
  const nothing = () => undefined
  const player = { at: 0, isPlaying: false, pace: 5, setPace: nothing, toggle: nothing, seek: nothing } as const
  const html = drawn(
    <Transport
      player={player}
      timeline={timeline}
      strip={stripOf(rows, timeline, state)}
      plan={plan}
      said="10:00:00, Caucus"
      onStep={nothing}
      fork={null}
      skipsPauses
      onSkipsPauses={nothing}
      onlyOwn={null}
      onOnlyOwn={nothing}
    />,
  )
  expect(html.match(/Go to /g)?.length).toBe(plan.phases.length)
  for (const number of plan.rounds.keys()) expect(html).toContain(`>Round ${number + 1}<`)
  expect(html.match(/<rect/g)?.length).toBe(rows.filter(({ event }) => event.type === 'FloorEnded').length)
})

test('above the scrubber each side has the time that it held the floor, and the gap steps at each reveal', () => {
  const { state } = rehearsedSeminar()
  const { turns, gaps } = stripOf(rows, timelineOf(rows, false), state)
  const held = new Map<string, number>()
  for (const { from, to, delegation } of turns) held.set(delegation, (held.get(delegation) ?? 0) + to - from)
  const spoken = new Map<string, number>()
  for (const { event } of rows) {
    if (event.type !== 'FloorEnded') continue
    const side = event.seat.slice(0, event.seat.indexOf('.'))
    spoken.set(side, (spoken.get(side) ?? 0) + event.spokenMs)
  }
  // Nobody paused the clock in this seminar.
  expect(held).toEqual(spoken)
  expect(gaps).toHaveLength(rows.filter(({ event }) => event.type === 'PositionsRevealed').length)
})

test('while the text is negotiated or voted on, it stands as it was at that moment, with whose words are in brackets', () => {
  const log = ReplayLog.of(viewOf(rows, { kind: 'stage' }, false))
  if (!log) throw new Error('Nothing was told.')
  const places = [...log.rows.keys()]
  const open = (place: number) => openClauses(log.stateAt(place)).length
  const negotiated = places.filter((place) => opensNow(log.stateAt(place), 'text'))
  const [first, last] = [negotiated[0] ?? 0, negotiated.at(-1) ?? 0]
  const said = (place: number) => {
    const state = log.stateAt(place)
    const about = { plan: state.plan, displayNames: {}, timeZone: 'UTC' }
    return drawn(<MomentView roomId="room" state={state} instant={0} about={about} />).replace(/<[^>]+>/g, ' ')
  }
  expect(open(last)).toBeLessThan(open(first))
  for (const place of [first, last])
    expect(said(place)).toMatch(new RegExp(`The joint text: ${['no', 'one'][open(place)] ?? open(place)}`))
  const [clause] = log.stateAt(first).clauses
  expect(said(first)).toContain(clause?.heading)
  expect(said(first)).toMatch(/Washington|United States/)
  expect(said(0)).not.toContain('The joint text:')
})
