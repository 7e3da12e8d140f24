// The seat pages: they offer only seats that the rules allow, say why others are not, and say when the brief opens.
import { NextIntlClientProvider } from 'next-intl'
import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { officeOf, type SeatingMode } from '#simulation/agenda/plan'
import { personId } from '#simulation/kernel/ids'
import { NOTHING_PASSED, taskOf } from '#simulation/reading/talk/asked'
import { seatHeldBy } from '#simulation/state/room-state'
import common from '../../app/_messages/en/common.json'
import record from '../../app/_messages/en/record.json'
import refusals from '../../app/_messages/en/refusals.json'
import roomWords from '../../app/_messages/en/room.json'
import ui from '../../app/_messages/en/ui.json'
import { beforeJoining } from '../../app/_room/link/room-view'
import type { SeatView } from '../../app/_room/link/seat-view'
import { useOwnView } from '../../app/_room/table/use-own-view'
import { BriefPanel } from '../../app/rooms/[roomId]/brief/brief-panel'
import { Lobby } from '../../app/rooms/[roomId]/lobby/lobby'
import { SeatChoice } from '../../app/rooms/[roomId]/lobby/seat-choice'
import { AMARA, CHAIR, smallSeminar } from '../support/cast'
import { instantOf, opened, type Room } from '../support/given'
import { CN, JP, US } from '../support/stories/sides'

const messages = { common, ui, refusals, record, room: roomWords }
const drawn = (screen: ReactNode): string =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale="en" messages={messages} timeZone="UTC">
      {screen}
    </NextIntlClientProvider>,
  )
const chairsIn = (html: string): number => html.match(/type="radio"/g)?.length ?? 0
const roomOf = (seating: SeatingMode = 'choose'): Room => opened(smallSeminar({ seating }))

/** Amara's seat page before she sits down. */
function choice(room: Room, byOpenCode = false): string {
  const state = room.as(room.viewerOf('amara'))
  const about = { name: 'Table 1', activityId: 'a', title: state.plan.title, code: null, joinUrl: null, byOpenCode }
  const view = { ...beforeJoining, state, room: about }
  return drawn(<SeatChoice view={view} state={state} person={personId.parse('amara')} />)
}

function atTable(room: Room, name: string): SeatView {
  const person = personId.parse(name)
  const state = room.as(room.viewerOf(name))
  const seat = seatHeldBy(state, person)
  if (!seat) throw new Error('Nobody sits there.')
  return {
    ...{ roomId: 'room', state, essay: [], courseZone: 'Asia/Tokyo', person, seat, delegation: seat.delegation },
    view: { ...beforeJoining, state, connection: { kind: 'live' }, now: () => instantOf(0) },
    about: { plan: state.plan, displayNames: {}, own: person },
    acts: seat.head,
  }
}
const WaitingRoom = ({ at }: { at: SeatView }) => (
  <Lobby at={at} go={() => undefined} ownView={useOwnView(at)} docked={false} />
)
const lobby = (room: Room) => drawn(<WaitingRoom at={atTable(room, 'amara')} />)
const brief = (room: Room) => drawn(<BriefPanel at={atTable(room, 'amara')} />)

const take = (seat: string) => ({ type: 'takeSeat', seat }) as const

