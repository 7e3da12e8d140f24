/** A small seminar that agrees to one clause: who lays which chips, and who reads the words as what. */
import { AMARA, DAIKI, FEN, files, opening, votes } from '../cast'
import { given, type Room } from '../given'

export const HEADS = { us: AMARA, jp: DAIKI, cn: FEN } as const
type Side = keyof typeof HEADS
export const SIDES = ['us', 'jp', 'cn'] as const

/** Where each side opens, and stays, on framing and on the regional order; and its chips on them. */
const STOOD: Record<Side, readonly [number, number]> = { us: [2, 1], jp: [0, 0], cn: [-2, -1] }
const CHIPS: Record<Side, readonly [number, number]> = { us: [6, 4], jp: [5, 5], cn: [2, 8] }

/** All agree to common ground on Washington's first words; the gap stays open. */
export function signedStory({
  chips = SIDES,
  readings = {},
}: {
  chips?: readonly Side[]
  readings?: Partial<Record<Side, number>>
}): Room {
  const room = given().enters('caucus')
  for (const side of chips) {
    const [framing, order] = CHIPS[side]
    const laid = [
      { tension: 'framing', chips: framing },
      { tension: 'regional-order', chips: order },
    ]
    room.does(HEADS[side], { type: 'layChips', laid })
  }
  for (const round of ['framing', 'regional-order'])
    for (const side of SIDES) {
      const filing = room.state.plan.phases[room.state.agenda.index]?.files?.rounds.includes(round)
      if (filing) room.does(HEADS[side], files({ ...opening(STOOD[side][round === 'framing' ? 0 : 1]), round }))
    }
  room.agrees('common-ground').enters('ballot')
  for (const side of SIDES) {
    room.does(HEADS[side], votes('for'))
    const value = readings[side]
    if (value !== undefined)
      room.does(HEADS[side], { type: 'markReading', clause: 'common-ground', version: 'us-1', value })
  }
  return room.enters('debrief')
}
