// How a party will stand in the room: its placard in its colour, with its mark.
import { SHAPES } from '#simulation/agenda/party-look'
import { delegationId } from '#simulation/kernel/ids'
import type { WrittenParty } from '#simulation/scenario/authoring/writing'
import { Placard } from '#ui/charts/placard'
import type { Delegation } from '#ui/words/delegations.ts'

/** The party as charts draw it. Nothing is sent under this id. */
export const drawnParty = ({ name, mark, colour }: WrittenParty, place: number): Delegation => ({
  ...{ id: delegationId.parse('side'), name, short: name, capital: name },
  ...{ letter: mark.slice(0, 3), shape: SHAPES[place % SHAPES.length] ?? SHAPES[0], hue: colour },
})

export function DrawnParty({ party, place }: { party: WrittenParty; place: number }) {
  return <Placard delegation={drawnParty(party, place)} size="lg" silent />
}
