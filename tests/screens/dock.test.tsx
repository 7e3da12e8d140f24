/** The dock of a phone: one thing to do, which is the task's, and what else is possible beside it. */
import { expect, test } from 'vitest'
import { personId } from '#simulation/kernel/ids'
import { nowFor } from '#simulation/reading/talk/now'
import { seatHeldBy } from '#simulation/state/room-state'
import { beforeJoining } from '../../app/_room/link/room-view'
import type { SeatView } from '../../app/_room/link/seat-view'
import type { RoomTab } from '../../app/_room/table/phase-screens'
import { tabsIn } from '../../app/_room/table/room-tabs'
import { useFloor } from '../../app/_room/words/use-floor'
import { nowWords } from '../../app/rooms/[roomId]/now/now-words'
import { Dock } from '../../app/rooms/[roomId]/shell/dock'
import { useDrafting } from '../../app/rooms/[roomId]/shell/use-drafting'
import { CHAIR, CLEO, hand } from '../support/cast'
import { given, instantOf, type Room } from '../support/given'
import { translate } from '../support/translate'
import { markup } from './drawn-screens'
import { dueOf, givenWeek, HOUR, opensAt } from './homework/given-week'

const teller = { t: translate('now'), phases: translate('record.phases'), intents: translate('record.intents') }

type PageProps = { room: Room; name: string; at: number; place?: RoomTab }

function Page({ room, name, at, place = 'record' }: PageProps) {
  const person = personId.parse(name)
  const { state } = room
  const seat = seatHeldBy(state, person)
  if (!seat) throw new Error('Nobody sits there.')
  const page: SeatView = {
    ...{ roomId: 'room', state, essay: [], courseZone: 'UTC', person, seat, delegation: seat.delegation },
    view: { ...beforeJoining, state, connection: { kind: 'live' }, now: () => instantOf(at) },
    about: { plan: state.plan, displayNames: {}, own: person },
    acts: seat.head,
  }
  const drafting = useDrafting(page)
  const floor = useFloor(page, drafting)
  const now = nowFor(state, person, instantOf(at))
  const places = tabsIn(state, seat.delegation)
  const words = nowWords(page, person, now, teller)
  const nothing = () => undefined
  return (
    <Dock
      at={page}
      placed={{ place, places, go: nothing, called: null }}
      unread={{ counts: {}, total: 0, read: nothing }}
      drafting={drafting}
      composer={{ open: false, setOpen: nothing, toComposer: nothing }}
      action={{ at: page, now, words, place, places, go: nothing, toComposer: nothing, floor, form: null }}
      label={(place) => place}
    />
  )
}

/** The buttons of the dock in order, the page's main ones marked by a star. */
const buttons = (room: Room, name: string, at = 1, place: RoomTab = 'record'): string[] =>
  [...markup(<Page room={room} name={name} at={at} place={place} />).matchAll(/<button([^>]*)>(.*?)<\/button>/gs)].map(
    ([, props = '', inner = '']) =>
      `${props.includes('data-kind="primary"') ? '* ' : ''}${inner.replaceAll(/<[^>]+>/g, '').trim()}`,
  )

test('an opener is asked for the draft of their opening, and may ask for the floor beside it', () => {
  const room = given().enters('openings').does(CHAIR, { type: 'setAutopilot', agenda: true, floor: 'off' })
  room.runs(1)
  const opener = (name: string) => nowFor(room.state, personId.parse(name), instantOf(1)).task
  expect(opener('daiki')).toMatchObject({ kind: 'open', next: true })
  expect(opener('fen')).toMatchObject({ kind: 'listen', opener: { place: 3 } })
  expect(buttons(room, 'daiki')).toEqual(['* Prepare your opening', 'Ask'])
  expect(buttons(room, 'fen')).toEqual(['* Prepare your opening', 'Ask'])
  // Whoever will not open asks, and their draft is second; whoever waits in the queue prepares.
  expect(buttons(room, 'cleo')).toEqual(['* Ask for the floor', 'Draft'])
  room.does(CLEO, hand(), 2)
  expect(buttons(room, 'cleo', 3)).toEqual(['* Prepare what you will say', 'Lower'])
})

test('at every moment the dock has one main button at most', () => {
  for (const phase of ['caucus', 'reveal', 'openings', 'floor', 'negotiation'] as const) {
    const room = given().enters(phase).does(CHAIR, { type: 'setAutopilot', agenda: false, floor: 'off' })
    for (const name of ['amara', 'ben', 'cleo', 'daiki', 'emi', 'fen'])
      expect(buttons(room, name).filter((one) => one.startsWith('*')).length, `${name} in ${phase}`).toBeLessThan(2)
  }
})

test('in the ballot of a homework debate the dock leads to the text, whose form has its own button', () => {
  const at = opensAt('ballot') + HOUR
  const room = givenWeek(opensAt('negotiation') + HOUR)
  room.agrees(room.state.clauses[0]?.key ?? '').runs(at)
  expect(buttons(room, 'amara', at)).toEqual(['* Go to the vote'])
  expect(buttons(room, 'amara', at, 'communique')).toEqual([])
})

test('in a homework debate the dock leads to the very work that the headline asks for', () => {
  // Also in the tab where the work is done the button leads to it, until all of it is.
  const briefing = opensAt('briefing') + HOUR
  const marking = givenWeek(briefing)
  expect(buttons(marking, 'amara', briefing)).toEqual(['* Mark your own view'])
  expect(buttons(marking, 'amara', briefing, 'brief')).toEqual(['* Mark your own view'])
  for (const { key } of marking.state.plan.rounds) marking.does('p:amara', { type: 'markStance', round: key, value: 1 })
  expect(buttons(marking, 'amara', briefing)).toEqual(['* Go to the brief'])
  expect(buttons(marking, 'amara', briefing, 'brief')).toEqual([])

  // Who is no head is asked in the proposals for a word in the caucus, which the text has no place for.
  const proposals = opensAt('negotiation') + HOUR
  const text = givenWeek(proposals)
  expect(buttons(text, 'amara', proposals, 'communique')).toEqual(['* Work on a clause'])
  expect(buttons(text, 'amara', proposals, 'record')).toEqual(['* Work on a clause'])
  expect(buttons(text, 'ben', proposals, 'communique')).toEqual(['* Write in the caucus'])

  // What is late is asked for between two phases as well, and what is extended while another runs.
  const after = dueOf('openings') + HOUR
  expect(buttons(givenWeek(after), 'amara', after, 'brief')).toEqual(['* Write your opening'])
})
