// What is said of turns spoken aloud is true of the log (T10, D3): how many answer, how each delegation was answered, and the stage's line.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { turnsOnLine, turnsSaid, waysAnswered } from '#simulation/reading/talk/turns-said'
import { TURN_WAYS } from '#simulation/shapes/turns'
import { AMARA, BEN, CHAIR, DAIKI, FEN, SEATING } from '../../../support/cast'
import { given, type Room } from '../../../support/given'

const SPEAKERS: Readonly<Record<string, string>> = {
  [AMARA]: SEATING.amara,
  [BEN]: SEATING.ben,
  [DAIKI]: SEATING.daiki,
  [FEN]: SEATING.fen,
}

/** One turn of the debate: whose, what it answers of those before it (or a new point, or nothing said), how, and whether it has words. */
const turn = fc.record({
  by: fc.constantFrom(AMARA, BEN, DAIKI, FEN),
  answers: fc.oneof(fc.constant('unsaid' as const), fc.constant('nobody' as const), fc.nat(3), fc.nat(12)),
  way: fc.option(fc.constantFrom(...TURN_WAYS)),
  worded: fc.boolean(),
})
type ToldTurn = typeof turn extends fc.Arbitrary<infer Turn> ? Turn : never
/** What was told of a turn, with its number and what it answers. */
type SaidTurn = Omit<ToldTurn, 'answers'> & { no: number; to: number | null | undefined }

function spoken(turns: readonly ToldTurn[]): { room: Room; said: readonly SaidTurn[] } {
  const room = given().enters('floor').does(CHAIR, { type: 'setAutopilot', agenda: false, floor: 'off' })
  const said: SaidTurn[] = []
  for (const [place, { by, answers, way, worded }] of turns.entries()) {
    const seat = SPEAKERS[by]
    room
      .does(CHAIR, { type: 'grantFloor', seat: seat ?? '' }, 10 * place)
      .does(by, { type: 'yieldFloor', to: null }, 10 * place + 5)
    const no = room.state.record.length
    const to = answers === 'unsaid' ? undefined : answers === 'nobody' ? null : (said.at(-1 - answers)?.no ?? null)
    if (to !== undefined) room.does(by, { type: 'tapTurn', turn: no, answers: to }, 10 * place + 6)
    if (way !== null) room.does(by, { type: 'tapTurn', turn: no, way }, 10 * place + 7)
    const words = { text: 'So.', intent: 'point' as const, answers: null, anchors: [], dictated: false }
    if (worded) room.does(by, { type: 'giveWords', turn: no, ...words }, 10 * place + 8)
    said.push({ by, way, worded, no, to })
  }
  return { room, said }
}

test('T10 D3 what is counted of turns is what their speakers said, and the line’s sentence what the line shows', () => {
  const kinds = new Set<string>()
  fc.assert(
    fc.property(fc.array(turn, { maxLength: 12 }), (turns) => {
      const { room, said } = spoken(turns)
      const answering = said.filter(({ to }) => typeof to === 'number')
      expect(turnsSaid(room.state)).toEqual({
        turns: said.length,
        answer: answering.length,
        worded: answering.filter(({ worded }) => worded).length,
        newPoints: said.filter(({ to }) => to === null).length,
        unsaid: said.filter(({ to }) => to === undefined).length,
      })
      const seatOf = (by: string | undefined) => SPEAKERS[by ?? ''] ?? ''
      const bySide = (side: string) =>
        answering.filter(({ by, to }) => {
          const answered = seatOf(said.find(({ no }) => no === to)?.by)
          return answered.startsWith(side) && !seatOf(by).startsWith(side)
        })
      for (const side of ['us', 'jp', 'cn']) {
        const own = bySide(side)
        const found = waysAnswered(room.state).find(({ to }) => to === side)
        expect(found?.count ?? 0).toBe(own.length)
        for (const way of TURN_WAYS) expect(found?.[way] ?? 0).toBe(own.filter((one) => one.way === way).length)
      }

      const line = turnsOnLine(room.state)
      expect(line === null, 'all have words').toBe(said.every(({ worded }) => worded))
      if (line === null) return
      const shown = said.slice(-7)
      expect(line.turns.map(({ no }) => Number(no))).toEqual(shown.map(({ no }) => no))
      for (const [place, one] of shown.entries()) {
        const at = shown.findIndex(({ no }) => no === one.to)
        expect(line.turns[place]).toMatchObject({ answers: at === -1 ? null : at, way: one.way })
      }
      const finding = line.finding
      kinds.add(finding.kind)
      // Of the whole debate, or a title would say of a long one what is not so.
      const met = (seat: string) => said.filter(({ to }) => seatOf(said.find(({ no }) => no === to)?.by) === seat)
      const counts = Object.values(SPEAKERS).map((seat) => met(seat).length)
      if (finding.kind === 'answered') {
        const own = met(finding.seat)
        expect(finding.turns).toBe(own.length)
        expect(counts.filter((count) => count >= own.length)).toHaveLength(1)
        expect(finding.against).toBe(own.filter(({ way }) => way === 'against').length)
        expect(finding.for).toBe(own.filter(({ way }) => way === 'for').length)
      }
      const told = said.filter(({ to }) => to !== undefined).length
      if (finding.kind === 'some') expect(finding).toMatchObject({ said: told, turns: said.length })
      expect(finding.kind === 'none-said').toBe(told === 0)
    }),
    { seed: 20260112, numRuns: 60 },
  )
  expect([...kinds].toSorted()).toEqual(['answered', 'none-said', 'some'])
})
