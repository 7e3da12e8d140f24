// The objectives at the debrief: as their office's page asks for them, as the desk lists the claims, and as everybody reads them.
import { expect, test } from 'vitest'
import { personId } from '#simulation/kernel/ids'
import { seatsWithObjectives } from '#simulation/reading/positions/objectives'
import { type RoomState, seatHeldBy } from '#simulation/state/room-state'
import { beforeJoining } from '../../../app/_room/link/room-view'
import type { SeatView } from '../../../app/_room/link/seat-view'
import { ObjectivesSection } from '../../../app/rooms/[roomId]/debrief/objectives-section'
import { ClaimsList } from '../../../app/rooms/[roomId]/desk/scoring/claims-list'
import type { DeskView } from '../../../app/rooms/[roomId]/desk/scoring/desk-view'
import { ObjectivesPanel } from '../../../app/rooms/[roomId]/reflection/objectives-panel'
import { AMARA, CHAIR, FEN, statement } from '../../support/cast'
import { given } from '../../support/given'
import { words } from '../drawn-screens'

const SAID = 'We plan together; we do not fence ourselves in.'

/** In its debrief, Amara has claimed her first objective by what she said, and Fen says that one of hers was not met. */
function played() {
  const room = given().enters('floor')
  room.does(AMARA, { type: 'askForFloor', intent: 'point', answers: null })
  room.does(CHAIR, { type: 'grantFloor', seat: 'us.state' }).does(AMARA, statement(SAID))
  const entry = room.state.record.length
  room.enters('debrief').does(AMARA, { type: 'claimObjective', objective: 0, met: true, entry })
  room.does(FEN, { type: 'claimObjective', objective: 1, met: false, entry: null })
  return { room, entry }
}

function pageOf(state: RoomState, name: string): SeatView {
  const person = personId.parse(name)
  const seat = seatHeldBy(state, person)
  if (!seat) throw new Error(`${name} sits nowhere.`)
  return {
    ...{ roomId: 'room', state, essay: [], courseZone: 'UTC', person, seat, delegation: seat.delegation },
    acts: seat.head,
    view: { ...beforeJoining, state, connection: { kind: 'live' } },
    about: { plan: state.plan, displayNames: {}, own: person },
  }
}

test('the page of an office says each objective as a sentence, what was claimed of it and with which entry', () => {
  const { room, entry } = played()
  const own = seatsWithObjectives(room.state).find(({ seat }) => seat.id === 'us.state')?.objectives ?? []
  const said = words(<ObjectivesPanel at={pageOf(room.as(room.viewerOf('amara')), 'amara')} />)
  expect(own).toHaveLength(2)
  for (const { text } of own) expect(said).toContain(text)
  expect(said).toContain(`Entry ${entry}:`)
  expect(said).toContain(SAID)
  expect(said).toContain('Your instructor has not looked at it yet.')
  room.does(CHAIR, { type: 'closeRoom' })
  const closed = words(<ObjectivesPanel at={pageOf(room.as(room.viewerOf('amara')), 'amara')} />)
  expect(closed).toContain('Nothing was said of it.')
  expect(closed).not.toContain('Choose')
})

test('the desk lists what waits first, the oldest before all, and the debrief says what is confirmed', () => {
  const { room, entry } = played()
  const desk = (): DeskView => ({
    ...{
      roomId: 'room',
      state: room.state,
      displayNames: {},
      presence: { seats: [], people: [] },
      writing: [],
      openDoor: null,
    },
    ...{ absent: { missing: [], of: 0, whom: 'class' }, listens: false, now: () => 0, ask: async () => true },
  })
  const list = () => words(<ClaimsList desk={desk()} onLook={() => undefined} />)
  expect(list()).toContain('2 to look at')
  expect(list()).toMatch(/Secretary of State met.*Confirm Do not confirm.*Foreign Minister not met/)
  const [first] = room.state.claims
  room.does(CHAIR, { type: 'judgeClaim', claim: first?.no ?? 0, confirmed: true })
  expect(list()).toContain('one to look at')
  expect(list()).toMatch(/Foreign Minister not met.*Confirm.*Secretary of State met.*confirmed/)
  const back = {
    ...{ room: { id: 'room', name: 'Table 3' }, activity: { id: 'activity', title: 'The China gap', broughtAt: null } },
    ...{ course: { title: 'Alliances', timeZone: 'UTC' }, viewer: { kind: 'chair' as const }, steers: true },
    ...{ state: room.state, displayNames: {}, spreads: [] },
  }
  const table = words(<ObjectivesSection back={back} />)
  expect(table).toContain('1 of 8 objectives is said to be met; 1 confirmed')
  expect(table).toMatch(new RegExp(`met entry ${entry} yes`))
  expect(table).toMatch(/not met not looked at/)
})
