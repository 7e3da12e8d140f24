/** A class in the middle of its negotiation, and what may be said in it. */
import type { ClientCommand } from '#simulation/shapes/room-command'
import { type Class, givenPage, givenSeated, type House, seat } from './given-classroom'
import { accepted, type Page } from './given-page'

/** A class in its negotiation, where a seat of the United States holds the floor. */
export async function givenSpeaker(
  house: House,
  of: Class,
): Promise<{ chair: Page; speaker: Awaited<ReturnType<typeof givenSeated>> }> {
  const chair = await givenPage(house, of.chairCookie, of.roomId)
  const speaker = await givenSeated(house, of, 'Mei', 'us.state')
  accepted(await chair.submit(of.roomId, { type: 'setAutopilot', agenda: true, floor: 'off' }))
  const floor = chair.state.plan.phases.findIndex(({ kind }) => kind === 'negotiation')
  accepted(await chair.submit(of.roomId, { type: 'startPhase', index: 0 }))
  for (let index = 0; index < floor; index += 1)
    await chair.hears(accepted(await chair.submit(of.roomId, { type: 'endPhase', index })))
  await chair.hears(accepted(await chair.submit(of.roomId, { type: 'grantFloor', seat: seat('us.state') })))
  return { chair, speaker }
}

export const statement = (text: string): ClientCommand => ({
  type: 'makeStatement',
  text,
  intent: 'point',
  answers: null,
  anchors: [],
})
