/** The page's link to its room on the real gateway: it follows, reconnects, and loses or repeats no command. */

import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { seatHeldBy } from '#simulation/state/room-state'
import { Device } from '../../support/device'
import { Cable } from './given/given-cable'
import {
  type Class,
  givenClass,
  givenHouse,
  givenPage,
  givenStudent,
  type Student,
  seat,
} from './given/given-classroom'
import { live, openLink, type RoomLink } from './given/given-link'
import { accepted, type Page, until } from './given/given-page'

const house = givenHouse()

const links: RoomLink[] = []
const cables: Cable[] = []
afterEach(async () => {
  for (const link of links.splice(0)) link.stop()
  await Promise.all(cables.splice(0).map((cable) => cable.remove()))
})

async function givenCable(): Promise<Cable> {
  const cable = await new Cable(house.now().address).lay()
  cables.push(cable)
  return cable
}

type More = { device?: Device; address?: string; as?: 'self' | 'stage' }

function givenLink(of: Pick<Class, 'roomId'>, cookie: string, more: More = {}): RoomLink {
  const origin = house.now().address
  const link = openLink({ address: origin, origin, roomId: of.roomId, cookie, ...more })
  links.push(link)
  return link
}

/** A negotiation in which somebody holds the floor, through a link of their own. */
async function speaking() {
  const of = await givenClass()
  const chair = await givenPage(house.now(), of.chairCookie, of.roomId)
  const [student, other] = [await givenStudent(of, 'Mei'), await givenStudent(of, 'Amara')]
  const cable = await givenCable()
  const device = new Device()
  const link = givenLink(of, student.cookie, { device, address: cable.address })
  await live(link)
  accepted(await link.view.submit({ type: 'takeSeat', seat: seat('us.state') }))
  await until(() => expect(link.view.viewer).toMatchObject({ seat: 'us.state' }))
  accepted(await chair.submit(of.roomId, { type: 'setAutopilot', agenda: true, floor: 'off' }))
  accepted(await chair.submit(of.roomId, { type: 'startPhase', index: 0 }))
  const floor = chair.state.plan.phases.findIndex(({ kind }) => kind === 'negotiation')
  for (let index = 0; index < floor; index += 1) accepted(await chair.submit(of.roomId, { type: 'endPhase', index }))
  const seq = accepted(await chair.submit(of.roomId, { type: 'grantFloor', seat: seat('us.state') }))
  await until(() => expect(link.view.seq).toBe(seq))
  return { of, chair, student, other, cable, device, link }
}

const says = (text: string) => ({
  type: 'makeStatement' as const,
  text,
  intent: 'point' as const,
  answers: null,
  anchors: [],
})
const said = (page: Page) => page.readable.flatMap(({ event }) => (event.type === 'StatementMade' ? [event.text] : []))

