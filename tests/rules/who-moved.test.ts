// The moment that closes a round: who moved since its opening (O11), and what may be said of it.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type DelegationId, tensionKey } from '#simulation/kernel/ids'
import { defaultChoices, planSeminar } from '#simulation/planning/planning'
import { briefSuggestion, foretold, formStart } from '#simulation/reading/log/filings'
import { moveRows, movesFinding } from '#simulation/reading/positions/who-moved'
import { AMARA, BEN, closing, DAIKI, drafts, files, hand, opening, statement } from '../support/cast'
import { given } from '../support/given'
import { patience } from '../support/patience'
import { chinaGap } from '../support/stories/china-gap'
import { US } from '../support/stories/sides'
import { Story, storyOf } from '../support/stories/stories'
import { script } from '../support/stories/story-script'

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
    const room = lesson().enters('negotiation').agrees('gap').enters('caucus', 4)
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

const framing = tensionKey.parse('framing')

describe('what is said of it', () => {
  const played = (us: number | null, jp: number | null) => {
    const room = lesson()
      .enters('caucus')
      .does(AMARA, files(opening(1)))
      .does(DAIKI, files(opening(-1)))
      .enters('caucus', 2)
    if (us !== null) room.does(AMARA, files(closing(us)))
    if (jp !== null) room.does(DAIKI, files(closing(jp)))
    return room.enters('moved').state
  }

  test('D2 O8 of one mover: how far, and nearer to whom or further from whom', () => {
    expect(movesFinding(played(2, null), framing)).toEqual({
      kind: 'moved',
      moved: [{ delegation: 'us', by: 1, toward: 'plus', than: { delegation: 'jp', nearer: false } }],
      from: 2,
      to: 3,
      shift: 'widened',
    })
    expect(movesFinding(played(null, 0.5), framing)).toMatchObject({
      moved: [{ delegation: 'jp', by: 1.5, toward: 'plus', than: { delegation: 'us', nearer: true } }],
    })
    // It passed over to as far on the other side: neither nearer nor further.
    expect(movesFinding(played(-3, null), framing)).toMatchObject({ moved: [{ by: 4, than: null }], shift: 'held' })
    expect(moveRows(played(2, null), framing)).toMatchObject([
      { opening: { value: 1, how: 'filed' }, closing: { value: 2, how: 'filed' } },
      { opening: { value: -1, how: 'filed' }, closing: { value: -1, how: 'held' } },
      { opening: { value: -3, how: 'brief' }, closing: { value: -3, how: 'held' } },
    ])
  })

  test('D2 of several movers nothing is compared, and nobody is a finding too', () => {
    const both = movesFinding(played(2, 0), framing)
    expect(both).toMatchObject({ moved: [{ than: null }, { than: null }], from: 2, to: 2, shift: 'held' })
    expect(movesFinding(played(1, null), framing)).toEqual({ kind: 'nobody', gap: 2 })
    expect(movesFinding(lesson().enters('floor').state, framing)).toMatchObject({ kind: 'opened' })
    expect(movesFinding(lesson().state, framing)).toEqual({ kind: 'nothing' })
  })

  test(
    'D2 every finding is what the log’s reveals come to',
    () => {
      const seen = { nothing: 0, opened: 0, nobody: 0, moved: 0, compared: 0 }
      fc.assert(
        fc.property(script(250), (told) => {
          const { rows, plan, state } = storyOf(told)
          for (const { key } of plan.rounds) {
            const stood = (stage: string, id: DelegationId) =>
              rows.flatMap(({ event }) =>
                event.type === 'PositionsRevealed' && event.round === key && event.stage === stage
                  ? (event.positions[id]?.position.value ?? [])
                  : [],
              )[0]
            const ids = plan.delegations.map(({ id }) => id)
            const moved = ids.filter((id) => (stood('closing', id) ?? stood('opening', id)) !== stood('opening', id))
            const found = movesFinding(state, key)
            seen[found.kind] += 1
            const closed = ids.some((id) => stood('closing', id) !== undefined)
            const opened = ids.some((id) => stood('opening', id) !== undefined)
            expect(found.kind).toBe(closed ? (moved.length > 0 ? 'moved' : 'nobody') : opened ? 'opened' : 'nothing')
            if (found.kind !== 'moved') continue
            expect(found.moved.map(({ delegation }) => delegation)).toEqual(moved)
            for (const { delegation, by, than } of found.moved) {
              const [a = 0, b = 0] = [stood('opening', delegation), stood('closing', delegation)]
              expect(by).toBe(Math.abs(a - b))
              if (!than) continue
              const other = stood('closing', than.delegation) ?? 0
              expect(stood('opening', than.delegation)).toBe(other)
              expect(Math.sign(Math.abs(a - other) - Math.abs(b - other))).toBe(than.nearer ? 1 : -1)
              seen.compared += 1
            }
          }
        }),
        { seed: 20260112, numRuns: 60, skipAllAfterTimeLimit: patience(120_000) },
      )
      for (const kind of ['nothing', 'opened', 'nobody', 'moved'] as const) expect(seen[kind], kind).toBeGreaterThan(5)
      expect(seen.compared).toBeGreaterThan(5)
    },
    patience(120_000),
  )
})

