/** A student who tries every other seat over the socket, as often as it takes. */
import { expect } from 'vitest'
import type { RoomId } from '#simulation/kernel/ids'
import type { ClientCommand } from '#simulation/shapes/room-command'
import { givenPage } from '../../server/live/given/given-classroom'
import { type Page, until } from '../../server/live/given/given-page'

export type Hopper = { cookie: string; page: Page; room: RoomId }

/** What was tried, so that a hop that nobody made is seen. */
export const hopped = { chairs: 0, sat: 0, refused: new Set<string>() }

/** Before a file tries its own: the file before it in this process has counted too. */
export function forgetHops(): void {
  Object.assign(hopped, { chairs: 0, sat: 0 })
  hopped.refused.clear()
}

/** Somebody who asks for what they like, and joins anew whenever their seat has changed. */
export async function givenHopper(house: { address: string }, cookie: string, room: RoomId): Promise<Hopper> {
  return { cookie, page: await givenPage(house, cookie, room), room }
}

export async function asks({ page, room }: Hopper, command: ClientCommand): Promise<string> {
  for (;;) {
    const answer = await page.submit(room, command)
    if (!answer.ok && answer.rejection === 'slow-down') {
      await new Promise((resolve) => setTimeout(resolve, 200))
      continue
    }
    if (!answer.ok) {
      hopped.refused.add(answer.rejection)
      return answer.rejection
    }
    await until(async () => expect(await page.join(room)).toMatchObject({ ok: true }))
    return 'done'
  }
}

/** Tries to stand up and to sit in every chair; returns the sides on which they sat down. */
export async function hops(hopper: Hopper): Promise<Set<string>> {
  const sides = new Set<string>()
  for (const { id } of hopper.page.state.plan.seats) {
    await asks(hopper, { type: 'leaveSeat' })
    hopped.chairs += 1
    if ((await asks(hopper, { type: 'takeSeat', seat: id })) !== 'done') continue
    hopped.sat += 1
    sides.add(id.slice(0, 2))
  }
  await asks(hopper, { type: 'takeSeat', seat: null })
  return sides
}
