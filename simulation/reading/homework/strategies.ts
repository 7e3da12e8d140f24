// Strategy sheets as pages list them: who has written one, and what each said first of whom it was expected (rules W1, W2).
import type { DelegationId } from '../../kernel/ids'
import { strategyNow, strategyOf } from '../../questions/strategy'
import { isTurn } from '../../questions/turns'
import type { Seat } from '../../shapes/seats'
import type { Strategy } from '../../shapes/strategy'
import type { RoomState } from '../../state/room-state'

/** The offices, of one delegation or of all, in which a person sits or that have a sheet, in the plan's order; each with its sheet, or null. */
export function officeSheets(state: RoomState, delegation: DelegationId | null = null) {
  const seats = state.plan.seats.flatMap(({ id }) => state.seats[id] ?? [])
  const isHeld = (office: Seat) => seats.some((seat) => (seat.mirrors ?? seat.id) === office.id && seat.holder !== null)
  return seats.flatMap((office) => {
    if (office.delegation === null || office.mirrors !== null) return []
    if (delegation !== null && office.delegation !== delegation) return []
    const strategy = strategyOf(state, office)
    return strategy || isHeld(office) ? [{ office, strategy }] : []
  })
}

/** How many of the offices in which a person sits, or that have a sheet, have written theirs. */
export function sheetsCounted(sheets: readonly { strategy: Strategy | null }[]): { written: number; of: number } {
  return { written: sheets.filter(({ strategy }) => strategy !== null).length, of: sheets.length }
}

/** Whether this seat's office has still to write its sheet. */
export const owesStrategy = (state: RoomState, seat: Seat): boolean =>
  seat.delegation !== null && strategyNow(state) && strategyOf(state, seat) === null

/** The expectations of a sheet that say something, and the number of the entry at which each delegation first spoke; null while it has not. */
export const expectationsOf = (state: RoomState, { sheet }: Strategy) =>
  state.plan.delegations.flatMap(({ id: delegation }) => {
    const text = sheet.theySay[delegation] ?? ''
    return text === '' ? [] : [{ delegation, text, spokeAt: firstWords(state, delegation) }]
  })

function firstWords({ record, seats }: RoomState, delegation: DelegationId): number | null {
  for (const { event, no } of record)
    if ((event.type === 'StatementMade' || isTurn(event)) && seats[event.seat]?.delegation === delegation)
      return Number(no)
  return null
}
