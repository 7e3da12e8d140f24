/**
 * One human, one side: whoever has no roster's door and acts alone with several browsers hears at most one side's brief once the first
 * phase has begun, whatever names they type and whatever seats they try.
 */
import fc from 'fast-check'
import { afterEach, expect, test } from 'vitest'
import { joinByCode } from '#server/store/door/door'
import { answerJoinRequest, createJoinRequest, enterAsAdmitted, readWaiting } from '#server/store/door/join-requests'
import { personId, roomId } from '#simulation/kernel/ids'
import {
  type Class,
  cookieOf,
  givenClass,
  givenHouse,
  givenPage,
  givenSeated,
  seat,
} from '../server/live/given/given-classroom'
import { accepted, disconnectPages, type Page, until } from '../server/live/given/given-page'
import { isLong } from '../support/machines/lane'
import { patience } from '../support/patience'
import { asks, type Hopper, hops } from './hostile/hopper'

const house = givenHouse()
afterEach(disconnectPages)

/** A browser that comes in by the code under a new name. */
async function browserOf(of: Class, name: string, from = {}): Promise<Hopper & { person: string }> {
  const answer = await joinByCode({ code: of.code, name, userAgent: 'test', visitor: null, ...from })
  if (!answer.ok || !answer.sessionId) throw new Error(`${name} did not come in: ${JSON.stringify(answer)}`)
  const cookie = await cookieOf(answer.sessionId)
  const page = await givenPage(house.now(), cookie, of.roomId)
  return { cookie, page, room: of.roomId, person: answer.participantId }
}

/** The sides whose briefs came over a page's line, by what was sent and not by what the rules say. */
const sidesIn = (page: Page): string[] =>
  [...page.bytes.matchAll(/"to":"(us|jp|cn)(?:\.[a-z0-9.]+)?","title"/g)].map(([, side]) => side ?? '')

test('whoever acts alone with several browsers hears one side’s brief at most', {
  timeout: patience(120_000),
}, async () => {
  let sat = 0
  let refused = 0
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom('choose' as const, 'lot' as const),
      fc.nat({ max: 3 }),
      fc.integer({ min: 1, max: 3 }),
      fc.boolean(),
      fc.boolean(),
      async (seating, early, late, sitsFirst, locks) => {
        const of = await givenClass({ seating, observers: ['Scribe'] })
        const chair = await givenPage(house.now(), of.chairCookie, of.roomId)
        const browsers: Hopper[] = []
        for (let number = 0; number < early; number += 1) browsers.push(await browserOf(of, `Early ${number}`))
        // One seat, of one side, is theirs by right: they took it in the lobby like anybody else.
        const [first] = browsers
        if (sitsFirst && first) {
          const own = seating === 'lot' ? null : seat('us.state')
          if ((await asks(first, { type: 'takeSeat', seat: own })) === 'done') sat += 1
        }
        if (locks) {
          accepted(await chair.submit(of.roomId, { type: 'lockSeating', locked: true }))
          accepted(await chair.submit(of.roomId, { type: 'lockSeating', locked: false }))
        }
        accepted(await chair.submit(of.roomId, { type: 'startPhase', index: 0 }))
        for (let number = 0; number < late; number += 1) browsers.push(await browserOf(of, `Late ${number}`))
        for (const browser of browsers) {
          const sides = await hops(browser)
          refused += [...sides].length === 0 ? 1 : 0
          await browser.page.now()
        }
        expect(new Set(browsers.flatMap(({ page }) => sidesIn(page))).size).toBeLessThanOrEqual(1)
        disconnectPages()
      },
    ),
    { numRuns: isLong ? 20 : 5 },
  )
  expect(sat).toBeGreaterThan(0)
  expect(refused).toBeGreaterThan(0)
})

test('S21 a latecomer by the code sits with the observers, or where the chair puts them, and is told so', async () => {
  const of = await givenClass({ observers: ['Scribe'] })
  const chair = await givenPage(house.now(), of.chairCookie, of.roomId)
  await givenSeated(house.now(), of, 'Mei', 'us.state')
  accepted(await chair.submit(of.roomId, { type: 'startPhase', index: 0 }))
  const late = await browserOf(of, 'Late')
  await until(async () => expect(await late.page.join(of.roomId)).toMatchObject({ room: { byOpenCode: true } }))
  expect(await asks(late, { type: 'takeSeat', seat: seat('jp.finance') })).toBe('side-by-chair')
  expect(await asks(late, { type: 'takeSeat', seat: null })).toBe('side-by-chair')
  const observers = late.page.state.plan.seats.find(({ delegation }) => delegation === null)
  expect(await asks(late, { type: 'takeSeat', seat: observers?.id ?? null })).toBe('done')
  const person = personId.parse(late.person)
  accepted(await chair.submit(of.roomId, { type: 'placePerson', person, seat: seat('jp.finance') }))
  await until(async () => expect(await late.page.join(of.roomId)).toMatchObject({ viewer: { seat: 'jp.finance' } }))
  expect(sidesIn(late.page)).toContain('jp')
})

test('S21 a second name on one device takes no second side before the start either, and the chair may give it', async () => {
  const one = { deviceHash: 'one', addressHash: 'home' }
  const two = { deviceHash: 'one', addressHash: 'away' }
  const of = await givenClass()
  const chair = await givenPage(house.now(), of.chairCookie, of.roomId)
  const first = await browserOf(of, 'Mei', one)
  const second = await browserOf(of, 'Jonas', two)
  const stranger = await browserOf(of, 'Amara', { deviceHash: 'far', addressHash: 'far' })
  expect(await asks(first, { type: 'takeSeat', seat: seat('us.state') })).toBe('done')
  expect(await asks(second, { type: 'takeSeat', seat: seat('cn.foreign') })).toBe('second-side')
  expect(await asks(stranger, { type: 'takeSeat', seat: seat('jp.finance') })).toBe('done')
  accepted(await chair.submit(of.roomId, { type: 'lockSeating', locked: true }))
  await until(async () => expect(sidesIn(first.page)).toContain('us'))
  await second.page.now()
  expect(sidesIn(second.page)).toEqual([])
  const person = personId.parse(second.person)
  accepted(await chair.submit(of.roomId, { type: 'placePerson', person, seat: seat('cn.foreign') }))
  await until(async () => expect(await second.page.join(of.roomId)).toMatchObject({ viewer: { seat: 'cn.foreign' } }))
})

test('S21 whom the desk admits sits down themselves', async () => {
  const of = await givenClass()
  const chair = await givenPage(house.now(), of.chairCookie, of.roomId)
  accepted(await chair.submit(of.roomId, { type: 'startPhase', index: 0 }))
  const asked = await createJoinRequest({ code: of.code, name: 'Late' })
  const [request] = await readWaiting(of.activityId)
  if (asked.kind !== 'asked' || !request) throw new Error('Nobody asked.')
  await answerJoinRequest({ requestId: request.id, by: of.instructor, admit: true })
  const entered = await enterAsAdmitted(asked.secret, 'test')
  if (!entered?.roomId) throw new Error('They were not let in.')
  const room = roomId.parse(entered.roomId)
  const page = await givenPage(house.now(), await cookieOf(entered.sessionId), room)
  expect(await asks({ cookie: '', page, room }, { type: 'takeSeat', seat: seat('jp.finance') })).toBe('done')
})
