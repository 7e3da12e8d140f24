/**
 * L13 where the chair moves somebody, or a page joins again: it stays one page, in which what belongs to a delegation is made anew and nothing
 * else is. That the caret stays is seen in a browser (e2e/notes.spec.ts).
 */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { isValidElement, type ReactNode } from 'react'
import { expect, test } from 'vitest'
import { fold } from '#simulation/engine/room'
import { participantActor, personId, roomId, seatId } from '#simulation/kernel/ids'
import { seatHeldBy } from '#simulation/state/room-state'
import { beforeJoining } from '../../app/_room/link/room-view'
import type { SeatView } from '../../app/_room/link/seat-view'
import { MovedAway } from '../../app/_room/room-endings'
import { filingKey } from '../../app/rooms/[roomId]/positions/own-filing'
import { SeatedRoom } from '../../app/rooms/[roomId]/shell/seated-room'
import { chinaGap } from '../support/stories/china-gap'
import { markup, playedOf } from './drawn-screens'

const person = personId.parse('amara')
const { rows } = playedOf(chinaGap())
const state = fold(rows.slice(0, 2))
if (!state) throw new Error('The room was never opened.')

function pageIn(id: string): SeatView {
  const seat = state?.seats[seatId.parse(id)]
  if (!state || !seat) throw new Error(`There is no seat ${id}.`)
  const held = { ...state, seats: { ...state.seats, [seat.id]: { ...seat, holder: person } } }
  expect(seatHeldBy(held, person)?.id, participantActor(person)).toBe(seat.id)
  return {
    ...{ roomId: 'room', state: held, essay: [], courseZone: 'UTC', person, seat, delegation: seat.delegation },
    ...{ acts: seat.head, view: beforeJoining, about: { plan: state.plan, displayNames: {}, own: person } },
  }
}

/** The components of a page from the outside in, each with its key. */
function shape(page: ReactNode): unknown[] {
  if (!isValidElement<{ children?: ReactNode }>(page)) return []
  return [page.type, page.key, ...shape(page.props.children)]
}

test('L13 a page is one page in whatever seat its reader sits, of whatever delegation', () => {
  const seats = Object.values(state.seats).map(({ id }) => id)
  const shapes = seats.map((id) => shape(SeatedRoom({ at: pageIn(id) })))
  expect(seats.length).toBeGreaterThan(8)
  expect(shapes[0]?.length).toBeGreaterThan(3)
  for (const each of shapes) expect(each).toEqual(shapes[0])
})

test('L13 no part of a student’s page is made anew because its reader sits elsewhere, acts as head or has joined again', () => {
  const keys = ['app/_room', 'app/rooms/[roomId]'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.tsx'))
      .flatMap((file) => [...readFileSync(path.join(folder, file), 'utf8').matchAll(/\skey=\{([^}]*)/g)])
      .map(([, key = '']) => key),
  )
  expect(keys.length).toBeGreaterThan(100)
  expect(
    keys.filter((key) => /\b(at|view|own|mine)\??\.(seat|acts|seq|connection|viewer|state|person)\b/.test(key)),
  ).toEqual([])
})

test('another delegation’s position is another form, and the same in another seat is the same one', () => {
  const filing = { stage: 'opening', rounds: state.plan.rounds.slice(0, 1).map(({ key }) => key) } as const
  const [one, other] = state.plan.delegations.map(({ id }) => id)
  if (!one || !other) throw new Error('A room has two delegations.')
  expect(filingKey(filing, one)).not.toBe(filingKey(filing, other))
})

test('who is moved to another table reads so under one heading, and what became of their words, with the way there', () => {
  const page = markup(<MovedAway from="first" to={roomId.parse('second')} />)
  expect(page.match(/<h1[^>]*>[^<]*/g)).toEqual([
    expect.stringMatching(/>Your instructor has moved you to another table$/),
  ])
  expect(page).toContain('Words not sent stay on this device.')
  expect(page).toMatch(/<a [^>]*href="\/rooms\/second"[^>]*>.*Go to your table/)
})
