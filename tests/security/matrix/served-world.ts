/** The world of the matrix on the built server, for the tests of one file. In it a student has tried every chair before anybody asks. */
import { afterAll, beforeAll } from 'vitest'
import { settleSecret } from '#server/base/environment'
import { closeRoomReading } from '#server/store/log/room-reading'
import { roomId } from '#simulation/kernel/ids'
import { SECRET } from '../../server/live/given/given-classroom'
import { useFreshDatabase } from '../../support/machines/database'
import { type RunningServer, startServer } from '../../support/machines/server'
import { storedIn } from '../comparing'
import { forgetHops, givenHopper, type Hopper, hops } from '../hostile/hopper'
import { givenWorld, type World } from './given-world'

export function useServedWorld(): { url(): string; world(): World; hopper(): Hopper; stored(): Promise<string> } {
  const fresh = useFreshDatabase()
  let server: RunningServer
  let world: World
  /** Stays on the line throughout, so that nobody is marked as gone while others are asked. */
  let hopper: Hopper
  beforeAll(async () => {
    settleSecret(SECRET)
    forgetHops()
    world = await givenWorld()
    server = await startServer({ databaseUrl: fresh.url(), env: { NEXTAUTH_SECRET: SECRET } })
    const { 'hopping student': cookie } = world.cookies
    hopper = await givenHopper({ address: server.url }, cookie, roomId.parse(world.places.own.roomId))
    await hops(hopper)
  })
  afterAll(async () => {
    hopper?.page.socket.disconnect()
    await server?.clear()
    await closeRoomReading()
  })
  return {
    url: () => server.url,
    world: () => world,
    hopper: () => hopper,
    stored: () => storedIn(fresh.url()),
  }
}
