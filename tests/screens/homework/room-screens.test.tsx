// The screens of a homework room at hours of its week, drawn on the server as a wide window.
import { NextIntlClientProvider } from 'next-intl'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { fold } from '#simulation/engine/room'
import { personId } from '#simulation/kernel/ids'
import { inSeat } from '#simulation/kernel/viewer'
import { nowFor } from '#simulation/reading/talk/now'
import { seatHeldBy } from '#simulation/state/room-state'
import chairNotes from '../../../app/_messages/en/chair-notes.json'
import common from '../../../app/_messages/en/common.json'
import homework from '../../../app/_messages/en/homework-room.json'
import nowMessages from '../../../app/_messages/en/now.json'
import record from '../../../app/_messages/en/record.json'
import refusals from '../../../app/_messages/en/refusals.json'
import roomWords from '../../../app/_messages/en/room.json'
import ui from '../../../app/_messages/en/ui.json'
import { beforeJoining } from '../../../app/_room/link/room-view'
import type { SeatView } from '../../../app/_room/link/seat-view'
import { DebateTab } from '../../../app/rooms/[roomId]/homework/debate-tab'
import { nowWords } from '../../../app/rooms/[roomId]/now/now-words'
import { useTeller } from '../../../app/rooms/[roomId]/now/use-teller'
import { RoomHead } from '../../../app/rooms/[roomId]/shell/room-head'
import { AMARA, DAIKI, type Written } from '../../support/cast'
import { instantOf, type Room } from '../../support/given'
import { viewOf } from '../../support/stories/heard'
import { dueOf, givenWeek, HOUR, opensAt, phaseOf } from './given-week'

const messages = {
  ...{ common, ui, record, refusals, now: nowMessages, room: roomWords },
  ...{ 'homework-room': homework, 'chair-notes': chairNotes },
}

/** The room as one student's page has it at an instant. */
function atTable(room: Room, name: string, seconds: number): SeatView {
  const person = personId.parse(name)
  const whole = seatHeldBy(room.state, person)
  const state = fold(viewOf(room.rows, inSeat(person, whole?.id ?? null), false))
  const seat = state && seatHeldBy(state, person)
  if (!state || !seat) throw new Error('The student has no seat.')
  return {
    roomId: 'room',
    view: { ...beforeJoining, state, connection: { kind: 'live' }, now: () => instantOf(seconds) },
    state,
    about: { plan: state.plan, displayNames: { [person]: 'Amara Bello' }, own: person },
    essay: [],
    courseZone: 'Asia/Tokyo',
    person,
    seat,
    delegation: seat.delegation,
    acts: seat.head,
  }
}

function Head({ at }: { at: SeatView }) {
  const now = nowFor(at.state, at.person, at.view.now())
  return <RoomHead at={at} now={now} words={nowWords(at, at.person, now, useTeller())} action={null} low={false} />
}

function drawn(at: SeatView): string {
  const html = renderToStaticMarkup(
    <NextIntlClientProvider locale="en" messages={messages} timeZone="UTC">
      <Head at={at} />
      <DebateTab at={at} everything={null} onWriteInto={() => undefined} />
    </NextIntlClientProvider>,
  )
  return html
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&#x27;', '’')
    .replace(/\s+/g, ' ')
}

const opening = (text: string, round = 'framing'): Written => ({
  type: 'postStatement',
  phase: phaseOf('openings'),
  round,
  text,
  intent: 'point',
  answers: null,
  anchors: ['E1.1'],
})

describe('the homework room', () => {
  test('while openings run sealed, the writer reads who sees it when, and others read nothing', () => {
    const now = opensAt('openings') + HOUR
    const room = givenWeek(now, { postFirst: true }).does(AMARA, opening('Sealed words of Washington.'))
    const writer = drawn(atTable(room, 'amara', now))
    expect(writer).toContain('You have done what is asked; the phase ends in 19 hours')
    expect(writer).toContain('1 of 1 opening')
    expect(writer).toContain('Sealed words of Washington.')
    expect(writer).toContain('in Tokyo')
    expect(writer).toContain('You lead this tension for Washington.')
    const other = drawn(atTable(room, 'daiki', now))
    expect(other).not.toContain('Sealed words')
    expect(other).toContain('All openings open together on')
    expect(other).toContain('Your opening is due in 19 hours')
    expect(other.match(/in 19 hours/g), 'what opens then is told without the time').toHaveLength(1)
    expect(other).toContain('Next The rebuttals begin')
    expect(other).toContain('Seal the opening')
  })

  test('after the deadline it says until when late work is taken, and marks what came late', () => {
    const late = dueOf('openings') + 22 * 60
    const room = givenWeek(late).does(DAIKI, opening('Late words of Tokyo.'), late)
    const page = drawn(atTable(room, 'amara', late))
    expect(page).toContain('Your opening is late; it is still taken')
    expect(page).toMatch(/This was due .* It is taken until .* and will be marked late\./)
    expect(page).toContain('Post the opening, late')
    expect(page).toMatch(/Late words of Tokyo\..*late/)
    expect(drawn(atTable(room, 'daiki', late))).toContain('1 of 2 openings')
    room.does(DAIKI, opening('And on the other tension he leads.', 'cptpp'), late)
    expect(drawn(atTable(room, 'daiki', late))).toContain('late 22 minutes')
  })

  test('where nothing late is taken the box is gone, and the whole week is listed with its days', () => {
    const after = dueOf('openings') + HOUR
    const page = drawn(atTable(givenWeek(after, { lateHours: 0 }), 'amara', after))
    expect(page).not.toContain('Post the opening')
    for (const phase of ['Briefing', 'Position papers', 'Openings', 'Rebuttals', 'Proposals', 'Ballot', 'Reflection'])
      expect(page).toContain(phase)
    expect(page).toContain('not done')
  })
})