describe('following', () => {
  let of: Class
  let student: Student
  beforeAll(async () => {
    of = await givenClass()
    student = await givenStudent(of, 'Mei')
  })

  test('a page starts with nothing, then holds what its viewer may know, who is here and whose room it is', async () => {
    const link = givenLink(of, student.cookie)
    expect(link.view).toMatchObject({ state: null, connection: { kind: 'connecting' }, waiting: [] })
    await live(link)
    expect(link.view).toMatchObject({
      viewer: { kind: 'person', person: student.person, seat: null },
      displayNames: { [student.person]: 'Mei' },
      room: { name: 'Table 1', title: 'The China gap', code: null },
      presence: { people: [student.person] },
    })
    expect(link.view.state?.briefs).toEqual([])
  })

  test('a newcomer’s name comes to an open page', async () => {
    const link = givenLink(of, student.cookie)
    await live(link)
    const { person, cookie } = await givenStudent(of, 'Yuki')
    await live(givenLink(of, cookie))
    await until(() => expect(link.view.displayNames).toEqual({ [student.person]: 'Mei', [person]: 'Yuki' }))
  })

  test('S15 the brief of a seat opens on the page when the seats are settled; it has joined anew by itself', async () => {
    const chair = await givenPage(house.now(), of.chairCookie, of.roomId)
    const link = givenLink(of, student.cookie)
    await live(link)
    accepted(await link.view.submit({ type: 'takeSeat', seat: seat('us.state') }))
    await until(() => expect(link.view.viewer).toMatchObject({ seat: 'us.state' }))
    expect(link.view.state?.briefs).toEqual([])
    accepted(await chair.submit(of.roomId, { type: 'lockSeating', locked: true }))
    await until(() => expect(link.view.state?.briefs.map(({ to }) => to)).toEqual(['us', 'us.state']))
    expect(seatHeldBy(link.view.state!, student.person)?.id).toBe('us.state')
    expect(link.view.waiting).toEqual([])
    accepted(await chair.submit(of.roomId, { type: 'lockSeating', locked: false }))
  })

  test('a room that is not theirs is refused for good; a sign-in that ended too', async () => {
    const other = await givenClass()
    const link = givenLink(other, student.cookie)
    await until(() => expect(link.view.connection).toEqual({ kind: 'refused', why: 'not-found' }))
    const nobody = givenLink(of, 'track-two=nobody')
    await until(() => expect(nobody.view.connection).toEqual({ kind: 'refused', why: 'signed-out' }))
  })

  test('a stage follows what everyone hears and submits nothing', async () => {
    const stage = givenLink(of, of.chairCookie, { as: 'stage' })
    await live(stage)
    expect(stage.view).toMatchObject({ viewer: { kind: 'stage' }, room: { code: expect.stringContaining('-') } })
    expect(await stage.view.submit({ type: 'startPhase', index: 0 })).toEqual({ ok: false, rejection: 'not-joined' })
  })

  test('S8 whoever is removed keeps nothing of the room on the page', async () => {
    const chair = await givenPage(house.now(), of.chairCookie, of.roomId)
    const late = await givenStudent(of, 'Jonas')
    const link = givenLink(of, late.cookie)
    await live(link)
    accepted(await chair.submit(of.roomId, { type: 'removePerson', person: late.person }))
    await until(() => expect(link.view.connection).toEqual({ kind: 'removed' }))
    expect(link.view).toMatchObject({ state: null, viewer: null, displayNames: {} })
  })
})