describe('a seat page', () => {
  test('offers every free chair to whoever has sat nowhere, and says to a latecomer what they take', () => {
    const room = roomOf().seats({ ben: 'us.treasury' })
    expect(chairsIn(choice(room))).toBe(7)
    room.does(CHAIR, { type: 'startPhase', index: 0 })
    expect(chairsIn(choice(room))).toBe(7)
    expect(choice(room)).toContain('you keep the seat that you take now')
  })

  test('offers whoever stood up the chairs of their own delegation and the observers’, and says why', () => {
    const room = roomOf().does(AMARA, take('us.state')).does(AMARA, { type: 'leaveSeat' })
    expect(chairsIn(choice(room))).toBe(4)
    expect(choice(room)).toContain('Your delegation stays the same (United States)')
  })

  test('offers whoever came by the open code once the briefs are out the observers’ chairs alone, and the chair is said to give others', () => {
    const room = roomOf().seats({ ben: 'us.treasury' })
    expect(chairsIn(choice(room, true))).toBe(7)
    const begun = room.does(CHAIR, { type: 'startPhase', index: 0 })
    expect(chairsIn(choice(begun, true))).toBe(1)
    expect(choice(begun, true)).toContain('your instructor gives you a seat in a delegation')
    expect(choice(begun, true)).not.toContain('by lot')
    const taskIf = (byOpenCode: boolean) => {
      const state = begun.as(begun.viewerOf('amara'))
      return taskOf(state, personId.parse('amara'), instantOf(0), NOTHING_PASSED, byOpenCode).kind
    }
    expect([taskIf(false), taskIf(true)]).toEqual(['choose-seat', 'await-seat'])
  })

  test('offers each office once: its own chair while that is free, then its second chair', () => {
    const room = opened(smallSeminar({ chairs: { [US]: 20, [JP]: 2, [CN]: 2 } }))
    const offices = new Set(room.state.plan.seats.map((seat) => officeOf(seat))).size
    expect(room.state.plan.seats.length).toBeGreaterThan(offices)
    expect(chairsIn(choice(room))).toBe(offices)
    expect(choice(room)).not.toContain('A second chair of the same office')
    room.seats({ ben: 'us.state' })
    expect(chairsIn(choice(room))).toBe(offices)
    expect(choice(room)).toContain('value="us.state.2"')
    expect(choice(room)).not.toContain('value="us.state"')
  })

  test('by lot it offers the lot alone, and where the chair places people nothing but to wait', () => {
    const [lot, place] = [choice(roomOf('lot')), choice(roomOf('place'))]
    expect([chairsIn(lot), chairsIn(place)]).toEqual([0, 0])
    expect(lot).toContain('Draw a seat by lot')
    expect(lot).not.toContain('Sit down')
    expect(place).not.toContain('<button')
    expect(place).toContain('Your instructor gives out the seats')
  })
})

describe('the lobby', () => {
  test('says when the brief opens, and offers it as soon as it does', () => {
    const room = roomOf().does(AMARA, take('us.state'))
    expect(lobby(room)).toContain('Your brief opens here when your instructor locks the seats')
    expect(lobby(room)).not.toContain('Read your brief')
    expect(brief(room)).toContain('Your brief is not open yet')
    room.does(CHAIR, { type: 'lockSeating', locked: true })
    expect(lobby(room)).toContain('Read your brief')
    expect(lobby(room)).not.toContain('Your brief opens here')
    expect(brief(room)).toContain('Brief to the delegation, United States')
  })

  test('offers another seat only where one may be taken, and says why not', () => {
    const room = roomOf().does(AMARA, take('us.state'))
    expect(lobby(room)).toContain('Choose another seat')
    expect(lobby(room)).toContain('change seats within your delegation')
    room.does(CHAIR, { type: 'lockSeating', locked: true })
    expect(lobby(room)).not.toContain('Choose another seat')
    expect(lobby(room)).toContain('Your instructor has locked the seats')
    const drawnSeat = roomOf('lot').does(AMARA, { type: 'takeSeat', seat: null })
    expect(lobby(drawnSeat)).not.toContain('Choose another seat')
    expect(lobby(drawnSeat)).toContain('Seats are drawn by lot')
  })

  test('somebody the chair moved reads the brief of the side they sit on now', () => {
    const room = roomOf().seats({ amara: 'us.state' }).does(CHAIR, { type: 'startPhase', index: 0 })
    room.does(CHAIR, { type: 'placePerson', person: 'amara', seat: 'cn.foreign' })
    expect(brief(room)).toContain('Brief to the delegation, China')
    expect(brief(room)).not.toContain('Brief to the delegation, United States')
  })
})
