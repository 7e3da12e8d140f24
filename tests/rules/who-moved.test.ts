// The moment that closes a round: who moved since its opening (O11), and what may be said of it.
import { describe, expect, test } from 'vitest'
import { defaultChoices, planSeminar } from '#simulation/agenda/planning'
import { AMARA, BEN, closing, DAIKI, files, hand, opening, statement } from '../support/cast'
import { chinaGap } from '../support/china-gap'
import { given } from '../support/given'

/** Two rounds of the built-in ninety minutes, the second with the joint text. */
const lesson = () =>
  given(
    planSeminar(chinaGap(), {
      ...defaultChoices(chinaGap(), 'seminar-90', 7),
      rounds: [
        { tension: 'framing', seconds: null },
        { tension: 'regional-order', seconds: null },
      ],
      observers: ['Press'],
      understudies: false,
    }),
  )

describe('who moved', () => {
  test('O11 it follows the closing positions, lasts its seconds, and asks nothing of anybody but private talk', () => {
    const room = lesson()
      .enters('caucus')
      .does(AMARA, files(opening(1)))
      .does(DAIKI, files(opening(0)))
      .enters('caucus', 2)
      .does(AMARA, files(closing(2)))
      .enters('moved')
    expect(room.events('PositionsRevealed')).toMatchObject([{ stage: 'opening' }, { stage: 'closing' }])
    expect(room.state.agenda).toMatchObject({ status: 'running' })
    const lasts = (room.state.clock?.endsAt ?? 0) - (room.state.clock?.startsAt ?? 0)
    expect(lasts).toBe(20_000)
    room.when(AMARA, files(closing(1))).isRefused('not-filing-now')
    room.when(BEN, hand()).isRefused('wrong-phase')
    room.when(BEN, statement('A word.')).isRefused('wrong-phase')
    room.when(BEN, { type: 'adviseBallot', clause: 'gap', vote: 'for' }).isRefused('wrong-phase')
    room.when(BEN, { type: 'speakInCaucus', text: 'They moved.' }).isAllowed()
    expect(room.runs(3000).state.agenda.index).toBeGreaterThan(6)
  })

  test('O11 Q4 it does not come between a caucus and the ballot that the caucus advises on', () => {
    const advice = { type: 'adviseBallot', clause: 'gap', vote: 'for' } as const
    const room = lesson().enters('caucus', 4)
    expect(
      room.state.plan.phases
        .slice(room.state.agenda.index)
        .map(({ kind }) => kind)
        .slice(0, 3),
    ).toEqual(['caucus', 'moved', 'ballot'])
    room.when(BEN, advice).isAllowed()
    lesson().enters('caucus', 3).when(BEN, advice).isRefused('wrong-phase')
  })
})