describe('beforehand', () => {
  test(
    'O5 what is foretold for each delegation is what the end of the caucus then files',
    () => {
      const seen = { told: 0 }
      fc.assert(
        fc.property(script(250), (told) => {
          const story = new Story(told, {
            judged({ before, command, verdict }) {
              if (command.type !== 'endPhase' || !verdict.ok || !before) return
              for (const { delegation, round, how, value } of foretold(before)) {
                if (how === 'understudy') continue
                const stage = before.plan.phases[before.agenda.index]?.files?.stage
                const filed = verdict.rows.flatMap(({ event }) =>
                  event.type === 'PositionFiled' && event.round === round && event.delegation === delegation
                    ? [[event.stage, event.how, event.position.value]]
                    : [],
                )
                if (filed.length > 0) expect(filed).toEqual([[stage, how, value]])
                else
                  expect(before.positions[`${round}/${stage}/${delegation}`]).toMatchObject({
                    how,
                    filed: { position: { value } },
                  })
                seen.told += 1
              }
            },
          })
          expect(story.rows.length).toBeGreaterThan(0)
        }),
        { seed: 20260112, numRuns: 20, skipAllAfterTimeLimit: patience(120_000) },
      )
      expect(seen.told).toBeGreaterThan(100)
    },
    patience(120_000),
  )

  test('O12 a form begins with the newest of the delegation, a closing with its opening, and else empty beside the brief', () => {
    const room = lesson().enters('caucus')
    expect(formStart(room.state, framing, 'opening', US)).toMatchObject({
      from: 'nothing',
      position: { value: 2, text: '', redLine: '', anchors: [] },
    })
    expect(briefSuggestion(room.state, framing, US)).toMatchObject({ value: 2 })
    room.does(BEN, drafts(opening(0.5, 'A draft.')), 1)
    expect(formStart(room.state, framing, 'opening', US)).toMatchObject({ from: 'draft', position: { value: 0.5 } })
    room.does(AMARA, files({ ...opening(1), guesses: { jp: 1 } }), 2)
    expect(formStart(room.state, framing, 'opening', US)).toMatchObject({ from: 'filed', position: { value: 1 } })
    room.does(BEN, drafts(opening(-0.5, 'Another.')), 3)
    expect(formStart(room.state, framing, 'opening', US)).toMatchObject({ from: 'draft', position: { value: -0.5 } })
    room.enters('caucus', 2)
    expect(formStart(room.state, framing, 'closing', US)).toMatchObject({
      from: 'opening',
      position: { value: 1, guesses: {} },
    })
  })
})
