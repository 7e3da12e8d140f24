// The chair's screens, the wall and the projector while nothing can be saved and an end waits: each says so, and none says "on time".
import { expect, test } from 'vitest'
import { fold } from '#simulation/engine/room'
import { PhaseClock } from '../../app/_room/table/phase-clock'
import { chinaGap } from '../support/stories/china-gap'
import { viewOf } from '../support/stories/heard'
import { chairScreens, playedOf, words } from './drawn-screens'

test('every screen with a clock says since when nothing is saved and that an overdue end waits for the server', () => {
  const played = playedOf(chinaGap())
  const { rows } = played
  const upTo = rows.findIndex(({ event }) => event.type === 'PhaseStarted' && event.index === 1)
  const state = fold(viewOf(rows.slice(0, upTo + 1), { kind: 'chair' }, false))
  const ends = state?.clock?.endsAt ?? 0
  const shown = (at: number, unsavedSince?: number) =>
    Object.entries(chairScreens(played, upTo, { at, ...(unsavedSince ? { unsavedSince } : {}) })).filter(
      ([name]) => name !== 'replay',
    )
  for (const [name, screen] of shown(ends - 1_000)) {
    expect(words(screen), name).not.toContain('waiting for the server')
    expect(words(screen), name).not.toMatch(/saved since|Cannot save/)
  }
  for (const [name, screen] of shown(ends + 5_000, ends - 1_000)) {
    const said = words(screen)
    if (name !== 'stage, the gap') expect(said, name).toContain('waiting for the server')
    expect(said, name).toMatch(/Nothing has been saved since \d\d:\d\d:\d\d\.|Cannot save since \d\d:\d\d:\d\d/)
    expect(said, name).not.toContain('on time')
  }
  if (!state) throw new Error('The room was never opened.')
  for (const size of ['room', 'phone'] as const) {
    const clock = (at: number) => words(<PhaseClock state={state} now={() => at} size={size} />)
    expect(clock(ends + 3_000)).not.toContain('waiting for the server')
    expect(clock(ends + 3_001)).toContain('waiting for the server')
  }
})