describe('words', () => {
  test('a line is “sending” until it is on the record, and never in both places', async () => {
    const { link, device } = await speaking()
    const seen: string[] = []
    link.subscribe(() => {
      const sending = link.view.waiting.some(({ command }) => command.type === 'makeStatement')
      const there = [...(link.view.state?.record ?? [])].some(({ event }) => event.type === 'StatementMade')
      const now = `${sending ? 'sending' : ''}${there ? 'recorded' : ''}`
      if (now !== seen.at(-1)) seen.push(now)
    })
    const answered = link.view.submit(says('The gap is real.'))
    expect(device.all.map(({ command }) => command)).toEqual([says('The gap is real.')])
    accepted(await answered)
    await until(() => expect(link.view.waiting).toEqual([]))
    expect(seen).toEqual(['sending', 'recorded'])
    expect(device.all).toEqual([])
    expect(link.view.savedAt).toBeGreaterThan(0)
  })

  test('L1 L9 words written while the line is down wait, and are recorded once when it is back, in their order', async () => {
    const { link, cable, chair, device } = await speaking()
    cable.cut()
    await until(() => expect(link.view.connection.kind).toBe('offline'))
    const sent = ['first', 'second', 'third']
    const answers = sent.map((text) => link.view.submit(says(text)))
    expect(link.view.waiting.map(({ status }) => status.kind)).toEqual(['sending', 'sending', 'sending'])
    expect(device.all).toHaveLength(3)
    expect(link.view.state).not.toBeNull()
    cable.mend()
    const seqs = (await Promise.all(answers)).map(accepted)
    await chair.hears(Math.max(...seqs))
    expect(said(chair)).toEqual(sent)
  })

  test('L9 a page that is closed while offline leaves its words to the next one on this device', async () => {
    const { of, link, cable, chair, device, student } = await speaking()
    cable.cut()
    await until(() => expect(link.view.connection.kind).toBe('offline'))
    void link.view.submit(says('before the lid was closed'))
    void link.view.submit({ type: 'askForFloor', intent: 'point', answers: null })
    link.stop()
    const next = givenLink(of, student.cookie, { device })
    await until(() => expect(said(chair)).toEqual(['before the lid was closed']))
    await until(() => expect(next.view.waiting).toEqual([]))
    expect(device.all).toEqual([])
    expect(chair.readable.some(({ event }) => event.type === 'HandRaised')).toBe(false)
  })

  test('two tabs of one person send a word once; the second takes over when the first is closed', async () => {
    const { of, link, cable, chair, device, student } = await speaking()
    const tab = givenLink(of, student.cookie, { device, address: cable.address })
    await live(tab)
    cable.cut()
    await until(() => expect([link, tab].map(({ view }) => view.connection.kind)).toEqual(['offline', 'offline']))
    void link.view.submit(says('from the first tab'))
    const third = givenLink(of, student.cookie, { device })
    await live(third)
    await until(() => expect(third.view.seq).toBe(chair.seq))
    expect(third.view.waiting).toEqual([])
    expect(said(chair)).toEqual([])
    link.stop()
    await until(() => expect(said(chair)).toEqual(['from the first tab']))
  })

  test('another person on the same device does not send them', async () => {
    const { of, link, cable, chair, device, other: amara } = await speaking()
    cable.cut()
    await until(() => expect(link.view.connection.kind).toBe('offline'))
    void link.view.submit(says('mine alone'))
    link.stop()
    const other = givenLink(of, amara.cookie, { device })
    await live(other)
    accepted(await other.view.submit({ type: 'takeSeat', seat: seat('jp.pm') }))
    await until(() => expect(other.view.waiting).toEqual([]))
    await chair.hears(other.view.seq)
    expect(said(chair)).toEqual([])
    expect(device.all).toHaveLength(1)
  })

  test('refused words stay with their reason, through a reload, until they are dismissed or sent again', async () => {
    const { of, link, chair, device, student } = await speaking()
    accepted(await chair.submit(of.roomId, { type: 'takeBackFloor' }))
    expect(await link.view.submit(says('too late'))).toEqual({ ok: false, rejection: 'does-not-hold-the-floor' })
    const refused = { command: says('too late'), status: { kind: 'refused', reason: 'does-not-hold-the-floor' } }
    expect(link.view.waiting).toMatchObject([refused])
    link.stop()
    const next = givenLink(of, student.cookie, { device })
    await until(() => expect(next.view.waiting).toMatchObject([refused]))
    accepted(await chair.submit(of.roomId, { type: 'grantFloor', seat: seat('us.state') }))
    next.view.retry(next.view.waiting[0]!.id)
    await until(() => expect(said(chair)).toEqual(['too late']))
    await until(() => expect(next.view.waiting).toEqual([]))

    accepted(await chair.submit(of.roomId, { type: 'takeBackFloor' }))
    await next.view.submit(says('again too late'))
    next.view.dismiss(next.view.waiting[0]!.id)
    expect(next.view.waiting).toEqual([])
    await until(() => expect(device.all).toEqual([]))
  })

  test('what is refused and has no words leaves at once; only its answer says why', async () => {
    const { link } = await speaking()
    expect(await link.view.submit({ type: 'lowerHand' })).toEqual({ ok: false, rejection: 'hand-not-up' })
    expect(link.view.waiting).toEqual([])
  })

  test('of drafts typed while the line is down only the newest is sent', async () => {
    const { link, cable } = await speaking()
    cable.cut()
    await until(() => expect(link.view.connection.kind).toBe('offline'))
    const draft = (text: string) =>
      link.view.submit({
        type: 'draftPosition',
        round: 'framing',
        stage: 'closing',
        value: 0,
        text,
        redLine: '',
        anchors: [],
        guesses: {},
      })
    void draft('a')
    void draft('ab')
    void draft('abc')
    expect(link.view.waiting.map(({ command }) => command)).toMatchObject([{ text: 'abc' }])
  })
})
