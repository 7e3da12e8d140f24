// Every screen drawn from seminars of five and two parties that no word of the product knows: each names whom the plan names, and
// none names anybody else.
import type { ReactNode } from 'react'
import { describe, expect, test } from 'vitest'
import { delegationsIn } from '../../app/_ui/words/delegations'
import { patience } from '../support/patience'
import { scenarioOf } from '../support/scenarios/any-number'
import { fiveShores } from '../support/scenarios/five-shores/five-shores'
import { chairScreens, otherScreens, playedOf, roomScreens, words } from './drawn-screens'

/** Nobody and nothing of the scenario that comes with the product. */
const FOREIGN =
  /Tokyo|Washington|Beijing|\bJapan|\bChina\b|United States|\b[Aa]llies\b|\b[Tt]he essay\b|\bUS\b|\bJP\b|\bCN\b/

const TABLES = [
  { name: 'five parties', scenario: fiveShores },
  { name: 'two parties', scenario: () => scenarioOf(2) },
] as const

describe.each(TABLES)('the screens of $name', ({ scenario: make }) => {
  const played = playedOf(make())
  const { state, moments } = played
  const sides = delegationsIn(state.plan)
  const seats = [sides[0], sides.at(-1)].flatMap(
    (side) => state.plan.seats.find(({ delegation, head }) => head && delegation === side?.id)?.id ?? [],
  )

  test('name nobody but the parties of the plan', { timeout: patience(120_000) }, () => {
    const read = new Set<string>()
    const look = (screens: Record<string, ReactNode>) => {
      for (const [name, screen] of Object.entries(screens)) {
        const said = words(screen)
        const foreign = FOREIGN.exec(said)
        const around = foreign ? said.slice(Math.max(0, foreign.index - 60), foreign.index + 60) : null
        expect(around, name).toBeNull()
        if (sides.some(({ name: own, capital, letter }) => [own, capital, letter].some((each) => said.includes(each))))
          read.add(name)
      }
    }
    for (const [place, upTo] of moments.entries()) {
      const seat = seats[place % seats.length]
      if (seat) look(roomScreens(played, upTo, seat))
      // A chair's screens differ less from phase to phase than a seat's.
      if (place % 3 === 0 || upTo === moments.at(-1)) look(chairScreens(played, upTo))
    }
    look(otherScreens(played))
    // Each of them had the parties of this table to name, and did.
    const named = [
      ...['papers', 'table', 'brief', 'positions', 'caucus', 'text', 'ballot', 'result', 'record', 'seat choice'],
    ]
    for (const name of [
      ...named,
      ...['desk', 'stage', 'replay', 'wall', 'debrief', 'transcript', 'wizard, scenario', 'wizard, seats'],
    ])
      expect(read, name).toContain(name)
  })

  test('give each party its own shape, letters and hue, and the gap the name of the plan', () => {
    for (const part of ['id', 'letter', 'shape', 'hue'] as const)
      expect(new Set(sides.map((side) => side[part])).size).toBe(sides.length)
    const { focus } = state.plan
    const [first, second] = focus.members.map((id) => sides.find((side) => side.id === id)?.short ?? '')
    const gap = focus.members.length === 2 ? `${first}–${second}` : focus.name
    expect(words(otherScreens(played).debrief)).toContain(gap)
  })
})
