/** A page that is offline for a second, half a minute or ten minutes, or whose clock is two hours wrong. */
import { setTimeout as wait } from 'node:timers/promises'
import { beforeAll, expect, onTestFinished, test, vi } from 'vitest'
import { settleSecret } from '#server/base/environment'
import { openRoomLog } from '#server/store/log/room-log'
import { fold } from '#simulation/engine/room'
import { written } from '../../support/files/written'
import { useFreshDatabase } from '../../support/machines/database'
import { viewOf } from '../../support/stories/heard'
import { Cable } from './given/given-cable'
import { closeHouse, givenClass, givenPage, givenStudent, openHouse, SECRET, seat } from './given/given-classroom'
import { live, openLink } from './given/given-link'
import { accepted, until } from './given/given-page'
import { HandTime } from './given/given-room'

const fresh = useFreshDatabase()
beforeAll(() => void settleSecret(SECRET))

/** A room in its briefing with a chair and a seated student whose connection the test can cut; the test moves the server's clock. */
async function briefing(beforeItsPage: () => void = () => undefined) {
  const time = new HandTime(Date.now())
  const of = await givenClass()
  const house = await openHouse(fresh.url(), { time })
  const cable = await new Cable(house.address).lay()
  const { cookie } = await givenStudent(of, 'Mei')
  // Both pages share this process's clock: a connection that is open while it jumps takes itself for timed out.
  beforeItsPage()
  const chair = await givenPage(house, of.chairCookie, of.roomId)
  const link = openLink({ address: cable.address, origin: house.address, roomId: of.roomId, cookie })
  onTestFinished(async () => {
    link.stop()
    chair.socket.disconnect()
    await cable.remove()
    await closeHouse(house)
  })
  await live(link)
  accepted(await link.view.submit({ type: 'takeSeat', seat: seat('us.state') }))
  await until(() => expect(link.view.viewer).toMatchObject({ seat: 'us.state' }))
  accepted(await chair.submit(of.roomId, { type: 'startPhase', index: 0 }))
  /** Lets time pass; what falls due on the way is given a moment to be saved. */
  const passes = (ms: number) => time.moveTo(time.now() + ms, () => wait(30))
  await until(() => expect(link.view.state?.agenda.status).toBe('running'))
  // So that no phase ends at the very moment at which a page comes back.
  await passes(1_000)
  return { of, time, chair, link, cable, passes }
}

const read = async (room: Parameters<ReturnType<typeof openRoomLog>['read']>[0]) => {
  const log = openRoomLog(fresh.url(), 1)
  const rows = await log.read(room)
  await log.close()
  return rows
}

test.each([1_000, 30_000, 600_000])(
  'L7 L9 a page that was away for %i ms comes back to the room as it is, and what it wrote meanwhile is said once',
  async (away) => {
    const { of, chair, link, cable, passes } = await briefing()
    cable.cut()
    await until(() => expect(link.view.connection.kind).toBe('offline'))
    const answers = ['first', 'second'].map((text) => link.view.submit({ type: 'speakInCaucus', text }))
    accepted(await chair.submit(of.roomId, { type: 'writeInject', headline: 'News', text: 'Said meanwhile.' }))
    await passes(away)
    cable.mend()
    await live(link)
    for (const answer of await Promise.all(answers)) accepted(answer)
    // After half a minute, longer than a phone takes to change networks, the seat is marked absent.
    const returns = away < 20_000 ? 0 : 1
    await until(async () => {
      await passes(0)
      expect((await read(of.roomId)).filter(({ event }) => event.type === 'SeatReturned')).toHaveLength(returns)
    })
    const rows = await read(of.roomId)
    await until(() => expect(link.view.seq).toBe(viewOf(rows, link.view.viewer ?? { kind: 'stage' }, false).length))
    expect(rows.flatMap(({ event }) => (event.type === 'CaucusSpoken' ? [event.text] : []))).toEqual([
      'first',
      'second',
    ])
    const { viewer, state, waiting } = link.view
    if (!viewer) throw new Error('The page is nobody.')
    expect(written(state)).toBe(written(fold(viewOf(rows, viewer, false))))
    expect(waiting).toEqual([])
    const was = (type: string) => rows.filter(({ event }) => event.type === type).length
    expect([was('SeatAbsent'), was('SeatReturned')]).toEqual([returns, returns])
    const ends = state?.plan.phases.map((_, index, all) =>
      all.slice(0, index + 1).reduce((sum, { seconds }) => sum + (seconds ?? 0) * 1_000, 0),
    )
    expect(was('PhaseEnded')).toBe(ends?.filter((end) => end <= away + 1_000).length)
  },
)

test.each([2, -2])(
  'L11 a page whose device is %i hours off shows the server’s time, before and after somebody sets it right',
  async (hours) => {
    const honest = Date.now.bind(Date)
    onTestFinished(() => void vi.restoreAllMocks())
    const { of, time, link } = await briefing(() => {
      vi.spyOn(Date, 'now').mockImplementation(() => honest() + hours * 3_600_000)
    })
    const apart = () => Math.abs(link.view.now() - time.now())
    await until(() => expect(apart()).toBeLessThan(60_000))
    accepted(await link.view.submit({ type: 'speakInCaucus', text: 'by a wrong clock' }))
    vi.restoreAllMocks()
    accepted(await link.view.submit({ type: 'speakInCaucus', text: 'by the right one' }))
    expect(apart()).toBeLessThan(60_000)
    const said = (await read(of.roomId)).filter(({ event }) => event.type === 'CaucusSpoken')
    for (const { at } of said) expect(Math.abs(at - time.now())).toBeLessThan(60_000)
    expect(said).toHaveLength(2)
  },
)
